"""The nineteen schemes (section 3 of the example)."""

from etl.demo.partnership.place import BY_LETTER
from etl.demo.partnership.rows import row
from etl.local.upload import Row

FLOW = "High Impact Change Model for Managing Transfer of Care"
CARE = "Home-based intermediate care services"
PREVENT = "Prevention / Early Intervention"

# id; name; at; stage; demand; payer; gains; type; planned start; actual start; ended; unit of output; reached, %
_LINES = f"""
S01; Front-door social work and voluntary team; S; admission_avoidance; manages; council; nhs, person; {PREVENT}; \
2017-07; 2017-10; ; people seen; 21
S02; Two-hour urgent community response; Q; admission_avoidance; manages; council; nhs, person; \
Urgent Community Response; 2017-07; 2018-01; ; responses; 3
S03; Care-home clinical support line; A; admission_avoidance; manages; nhs; nhs, person; Community Based Schemes; \
2017-06; 2017-09; ; calls; 88
S04; Frailty outreach for frequent attenders; Q; admission_avoidance; manages; council; nhs, person; {PREVENT}; \
2017-09; 2018-11; ; people; 2
S05; Community connectors; A; tier_1; manages; council; council, nhs, person; {PREVENT}; 2017-07; 2017-08; ; people; 4
S06; Carers' breaks and emergency plans; S; tier_1; manages; council; person, council; Carers Services; \
2017-07; 2017-07; ; breaks; 9
S07; Seven-day hospital social work; S; in_hospital_flow; meets; council; nhs, person; {FLOW}; \
2017-09; 2017-11; ; weekend shifts; 30
S08; Trusted assessor for care homes; S; in_hospital_flow; meets; council; nhs; {FLOW}; \
2017-08; 2017-10; ; assessments; 35
S09; Ward discharge coordinators; S; in_hospital_flow; meets; nhs; nhs; {FLOW}; 2017-08; 2017-09; 2019-03; WTE; 60
S10; Social workers in community hospitals; Q; in_hospital_flow; meets; council; nhs, person; {FLOW}; \
2017-07; 2017-07; ; WTE; 85
S11; Home first (discharge to assess at home); A; discharge; meets; council; nhs, person; {FLOW}; \
2017-10; 2018-01; ; packages; 55
S12; Discharge-to-assess beds in care homes; Q; discharge; meets; council; nhs; \
Bed based intermediate Care Services; 2017-07; 2017-09; ; bed weeks; 40
S13; Seven-day brokerage hub; S; discharge; meets; council; council, nhs; {FLOW}; 2018-01; 2018-04; ; placements; 45
S14; Home-from-hospital volunteers; A; discharge; meets; council; person, nhs; {FLOW}; 2017-10; 2017-11; ; people; 6
S15; Equipment and adaptations fast track; S; discharge; meets; council; person, nhs; \
Assistive Technologies and Equipment; 2017-09; 2017-12; ; items; 90
S16; Choice policy and self-funder advice; A; discharge; meets; nhs; nhs; {FLOW}; \
2017-09; 2017-10; 2018-12; letters; 100
S17; Reablement expansion (step-down and step-up); Q; tier_2; manages; council; person, council, nhs; {CARE}; \
2017-09; 2018-07; ; starts; 20
S18; Rehabilitation beds; S; tier_2; meets; council; nhs; Bed based intermediate Care Services; 2017-11; ; ; beds; 5
S19; Winter discharge taskforce; A; discharge; meets; council; nhs; {FLOW}; 2018-01; 2018-01; 2018-03; days; 100
"""
_NAMES = "scheme_id name at stage demand payer gains scheme_type planned_start actual_start ended output_unit reached"

# What is done, and the role that can change it.
_WORDS = {
    "S01": (
        "Social workers and volunteers at the front door see people before they are admitted and take them home.",
        "front-door team manager",
    ),
    "S02": (
        "Nurses, therapists and care workers reach people at home within two hours of a call.",
        "community services lead",
    ),
    "S03": (
        "Care homes call a senior nurse by video at any hour before they call an ambulance.",
        "care-homes quality lead",
    ),
    "S04": (
        "A frailty nurse and a social worker visit people who came to A&E five times or more in a year.",
        "frailty lead",
    ),
    "S05": ("Connectors link people who live alone with groups, help and transport nearby.", "community services lead"),
    "S06": ("Short breaks for carers, and a written plan for the day a carer cannot care.", "carers' lead"),
    "S07": (
        "Social workers on the wards of Saltmarrow General on all seven days, with powers to agree packages.",
        "hospital social-work manager",
    ),
    "S08": ("One assessor works for all care homes, so that homes need not send their own.", "care-homes quality lead"),
    "S09": ("A coordinator on every ward plans the day of leaving from the first morning.", "ward discharge manager"),
    "S10": ("Two social workers based in each of the community hospitals.", "community hospitals manager"),
    "S11": ("People go home as soon as they are well enough and are assessed there.", "discharge lead"),
    "S12": (
        "Block-booked care-home beds where people wait for their assessment instead of in hospital.",
        "discharge lead",
    ),
    "S13": ("Brokers place packages on all seven days from one list of home-care providers.", "brokerage manager"),
    "S14": ("Volunteers take people home, fill the fridge and call for six weeks.", "voluntary-sector lead"),
    "S15": (
        "Equipment and small adaptations ordered from the ward, delivered before or on the day.",
        "equipment manager",
    ),
    "S16": (
        "A letter and an adviser for people who pay for their own care and wait for a home of their choice.",
        "discharge lead",
    ),
    "S17": (
        "More reablement at home, for people who leave hospital and for those who might have to go in.",
        "reablement manager",
    ),
    "S18": ("Twelve rehabilitation beds in a converted ward.", "intermediate care lead"),
    "S19": ("A team of six from all partners cleared every delay of over a week, January to March.", "system director"),
}


def _scheme(line: str) -> Row:
    cells = dict(zip(_NAMES.split(), (cell.strip() for cell in line.split(";")), strict=True))
    description, must_act = _WORDS[cells["scheme_id"]]
    at, demand, reached = cells.pop("at"), cells.pop("demand"), cells.pop("reached")
    return row(
        "schemes",
        **cells,
        area_code=BY_LETTER[at],
        demand_flag=f"{demand}_demand",
        reached_pct=float(reached),
        description=description,
        must_act=must_act,
        registered_on="2017-05",
    )


SCHEMES = tuple(_scheme(line) for line in _LINES.splitlines() if line.strip())
BY_ID = {one["scheme_id"]: one for one in SCHEMES}
