"""Local data: what places upload, kept for ever, and the local build that is made of it.

``journal`` keeps every accepted upload; ``state`` is what follows from those that count; ``build`` writes the
tables that pages read. Nothing here touches national data but to read the current build of it.
"""
