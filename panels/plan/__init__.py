"""Plan against actual: every target of a place, what was missed and what was met (METHODS M23)."""
