"""Pure statistics: numbers in, numbers out. No clock, file, database, environment or drawing.

A monthly series is a mapping of months (``YYYY-MM``) to numbers; a month without a number is not in it.
Rule numbers (M1 to M25) are those of the product's methods.
"""
