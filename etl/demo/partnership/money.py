"""Spend lines (section 2 of the example): the grant in four versions, and the wider funds it is part of.

A line belongs to the narrowest fund that pays for it: the pooled fund is the grant and the lines of the pooled
fund, all interface spend is those and the lines of the interface. Lines without a stage are not classified.
"""

from etl.demo.partnership.rows import row
from etl.demo.partnership.schemes import BY_ID
from etl.local.upload import Row

VERSIONS = {"plan": "2017-18", "forecast": "2017-18", "outturn": "2017-18", "next_plan": "2018-19"}

# id; name; purpose; stage; demand; market; sustains NHS; gains; plan, forecast, outturn, next plan in thousands
_BASE = """
B01; Care packages, existing and new demand; sustain; tier_3; meets; none; no; person; 7200 11880 12060 7600
B02; Care-home fee uplift; sustain; tier_3; meets; fees; no; council, person; 4320 4320 4320 2900
B03; Home-care fee uplift and pay floor; sustain; specific_social_care; meets; fees; no; council, person; \
6480 6480 6480 3700
B04; Home-care capacity, block hours; sustain; specific_social_care; meets; capacity; no; council, nhs, person; \
3600 1700 1690 1400
B05; NHS community services kept going; sustain; specific_social_care; meets; none; yes; nhs, person; 2430 1930 1920 700
B06; Existing rapid response team; sustain; admission_avoidance; manages; none; no; nhs, person; 900 900 900 400
B07; Social work posts kept; sustain; specific_social_care; meets; none; no; council, person; 990 690 690 560
B08; Programme office, data, evaluation; enable; programme; enabler; none; no; council, nhs; 1440 650 630 1050
"""
# Schemes: plan, forecast, outturn, next plan in thousands of pounds.
_SCHEMES = {
    "S01": (620, 480, 470, 640),
    "S02": (760, 420, 410, 860),
    "S03": (430, 300, 295, 480),
    "S04": (350, 90, 60, 500),
    "S05": (360, 250, 245, 400),
    "S06": (420, 330, 325, 450),
    "S07": (690, 560, 550, 640),
    "S08": (280, 190, 185, 250),
    "S09": (240, 190, 185, 0),
    "S10": (410, 350, 345, 380),
    "S11": (860, 620, 605, 800),
    "S12": (640, 520, 530, 500),
    "S13": (310, 220, 215, 260),
    "S14": (190, 150, 145, 180),
    "S15": (260, 120, 110, 240),
    "S16": (120, 60, 55, 0),
    "S17": (820, 130, 110, 850),
    "S18": (560, 0, 0, 420),
    "S19": (320, 310, 310, 0),
}
# What was not spent and goes into the next year; the rest of the slippage went into care packages (B01).
CARRIED = {"B08": 720, "S02": 340, "S04": 260, "S11": 240, "S17": 600}
# Outturn of this scheme is of preparation only, under a line of its own: it cannot be held against its plan.
PREPARATION = {"S04": ("S04P", "Frailty outreach: recruiting and training before the service opened")}

# Wider funds, planned for 2017-18: id; name; scope; stage (empty: not classified); payer; thousands of pounds
_WIDER = """
P01; Disabled facilities grant; pooled_fund; tier_1; council; 9600
P02; NHS contribution to social care; pooled_fund; specific_social_care; nhs; 21400
P03; Community rehabilitation and intermediate care; pooled_fund; tier_2; nhs; 14000
P04; Carers' services; pooled_fund; tier_1; joint; 2400
P05; Further pooled budgets; pooled_fund; ; joint; 14600
W01; Long-term care paid by the three councils; interface; tier_3; council; 138000
W02; Acute hospital care after an emergency, people aged 65 and over; interface; in_hospital_flow; nhs; 64600
W03; Community hospitals and rehabilitation wards; interface; tier_2; nhs; 22000
W04; Ambulances and urgent care outside hospital; interface; admission_avoidance; nhs; 22000
W05; Block contracts of the two hospitals; interface; ; nhs; 148000
W06; Primary care and mental health at the interface; interface; ; nhs; 47400
"""


def _cells(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(";")] for line in text.splitlines() if line.strip()]


def _versions(amounts: tuple[int, ...], line_id: str, **cells: object) -> list[Row]:
    """One row a version; what is carried forward stands on the forecast."""
    found = []
    for (version, year), amount in zip(VERSIONS.items(), amounts, strict=True):
        said = {**cells, "line_id": line_id}
        if version == "outturn" and line_id in PREPARATION:
            said["line_id"], said["name"] = PREPARATION[line_id]
        carried = CARRIED.get(line_id) if version == "forecast" else None
        money = {"amount": amount * 1000, "carried": carried and carried * 1000}
        found.append(row("spend_lines", **said, version=version, year=year, **money))
    return found


def _base() -> list[Row]:
    found = []
    for line_id, name, purpose, stage, demand, market, nhs, gains, amounts in _cells(_BASE):
        flag = demand if demand == "enabler" else f"{demand}_demand"
        found += _versions(
            tuple(int(amount) for amount in amounts.split()),
            line_id,
            name=name,
            purpose=purpose,
            stage=stage,
            demand_flag=flag,
            market=market,
            sustains_nhs=nhs,
            payer="council",
            gains=gains,
        )
    return found


def _of_schemes() -> list[Row]:
    found = []
    for scheme_id, amounts in _SCHEMES.items():
        same = {name: BY_ID[scheme_id][name] for name in ("name", "stage", "demand_flag", "payer", "gains")}
        found += _versions(amounts, scheme_id, scheme_id=scheme_id, purpose="improve", **same)
    return found


def _wider() -> list[Row]:
    return [
        row(
            "spend_lines",
            line_id=line_id,
            name=name,
            version="plan",
            year="2017-18",
            amount=int(amount) * 1000,
            stage=stage,
            payer=payer,
            scope=scope,
        )
        for line_id, name, scope, stage, payer, amount in _cells(_WIDER)
    ]


SPEND_LINES = (*_base(), *_of_schemes(), *_wider())
