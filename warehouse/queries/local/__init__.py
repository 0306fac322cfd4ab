"""What places uploaded and what was computed from it: one record type a table, read from the local build.

Every function gives an empty answer where there is no local build.
"""
