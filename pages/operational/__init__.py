"""Operational level: why people are delayed in one area, and who owns each reason."""
