"""NHS organisations: kinds, the NHS regions, and what publishers' codes and names look like.

Names, boards and providers are learnt from the publications when a warehouse is built; only the NHS regions are
written down here. Source of their codes: NHS Digital, Organisation Data Service.
"""

import functools
import re

from domain import areas

NHS_REGION, ICB, PROVIDER = "nhs_region", "icb", "provider"
KINDS = (NHS_REGION, ICB, PROVIDER)
KIND_LABELS = {NHS_REGION: "NHS region", ICB: "integrated care board", PROVIDER: "provider"}

NHS_REGIONS = {
    "Y56": "London",
    "Y58": "South West",
    "Y59": "South East",
    "Y60": "Midlands",
    "Y61": "East of England",
    "Y62": "North West",
    "Y63": "North East and Yorkshire",
}
# Regions to March 2019, as they stood before; none of them is one of the seven of today.
FORMER_NHS_REGIONS = {"Y54": "North of England", "Y55": "Midlands and East of England", "Y57": "South of England"}

_ICB_CODE = re.compile(r"[A-Z0-9]{3}")
_CODE = re.compile(r"[A-Z0-9]{3,9}")
_SMALL_WORDS = frozenset({"of", "and", "the", "upon", "on", "in", "for", "at", "with", "under", "to"})
_SHORT_FORMS = frozenset({"nhs", "cic", "icb", "utc", "gp", "ccg", "wic", "miu", "uk", "llp", "plc", "hhcic"})
_SPOKEN = frozenset({"ltd"})
# East of England, NHS ENGLAND EAST OF ENGLAND and East Of England Commissioning Region are one region.
_NOT_OF_THE_NAME = frozenset({"nhs", "england", "of", "commissioning", "region"})


def region_key(name: str) -> str:
    """A region's name in a form that compares equal across the publishers' spellings."""
    words = re.findall(r"[a-z]+", re.sub(r"\([^)]*\)", " ", name.lower()))
    return "".join(word for word in words if word not in _NOT_OF_THE_NAME)


_CODE_BY_KEY = {region_key(name): code for code, name in {**NHS_REGIONS, **FORMER_NHS_REGIONS}.items()}


def region_code(printed: str) -> str | None:
    """Code of an NHS region by any of its published spellings or its code; None for anything else."""
    text = printed.strip()
    if text.upper() in NHS_REGIONS or text.upper() in FORMER_NHS_REGIONS:
        return text.upper()
    return _CODE_BY_KEY.get(region_key(text)) if text else None


def is_code(text: str) -> bool:
    """Whether a text can be the code of an NHS organisation."""
    return bool(_CODE.fullmatch(text))


def flag(code: str, kind: str) -> str:
    """What is unusual about a code, in words; empty as a rule."""
    if kind == ICB and not (_ICB_CODE.fullmatch(code) or areas.is_demonstration(code)):
        return f"code of {len(code)} characters, where boards had three before 2026"
    return ""


@functools.lru_cache(maxsize=4096)
def display_name(published: str) -> str:
    """An organisation's name as people write it: publications print capitals, or a capital on every word."""
    text = re.sub(r"\s+", " ", published.replace("\u00a0", " ")).strip()
    capitals = text.isupper()
    words = re.split(r"([\s(/-]+)", text)
    shown = [_word(word, capitals) for word in words]
    last = max((place for place, word in enumerate(words) if re.search(r"[A-Za-z]", word)), default=0)
    return "".join(
        word.lower() if 0 < place < last and _small(word, shown[place - 2 : place - 1]) else word
        for place, word in enumerate(shown)
    )


def _small(word: str, before: list[str]) -> bool:
    """Whether a word is written small inside a name; a place whose name begins with The keeps it after NHS."""
    return word.lower() in _SMALL_WORDS and (word.lower(), before) != ("the", ["NHS"])


def _word(word: str, capitals: bool) -> str:
    bare = re.sub(r"[^a-z]", "", word.lower())
    if bare in _SPOKEN:
        return word[:1].upper() + word[1:].lower()
    if bare in _SHORT_FORMS:
        return word.upper()
    return word[:1].upper() + word[1:].lower() if capitals else word
