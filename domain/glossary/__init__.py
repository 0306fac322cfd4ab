"""The field's words, declared once, in the order of the alphabet. Ids are permanent."""

from domain import status
from domain.glossary import charts, delays, emergency, figures, places, schemes
from domain.glossary.term import Term

__all__ = ["STATUS_TERMS", "TERMS", "TERM_BY_ID", "Term", "place"]


def place(term: Term) -> str:
    """What a term is sorted by: small letters, without ``the``."""
    return term.term.casefold().removeprefix("the ")


_ALL = (*delays.TERMS, *emergency.TERMS, *figures.TERMS, *places.TERMS, *charts.TERMS, *schemes.TERMS)
TERMS: tuple[Term, ...] = tuple(sorted(_ALL, key=place))
TERM_BY_ID = {term.id: term for term in TERMS}

# Every status of a value, and every shorthand, has its term.
STATUS_TERMS = {
    status.PUBLISHED: "published-status",
    status.REVISED: "revised",
    status.DERIVED: "derived-here",
    status.ESTIMATED: "estimated",
    status.CORRECTED: "corrected-here",
    status.NOT_SUBMITTED: "not-submitted",
    status.SUPPRESSED: "suppressed",
    status.UNAVAILABLE: "not-available",
    status.INAPPLICABLE: "not-applicable",
    status.REFUSED: "not-shown",
    status.NOT_AVAILABLE: "not-submitted",
    status.NOT_APPLICABLE: "not-applicable",
    status.SUPPRESSED_MARK: "suppressed",
}
