"""Mergers of integrated care boards in 2026, as far as they are documented.

Only the new codes and names have been seen, in a public copy of the acute discharge file of August 2026. Which boards
each took over, the day, and which boards were parted between two are not confirmed from an order or from the NHS
directory: ``confirmed`` says so, and no figure is added up across these changes until it is.
"""

from dataclasses import dataclass

from domain.area_changes import MERGED, REDRAWN


@dataclass(frozen=True)
class BoardChange:
    """A new board (code and name) and the boards whose area it took over, whole or in part (code: name)."""

    date: str
    kind: str
    before: dict[str, str]
    after: dict[str, str]
    note: str
    confirmed: bool = False


_DAY = "2026-04-01"
_SUFFOLK = {"QJG": "Suffolk and North East Essex"}
_HERTS = {"QM7": "Hertfordshire and West Essex"}
_FRIMLEY = {"QNQ": "Frimley"}
CHANGES = (
    BoardChange(
        _DAY,
        REDRAWN,
        {"QH8": "Mid and South Essex", **_SUFFOLK, **_HERTS},
        {"D7T5G": "Essex"},
        "the Essex parts of two boards joined it",
    ),
    BoardChange(
        _DAY,
        REDRAWN,
        {"QHG": "Bedfordshire, Luton and Milton Keynes", "QUE": "Cambridgeshire and Peterborough", **_HERTS},
        {"S1Y5D": "Central East"},
        "without West Essex",
    ),
    BoardChange(
        _DAY,
        REDRAWN,
        {"QMM": "Norfolk and Waveney", **_SUFFOLK},
        {"T6Y0W": "Norfolk and Suffolk"},
        "without North East Essex",
    ),
    BoardChange(
        _DAY,
        MERGED,
        {"QRV": "North West London", "QMJ": "North Central London"},
        {"Z9B2Z": "West and North London"},
        "two whole boards",
    ),
    BoardChange(
        _DAY,
        REDRAWN,
        {"QU9": "Buckinghamshire, Oxfordshire and Berkshire West", **_FRIMLEY},
        {"S0E4D": "Thames Valley"},
        "with East Berkshire out of Frimley",
    ),
    BoardChange(
        _DAY,
        REDRAWN,
        {"QXU": "Surrey Heartlands", "QNX": "Sussex", **_FRIMLEY},
        {"S9B9J": "Surrey and Sussex"},
        "with the Surrey part of Frimley",
    ),
)
