"""Reading the discharge situation reports: workbooks of a month, the workbook of the series, the long file.

Acute and community reports have one shape, each with its own drift; what differs is in their layout files.
"""
