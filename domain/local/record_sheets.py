"""Sheets of the record: events, commentary and decisions."""

from domain.local import words
from domain.local.field import AREA, CHOICE, CODE, DATE, LONG, MONTH, PERIOD, TEXT, Field, Sheet

EVENTS = Sheet(
    "events",
    "Events",
    "What happened when: drawn on every chart of its area.",
    (
        Field("date", "Date", DATE, "Day of the event", "2017-03-08", required=True),
        Field("text", "Event", TEXT, "In a few words", "Grant announced", required=True),
        Field("area_code", "Area", AREA, "Council; empty for all of the place", ""),
        Field("scheme_id", "Scheme", CODE, "Scheme, if it is about one", "", refers="schemes.scheme_id"),
    ),
    ("date", "text"),
)
COMMENTARY = Sheet(
    "commentary",
    "Commentary",
    "What a role says about a scheme or an indicator; signed by roles, never by names.",
    (
        Field("commentary_id", "Note no.", CODE, "Short id that does not change", "N01", required=True),
        Field("scheme_id", "Scheme", CODE, "Scheme, if it is about one", "S07", refers="schemes.scheme_id"),
        Field("indicator_id", "Indicator", CODE, "Indicator, if it is about one", "", refers="indicators.indicator_id"),
        Field("area_code", "Area", AREA, "Council, if it is about one", ""),
        Field("period", "Period", PERIOD, "What it is about", "2018-12", required=True),
        Field("role", "Signed by", TEXT, "A role, never a name", "discharge lead", required=True),
        Field("side", "For", CHOICE, "Council or NHS", "council", required=True, choices=words.SIDES),
        Field("text", "Commentary", LONG, "Plain sentences", "Recruitment was complete in January.", required=True),
        Field(
            "council_view", "Council", CHOICE, "Does the council agree?", "agree", choices=words.VIEWS, default="none"
        ),
        Field("nhs_view", "NHS", CHOICE, "Does the NHS agree?", "agree", choices=words.VIEWS, default="none"),
    ),
    ("commentary_id",),
)
DECISIONS = Sheet(
    "decisions",
    "Decisions",
    "Go on, change, stop or scale: with the reason and the alternative turned down.",
    (
        Field("decision_id", "Decision no.", CODE, "Short id that does not change", "D01", required=True),
        Field("scheme_id", "Scheme", CODE, "Scheme", "S12", required=True, refers="schemes.scheme_id"),
        Field(
            "state", "State", CHOICE, "Proposed or decided", "proposed", required=True, choices=words.DECISION_STATES
        ),
        Field(
            "decision",
            "Decision",
            CHOICE,
            "Go on, change, stop, scale",
            "change",
            required=True,
            choices=words.DECISIONS,
        ),
        Field("date", "Date", DATE, "Day decided; for a proposal the day it is due", "2019-05-16", required=True),
        Field("reason", "Reason", LONG, "Why", "Long-term admissions rose", required=True),
        Field("alternative", "Alternative", LONG, "What was turned down", "Go on unchanged", required=True),
        Field("review", "Review", MONTH, "When it is looked at again", "2019-11"),
        Field("role", "By", TEXT, "A role or a board, never a name", "discharge lead", required=True),
    ),
    ("decision_id",),
)
# Sheets without figures, to whose rows nothing refers: a row can be added by itself.
ADDABLE = tuple(sheet.name for sheet in (EVENTS, COMMENTARY, DECISIONS))
