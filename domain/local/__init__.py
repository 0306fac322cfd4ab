"""Local schemes: the words of the data model, the sheets of the upload workbook, and reporting periods.

The model is that of improved Better Care Fund returns as practised (schemes, spend lines, outputs, indicators at
three levels, links between them, observations, targets, events, commentary, decisions). Spend lines may have no
scheme; a scheme and an indicator are linked many to many. Everything of one place is declared in ``sheets``.
"""
