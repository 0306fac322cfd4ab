"""The formats of a workbook: one face, twelve points, no meaning in colour alone."""

import re
from typing import Any

from components import text, theme

FACE = {"font_name": "Arial", "font_size": 12}
NUMBERS = {"align": "right", "indent": 1}  # a gap before the words of the next column
THEME = {"theme_font_name": "Calibri"}  # the face of the theme is another, so that the one above is used


def plain(words: str) -> str:
    """Words for where only plain text may stand: titles, properties and alternative text."""
    return re.sub(r"[\x00-\x1f\x7f\ufffe\uffff]", " ", words).replace(text.NBSP, " ")


class Styles:
    """Formats of one workbook; an instance belongs to its book."""

    def __init__(self, book: Any) -> None:
        def made(**more: object) -> Any:
            return book.add_format({**FACE, **THEME, **more})

        self.heading = made(bold=True, font_size=16)
        self.banner = made(bold=True, font_color=theme.INK, bg_color=theme.WATCH)
        self.head = made(bold=True, text_wrap=True, valign="top")
        self.head_of_numbers = made(bold=True, text_wrap=True, valign="top", **NUMBERS)
        self.wrapped = made(text_wrap=True, valign="top")
        self.link = made(font_color=theme.MAIN, underline=1, valign="top")
        self.month = made(num_format="mmmm yyyy", align="left", valign="top")
        self.day = made(num_format="d mmmm yyyy", align="left", valign="top")
        self.absent = made(text_wrap=True, valign="top", **NUMBERS)
        self._numbers = {
            (places, unit): made(num_format=_number_format(places, unit), valign="top", **NUMBERS)
            for places in (0, 1, 2)
            for unit in ("", "%", "points")
        }

    def number(self, decimals: int, value: float, unit: str = "") -> Any:
        """The format of a number; -1 decimals show whole numbers whole and others with one."""
        places = decimals if decimals >= 0 else int(not float(value).is_integer())
        return self._numbers.get((places, unit), self._numbers[places, ""])


def _number_format(places: int, unit: str) -> str:
    digits = "#,##0" + ("." + "0" * places if places else "")
    return f'{digits}" {unit}"' if unit else digits
