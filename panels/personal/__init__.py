"""Outcomes for people: national surveys with their margins, measures from records, and local questions."""
