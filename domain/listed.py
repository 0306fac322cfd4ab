"""What can become of a link that a publisher's page lists: one outcome each, in words that a person can read."""

from dataclasses import dataclass

LOADED, OLDER, SAME, DEAD, FAILED = "loaded", "older", "same", "dead", "failed"
OTHER, REFUSED, UNASKED, PAGE = "other", "refused", "unasked", "page"
OUTCOMES = {
    LOADED: "loaded",
    OLDER: "kept beside another version",
    SAME: "same bytes as another link",
    PAGE: "a page, looked at for links",
    DEAD: "dead link",
    OTHER: "another publication",
    REFUSED: "refused",
    FAILED: "did not come",
    UNASKED: "not asked for",
}
TROUBLED = frozenset({REFUSED, FAILED})  # somebody should look


@dataclass(frozen=True)
class Listed:
    """A link and what became of it.

    source: who asked for it, or whose page lists it. page: the page that lists it, empty for an address that no page
    lists. release: what the file is a release of, where it was read. words: which, why, or by what it was told.
    """

    source: str
    url: str
    text: str
    page: str
    outcome: str
    release: str = ""
    words: str = ""

    @property
    def said(self) -> str:
        """The outcome in words."""
        return OUTCOMES.get(self.outcome, self.outcome)
