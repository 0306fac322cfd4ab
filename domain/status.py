"""Statuses of a value, and the shorthand that stands where a number cannot.

Suppressed, missing and zero are three things: a value is a number or nothing, and when it is nothing
the shorthand says why. The bracketed letters follow the Government Analysis Function's symbols.
"""

PUBLISHED = "published"  # as first published, or with no revision date in the file
REVISED = "revised"  # the file says that it was revised
DERIVED = "derived"  # computed here from published cells (sums of councils, sums of cells, rates)
ESTIMATED = "estimated"  # published as an estimate (weeks apportioned to months)
CORRECTED = "corrected"  # a reviewed correction of a known error in the published file; the note says why
NOT_SUBMITTED = "not_submitted"  # the organisation sent no return
SUPPRESSED = "suppressed"  # hidden by the publisher: too few people
UNAVAILABLE = "not_available"  # the publisher has no figure for this area and time
INAPPLICABLE = "not_applicable"  # there can be no figure: not asked then, or no such area then
REFUSED = "refused"  # computable, but a rule forbids it; the shorthand carries the reason
STATUSES = (
    PUBLISHED,
    REVISED,
    DERIVED,
    ESTIMATED,
    CORRECTED,
    NOT_SUBMITTED,
    SUPPRESSED,
    UNAVAILABLE,
    INAPPLICABLE,
    REFUSED,
)

NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
SUPPRESSED_MARK = "[c]"
SHORTHAND = {
    NOT_AVAILABLE: "not submitted or not available",
    NOT_APPLICABLE: "not applicable: the collection does not let this body own this reason, or did not ask that year",
    SUPPRESSED_MARK: "suppressed by the publisher: too few people",
}
LABELS = {
    PUBLISHED: "published",
    REVISED: "revised",
    DERIVED: "derived here",
    ESTIMATED: "estimated by the publisher",
    CORRECTED: "corrected here",
    NOT_SUBMITTED: "not submitted",
    SUPPRESSED: "suppressed",
    UNAVAILABLE: "not available",
    INAPPLICABLE: "not applicable",
    REFUSED: "not shown",
}
