"""Links from schemes to indicators and the targets (sections 5 and 6 of the example)."""

from etl.demo.partnership.place import A, Q, S
from etl.demo.partnership.rows import row, table
from etl.local.upload import Row

# scheme; indicator; body; role; primary of its level; expected; unit; lag; why it should move
_LINES = """
S01; I15; ; outcome; yes; -4; points; 0; People who are seen early need no bed
S01; I14; ; process; no; ; ; 0; The team works when people go home the same day
S01; I28; ; outcome; yes; 6; points; 0; People are asked, and go home with help
S01; I03; ; outcome; yes; -1; percent; 0; Fewer attendances become admissions
S01; I04; ; balancing; no; 0; points; 0; People sent home must not come back
S02; I16; ; process; no; ; ; 0; A visit in two hours replaces an ambulance
S02; I03; ; outcome; yes; -1; percent; 1; People stay at home when help is quick
S03; I17; ; outcome; yes; -20; percent; 1; A nurse on the line sees to it in the home
S04; I03; ; outcome; yes; -2; percent; 0; A few people come often, and they are visited
S05; I03; ; outcome; yes; -1; percent; 0; People with company and help fall ill less
S05; I25; ; outcome; yes; 2; points; 0; People with company and help have more control
S06; I27; ; outcome; yes; 0.3; score; 0; Carers who rest can go on
S07; I10; ; outcome; yes; 40; percent; 0; People leave at weekends too
S07; I11; ; outcome; no; 10; points; 1; Referrals of Friday are seen on Saturday
S07; I02; ; outcome; yes; -15; percent; 2; Packages are agreed all week
S07; I26; ; outcome; yes; 5; points; 0; People plan their leaving with a social worker
S07; I04; ; balancing; no; 0; points; 0; Quicker leaving must not bring people back
S07; I05; ; balancing; no; 0; percent; 0; Quicker leaving must not end in a care home
S08; I11; ; outcome; yes; 10; points; 1; One assessor for all homes is there at once
S09; I07; ; outcome; yes; -20; percent; 1; Somebody plans the day of leaving
S10; I12; ; outcome; no; -10; percent; 1; Planning starts in the first days
S10; I13; ; outcome; yes; -25; percent; 1; Nobody waits for an assessor to drive out
S11; I19; ; outcome; yes; 12; points; 1; Packages wait for the person, not the other way round
S11; I01; social_care; outcome; yes; -15; percent; 2; People are assessed at home
S11; I26; ; outcome; yes; 5; points; 0; People choose in their own home
S11; I05; ; balancing; no; 0; percent; 0; Going home first must not end in a care home
S12; I09; ; outcome; yes; -30; percent; 1; People wait in a care home instead of a ward
S12; I05; ; balancing; no; 0; percent; 2; A short stay must not become a long one
S12; I29; ; balancing; no; 0; points; 0; People must not lose the choice of where to live
S13; I20; ; outcome; yes; -30; percent; 0; Brokers see early where a provider struggles
S14; I29; ; outcome; yes; 5; points; 0; With a volunteer more people can go home
S14; I04; ; balancing; no; 0; points; 0; People taken home must not come back
S15; I24; ; outcome; yes; 10; points; 0; Orders go out from the ward
S16; I18; ; outcome; yes; -50; percent; 0; People know their choices and dates
S17; I21; ; process; no; ; ; 0; More staff, more starts
S17; I22; ; outcome; yes; 5; points; 0; More time for each person
S17; I23; ; context; no; ; ; 0; Read beside the starts: both employers recruit from the same people
S17; I06; ; outcome; yes; 3; points; 0; People who got stronger stay at home
S18; I07; ; outcome; yes; -10; percent; 0; Long stays move to a rehabilitation bed
S19; I01; nhs; outcome; yes; -20; percent; 0; Every long delay is taken up at once
"""
_NAMES = "scheme_id indicator_id body role is_primary expected expected_unit lag hypothesis"
# Share of the people of this indicator that a scheme reaches, where it is not that of the scheme.
_REACHED = {
    ("S01", "I03"): 5,
    ("S02", "I03"): 3,
    ("S05", "I25"): 2,
    ("S05", "I03"): 1,
    ("S06", "I27"): 9,
    ("S14", "I04"): 2,
}


def _link(line: str) -> Row:
    cells = dict(zip(_NAMES.split(), (cell.strip() for cell in line.split(";")), strict=True))
    expected, unit, lag = cells.pop("expected"), cells.pop("expected_unit"), cells.pop("lag")
    reached = _REACHED.get((cells["scheme_id"], cells["indicator_id"]))
    said = {"expected": float(expected) if expected else None, "expected_unit": unit, "lag": int(lag)}
    return row("links", **cells, **said, reached_pct=reached, registered_on="2017-05")


LINKS = tuple(_link(line) for line in _LINES.splitlines() if line.strip())

_PLAN = "Better Care Fund plan 2018/19"
_CHANGES = {"I03": -0.8, "I01": -12.0, "I05": -3.0}
TARGETS = (
    *(
        row("targets", indicator_id=one, area_code=area, period="2018-19", kind="plan", change_pct=change, source=_PLAN)
        for one, change in _CHANGES.items()
        for area in (Q, A, S)
    ),
    *table(
        "targets",
        "indicator_id area_code period kind value source",
        [
            *(
                ("I06", area, f"2018-19 Q{quarter}", "plan", 84.0, _PLAN)
                for area in (Q, A, S)
                for quarter in range(1, 5)
            ),
            ("I09", Q, "2018-19", "ambition", 16.0, "Discharge programme"),
            ("I11", S, "2018-19", "ambition", 64.0, "Discharge programme"),
            ("I16", Q, "2018-19", "ambition", 80.0, "Service specification"),
            ("I19", A, "2018-19", "ambition", 50.0, "Discharge programme"),
            ("I21", Q, "2018-19", "plan", 5.1, "Reablement business case"),
            ("I24", S, "2018-19", "benchmark", 85.0, "Equipment contract"),
        ],
    ),
)
