"""Panels of the page of one area: who is responsible, which reasons, acute or not, and where it stands."""
