"""The rules of a control chart in words: the same on charts, in tables, in files and on the methods page."""

RULE_NAMES = {"outside": "outside a limit", "trend": "trend", "two_in_three": "two in three", "shift": "shift"}
