"""How reasons for delay are named on a page: the letter as published, and words short enough for a small chart."""

from domain.delays import REASON_BY_CODE

LETTERS = {"DI": "Di", "DII": "Dii"}
SHORT = {
    "DI": "Residential home placement",
    "DII": "Nursing home placement",
    "F": "Community equipment",
    "I": "Housing, not covered by the Care Act",
    "O": "Other",
}


def letter(code: str) -> str:
    """The letter of the publication: ``Dii``."""
    return LETTERS.get(code, code)


def short(code: str) -> str:
    """Words for a heading: ``Nursing home placement``."""
    return SHORT.get(code, REASON_BY_CODE[code].label)


def spoken(code: str) -> str:
    """Words inside a sentence: ``nursing home placement``."""
    words = short(code)
    return words[0].lower() + words[1:]
