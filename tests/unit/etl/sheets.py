"""Workbooks as rows of cells: read them, change single cells by their Excel names, write them again."""

import re

from etl.demo import books
from etl.workbook import Workbook


def read(data):
    """Sheet name to rows; empty cells are None."""
    book = Workbook(data)
    return {name: [[None if cell == "" else cell for cell in row] for row in book.rows(name)] for name in book.sheets}


def write(sheets):
    return books.workbook(sheets)


def place(cell):
    """0-based row and column of an Excel name such as ``F15``."""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def get(sheets, sheet, cell):
    row, column = place(cell)
    return sheets[sheet][row][column]


def put(sheets, sheet, cell, value):
    row, column = place(cell)
    rows = sheets[sheet]
    rows += [[] for _ in range(row + 1 - len(rows))]
    rows[row] = list(rows[row]) + [None] * (column + 1 - len(rows[row]))
    rows[row][column] = value


def add(sheets, sheet, cell, amount):
    put(sheets, sheet, cell, get(sheets, sheet, cell) + amount)


def insert_rows(sheets, sheet, before, count=1):
    """Empty rows before an Excel row number."""
    sheets[sheet][before - 1 : before - 1] = [[None] for _ in range(count)]


def insert_columns(sheets, sheet, before, count=1):
    """Empty columns before a column letter."""
    _, column = place(f"{before}1")
    sheets[sheet] = [[*row[:column], *[None] * count, *row[column:]] for row in sheets[sheet]]


def drop_row(sheets, sheet, number):
    del sheets[sheet][number - 1]


def drop_column(sheets, sheet, letter):
    _, column = place(f"{letter}1")
    sheets[sheet] = [[*row[:column], *row[column + 1 :]] for row in sheets[sheet]]


def rename(sheets, old, new):
    """The same workbook with a sheet under another name, in its place."""
    return {new if name == old else name: rows for name, rows in sheets.items()}
