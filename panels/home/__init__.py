"""Panels of the front page: England's delays, emergency admissions, the pressure watch, and what changed."""
