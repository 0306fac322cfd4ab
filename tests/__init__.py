"""Tests: behaviour that a user or the next engineer relies on, against real parts."""
