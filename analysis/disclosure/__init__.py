"""Small numbers of people: what may be shown, what follows from it, and what else must go (METHODS M25).

For counts of people that a local user uploads below national level; never for published data, money, days, hours or
visits, unless a linked count of people is 1 to 7.
"""
