"""Reading the outcomes framework (ASCOF): its pages, its two kinds of file, and their control totals.

``series`` reads the time series with one table a measure, ``open_data`` the yearly file with one row a figure;
both give ``rows.Row``, from which ``rows.tables`` makes tidy columns.
"""
