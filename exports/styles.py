"""The formats of a workbook: one face, twelve points, no meaning in colour alone."""

import re
from typing import Any

from components import text, theme

FACE = {"font_name": "Arial", "font_size": 12}
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
        self.wrapped = made(text_wrap=True, valign="top")
        self.link = made(font_color=theme.MAIN, underline=1)
        self.month = made(num_format="mmmm yyyy", align="left")
        self.absent = made(align="right")
        self._whole = made(num_format="#,##0")
        self._decimals = {places: made(num_format="#,##0." + "0" * places) for places in (1, 2)}

    def number(self, decimals: int, value: float) -> Any:
        """The format of a number; -1 decimals show whole numbers whole and others with one."""
        places = decimals if decimals >= 0 else int(not float(value).is_integer())
        return self._decimals[places] if places else self._whole
