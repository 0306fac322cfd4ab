"""One panel, one question: query, analyse, say it in words, draw it. Pages and exports take panels from here.

A panel's table is the only source of its figure's numbers, so pixels, table and CSV cannot disagree. Results are
kept in process by function, arguments and build.
"""
