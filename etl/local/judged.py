"""Verdicts of a place (METHODS M21): of each link, of each level, and the line of each scheme."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.impact import reasons
from analysis.impact.facts import SERIES, SURVEY, Claim, Design, Facts, claimed_by_others
from analysis.impact.summary import Judged, summary
from analysis.impact.verdict import Verdict, verdict
from domain.local import spans
from etl.local.case import Case, Record
from etl.local.designs import AREAS, BEFORE, CHOSEN, ENGLAND, ITS, SAME, Evidence
from etl.local.upload import Row

NONE_REGISTERED = "none_registered"
LEVELS = ("operational", "strategic", "personal")
AGREEING = (ITS, CHOSEN, ENGLAND, BEFORE, SAME)


@dataclass(frozen=True)
class Scheme:
    """A scheme with what its verdicts rest on. outputs: delivered ÷ planned after the roll-in; None without a plan."""

    row: Row
    outputs: float | None
    claims: tuple[Claim, ...]


def claims(schemes: Sequence[Row], links: Sequence[Row]) -> tuple[Claim, ...]:
    """What every scheme of a place claims."""
    by_id = {row["scheme_id"]: row for row in schemes}
    return tuple(
        Claim(link["scheme_id"], scheme["area_code"], _name(link), link["role"], scheme["actual_start"] or "")
        for link in links
        if (scheme := by_id.get(link["scheme_id"]))
    )


def _name(link: Row) -> str:
    return f"{link['indicator_id']}/{link['body'] or ''}"


def delivered(outputs: Sequence[Row], scheme: Row, months: Sequence[str]) -> float | None:
    """Outputs delivered ÷ planned over some months (M21, rule 2); all months from the start where those are none."""
    held = [(spans.parse(row["period"]), row) for row in outputs if row["scheme_id"] == scheme["scheme_id"]]
    wanted = [row for span, row in held if row["actual"] is not None and (not months or span.end in months)]
    planned = sum(row["planned"] or 0.0 for row in wanted)
    actual = sum(row["actual"] for row in wanted)
    return actual / planned if planned else None


def facts(case: Case, scheme: Scheme, found: Evidence) -> Facts:
    """What the verdict of a link is told."""
    link, series, window = case.link, case.series, case.window
    good = series.indicator["good"]
    start = scheme.row["actual_start"] or ""
    before = [month for month in series.values if month < start] if start else []
    mine = next(one for one in scheme.claims if (one.scheme, one.indicator) == (link["scheme_id"], _name(link)))
    expected = link["expected"] / case.times if link["expected"] else None
    areas = found.records.get(AREAS, {})
    return Facts(
        good if good in ("up", "down") else "up",
        role=link["role"],
        source=SURVEY if series.survey else SERIES,
        started=bool(start),
        ended=bool(scheme.row["ended"]),
        outputs=scheme.outputs,
        post_months=len(window.running) if start else 0,
        pre_months=len(before) * series.step,
        born_with_scheme=bool(series.values) and not before and not case.suppressed,
        also_claimed_by=claimed_by_others(mine, scheme.claims),
        effect=found.effect,
        refused=_code(case, found),
        refused_words=found.why,
        expected=expected,
        selection_checked=bool(found.chosen and found.chosen.checked),
        peers=bool(series.peers),
        pre_trend_passed=bool(found.records.get(ENGLAND, {}).get("estimate") is not None),
        placebo_p=areas.get("p"),
        could_show=None if found.showing is None else found.showing.months is not None,
        chosen_afterwards=bool(link["registered_on"] and start and link["registered_on"] > start),
        designs=tuple(
            Design(name, float(found.records[name]["estimate"]))
            for name in AGREEING
            if found.records.get(name, {}).get("estimate") is not None
        ),
    )


def _code(case: Case, found: Evidence) -> str:
    """Code of the reason for which there is no estimate."""
    if found.effect is not None:
        return ""
    return reasons.SUPPRESSED if case.suppressed else reasons.MARGIN if case.series.survey else reasons.NO_ESTIMATE


def link_record(case: Case, found: Verdict, months: int | None) -> Record:
    """The verdict of a link."""
    link = case.link
    return {
        "scheme_id": link["scheme_id"],
        "level": case.series.indicator["level"],
        "indicator_id": link["indicator_id"],
        "body": link["body"] or "",
        "role": link["role"],
        **_said(found),
        "months": months,
    }


def _said(found: Verdict) -> Record:
    why = found.because
    if found.with_schemes:
        why = f"{', '.join(found.with_schemes)} claims the same change"
    return {"verdict": found.code, "reason": found.reason, "why": why, "settle": found.settles}


def lines(scheme: Row, judged: Sequence[Judged]) -> list[Record]:
    """The line of a scheme: one record a level, and one for all of it."""
    found = summary(judged)
    if found is None:
        empty = {"verdict": NONE_REGISTERED, "reason": NONE_REGISTERED, "why": "no indicator is registered"}
        return [{"scheme_id": scheme["scheme_id"], "level": level, **empty} for level in (*LEVELS, "")]
    records: list[Record] = []
    for level in LEVELS:
        cell = found.levels[level]
        if cell is None:
            said: Record = {"verdict": NONE_REGISTERED, "reason": NONE_REGISTERED, "why": "none registered"}
        else:
            said = {**_said(cell.judged.verdict), "verdict": cell.code, "rests_on": cell.judged.indicator}
        records.append({"scheme_id": scheme["scheme_id"], "level": level, **said})
    whole = {**_said(found.judged.verdict), "verdict": found.code, "rests_on": found.judged.indicator}
    if found.worse:
        whole["why"] = f"{', '.join(found.worse)} got worse" if found.code == reasons.SUBSTITUTED else whole["why"]
    return [*records, {"scheme_id": scheme["scheme_id"], "level": "", **whole}]


def months_left(case: Case, found: Verdict, evidence: Evidence) -> int | None:
    """Months until "cannot tell" or "too early" can become something else (M19); None where never or not known."""
    if found.code == reasons.TOO_EARLY:
        return max(0, 6 - found.months)
    if found.code not in (reasons.CANNOT_TELL, reasons.EMERGING):
        return None
    if evidence.showing is None or evidence.showing.months is None or case.window.ended:
        return None
    return max(1, evidence.showing.months - found.months)


def judge(case: Case, scheme: Scheme, found: Evidence) -> Verdict:
    """The verdict of a link."""
    return verdict(facts(case, scheme, found))
