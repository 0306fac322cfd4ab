"""Terms of figures: vintages, and what stands where a number cannot."""

from domain.glossary.term import AE, DTOC, OURS, SYMBOLS, Term

TERMS = (
    Term(
        "vintage",
        "Vintage",
        "Which issue of a figure this is; the same month can have several.",
        "The issue date of the file a value comes from. For one month the file with the latest revision date is used, "
        "older ones are kept, and figures of two vintages are never mixed in one comparison unnamed.",
        OURS,
        ("first-published", "revised", "snapshot"),
    ),
    Term(
        "first-published",
        "First published",
        "The figure as it was on publication day, which is what newspapers quote.",
        "The first vintage of a month. The England series of delays holds last revisions only, so first-published "
        "figures of delays are not in this build.",
        DTOC,
        ("vintage", "revised"),
    ),
    Term(
        "revised",
        "Revised",
        "The publisher changed the figure later.",
        "A value whose file carries a revision date. Delays were revised in whole years, after the year had ended; "
        "the England series last on 10 September 2020.",
        DTOC,
        ("vintage", "first-published"),
    ),
    Term(
        "provisional",
        "Provisional",
        "A figure that its publisher expects to revise.",
        "A first issue that later returns can still change. Where a file says so, the mark is kept; points of such "
        "months are drawn hollow.",
        OURS,
        ("revised", "first-published"),
    ),
    Term(
        "published-status",
        "Published",
        "The figure as the publisher printed it.",
        "A value read from a cell of a file with no revision date.",
        OURS,
        ("revised", "derived-here"),
    ),
    Term(
        "derived-here",
        "Derived here",
        "A figure computed on this site from published ones.",
        "Sums of councils (regions), sums of cells, per-day values and rates. A region in a month with a council not "
        "submitted says how many are missing.",
        OURS,
        ("region", "published-status"),
    ),
    Term(
        "estimated",
        "Estimated by the publisher",
        "A figure that the publisher worked out from something else than a monthly return.",
        "In the A&E series the months from November 2010 to May 2015 are shared out from weekly returns, so they are "
        "not whole numbers.",
        AE,
        ("published-status",),
    ),
    Term(
        "corrected-here",
        "Corrected here",
        "A figure that the publisher mistyped, put right by a correction that was reviewed and can be read.",
        "Only while the publisher’s cell still says what the correction expects; the note names the reviewed file. "
        "Once the publisher has mended it the correction is no longer applied, and that is said.",
        OURS,
        ("published-status", "revised"),
    ),
    Term(
        "not-submitted",
        "Not submitted",
        "The organisation sent no return; the number is unknown, not zero.",
        "A dash in the publisher’s workbook where the parts have no total. Shown with the shorthand [x] and left out "
        "of sums, which then say so.",
        SYMBOLS,
        ("missing", "zero", "suppressed"),
    ),
    Term(
        "missing",
        "Missing",
        "There is no file for this month here.",
        "A month for which no file is held: a gap in the line, never filled in and never carried forward. The data "
        "page lists such months.",
        OURS,
        ("not-submitted", "zero"),
    ),
    Term(
        "zero",
        "Zero",
        "The return was sent, and it says none.",
        "A value of 0 that was published. It is neither missing nor not submitted nor suppressed, and it is drawn and "
        "averaged like any other number.",
        OURS,
        ("missing", "not-submitted", "suppressed"),
    ),
    Term(
        "suppressed",
        "Suppressed",
        "A small number of people is hidden so that nobody can be recognised.",
        "A count from 1 to 7 in figures that local users add, shown as ‘suppressed (1 to 7)’. Official figures are "
        "never suppressed here; where the publisher did it, the cell keeps its shorthand [c].",
        OURS,
        ("zero", "not-submitted"),
    ),
    Term(
        "not-available",
        "Not available",
        "The publisher has no figure for this area and time; it is unknown, not zero.",
        "Shorthand [x] in tables of outcomes, for example where a council took no part in a voluntary survey. It is "
        "neither suppressed nor not applicable.",
        SYMBOLS,
        ("not-applicable", "suppressed", "zero"),
    ),
    Term(
        "not-shown",
        "Not shown (refused)",
        "The number could be computed, but a rule forbids it; the reason stands in its place.",
        "For example a rate with no population within two years, or a change with a month missing on either side.",
        OURS,
        ("mid-year-estimate", "missing"),
    ),
    Term(
        "not-applicable",
        "Not applicable",
        "A number that cannot exist under the rules of the count.",
        "Shorthand [z]: the count does not let this body be responsible for this reason, the survey did not ask that "
        "year, or the council did not exist.",
        SYMBOLS,
        ("responsible-body", "reason-for-delay"),
    ),
    Term(
        "snapshot",
        "Snapshot",
        "A file exactly as it was fetched, kept and never changed.",
        "The bytes of a publisher’s file with their address, time and fingerprint (sha256). Other bytes for the same "
        "month are another snapshot, and both are kept.",
        OURS,
        ("build", "vintage"),
    ),
    Term(
        "build",
        "Build",
        "All figures of this site as they stood after one refresh.",
        "A warehouse made from snapshots in one go and never changed afterwards; its name stands under every chart "
        "and in every file taken away, so a number can be traced.",
        OURS,
        ("snapshot",),
    ),
    Term(
        "series-break",
        "Series break",
        "A month from which something else is counted, or counted differently.",
        "A change of definition, of coverage or of recording. It is marked on the time axis with its source; no "
        "change is computed across the wall, and control charts start a new phase.",
        OURS,
        ("wall-of-march-2020", "phase"),
    ),
)
