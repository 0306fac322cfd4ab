"""The twenty-nine indicators (section 4 of the example): nine strategic, fifteen operational, five personal."""

from etl.demo.partnership.rows import row
from etl.local.upload import Row

# id; name; level; kind; unit; good; frequency; exposure; counts people; decimals; national series; body; reason
_LINES = """
I01; People delayed on an average day; strategic; count; people a day; down; month; calendar_day; no; 1; dtoc_beds; ;
I02; People delayed, waiting for social care; strategic; rate; per 100,000 adults; down; month; none; no; 1; \
dtoc_beds_per_100k_18plus; social_care;
I03; Emergency admissions of residents; strategic; count; admissions a day; down; month; calendar_day; no; 0; ; ;
I04; Readmissions within 30 days; strategic; proportion; %; down; month; none; yes; 1; ; ;
I05; New long-term care-home admissions, aged 65 and over; strategic; count; people; down; month; none; yes; 0; ; ;
I06; At home 91 days after reablement; strategic; proportion; %; up; quarter; none; yes; 1; ; ;
I07; People in hospital for 21 days or more; strategic; mean; beds; down; month; none; no; 0; ; ;
I08; Share of spend that manages demand; strategic; money; %; up; year; none; no; 1; ; ;
I09; Delays awaiting a care-home place, acute; strategic; count; people a day; down; month; calendar_day; no; 1; ; ;
I10; Weekend discharges supported by social work; operational; count; discharges per weekend day; up; month; \
weekend_day; yes; 1; ; ;
I11; Assessment started within 48 hours of referral; operational; proportion; %; up; month; none; yes; 1; ; ;
I12; Length of stay in community hospitals; operational; mean; days; down; month; none; no; 1; ; ;
I13; Delays in community hospitals; operational; count; people a day; down; month; calendar_day; no; 1; ; ;
I14; Seen by the front-door team and home the same day; operational; proportion; %; up; month; none; yes; 1; ; ;
I15; A&E attendances aged 65 and over that become admissions; operational; proportion; %; down; month; none; yes; 1; ; ;
I16; Two-hour response met; operational; proportion; %; up; month; none; yes; 1; ; ;
I17; Ambulance conveyances from care homes; operational; rate; per 100 beds; down; month; none; no; 2; ; ;
I18; Delays for patient or family choice; operational; count; people a day; down; month; calendar_day; no; 1; \
dtoc_beds; ; G
I19; Package started within 24 hours of being ready; operational; proportion; %; up; month; none; yes; 1; ; ;
I20; Home-care packages handed back; operational; count; packages; down; month; none; no; 0; ; ;
I21; Reablement starts; operational; count; starts per working day; up; month; working_day; yes; 1; ; ;
I22; Finish reablement with no ongoing support; operational; proportion; %; up; month; none; yes; 1; ; ;
I23; Home-care vacancies; operational; proportion; %; down; quarter; none; no; 1; ; ;
I24; Equipment delivered within 7 days; operational; proportion; %; up; month; none; yes; 1; ; ;
I25; Control over daily life; personal; proportion; %; up; year; none; yes; 1; control_over_daily_life; ;
I26; Services help me control my daily life, after leaving hospital; personal; proportion; %; up; quarter; none; \
yes; 1; ; ;
I27; Carers' quality of life; personal; score; score from 0 to 12; up; year; none; yes; 1; carers_quality_of_life; ;
I28; Satisfied with help at the front door or on leaving; personal; proportion; %; up; quarter; none; yes; 1; ; ;
I29; Went where they wanted to live; personal; proportion; %; up; quarter; none; yes; 1; ; ;
"""
_NAMES = """indicator_id name level kind unit good frequency exposure counts_people decimals national national_body
national_reason"""

# What is counted; whose figure it is, as a role; where it comes from; what limits the reading.
_WORDS = {
    "I01": (
        "Delayed days divided by the days of the month, by responsible body.",
        "discharge lead",
        "NHS England, delayed transfers of care",
        "NHS and social care are two series.",
    ),
    "I02": (
        "Delayed days for which social care is responsible, a day, for every 100,000 residents aged 18 and over.",
        "head of hospital social work",
        "NHS England, delayed transfers of care",
        "",
    ),
    "I03": (
        "Emergency admissions of residents of all ages, divided by the days of the month.",
        "head of urgent care",
        "Hospital admissions data, by residence",
        "",
    ),
    "I04": (
        "Emergency readmissions within 30 days of leaving hospital, of all people who left.",
        "hospital quality lead",
        "Hospital admissions data",
        "Balancing: must not get worse.",
    ),
    "I05": (
        "People aged 65 and over whose long-term place in a care home began in the month, paid by the council.",
        "head of adult commissioning",
        "Social care records",
        "Balancing: must not get worse.",
    ),
    "I06": (
        "People aged 65 and over at home 91 days after they left hospital into reablement.",
        "reablement manager",
        "Social care records",
        "Counted over the whole year, not in winter only.",
    ),
    "I07": (
        "Average number of people in the acute hospital who have been there for 21 days or more.",
        "hospital operations lead",
        "Hospital bed state",
        "One hospital for each council: Quillshire Royal, Saltmarrow General.",
    ),
    "I08": (
        "Spend on lines that manage demand, of the grant of the year.",
        "programme office",
        "Spend lines",
        "Worked out from the spend lines; nothing is uploaded.",
    ),
    "I09": (
        "People in acute hospitals who wait for a place in a residential or nursing home (reasons DI and DII).",
        "discharge lead",
        "Delay returns of the hospitals",
        "Part of I01. The value is delayed days.",
    ),
    "I10": (
        "People who left hospital on a Saturday or Sunday with a package agreed by a social worker.",
        "hospital social-work manager",
        "Hospital discharge log",
        "",
    ),
    "I11": (
        "Assessments that started within 48 hours of the referral.",
        "hospital social-work manager",
        "Social care records",
        "From April 2016 the clock starts at the first referral, not at the last.",
    ),
    "I12": (
        "Mean length of stay of people who left a community hospital in the month.",
        "community hospitals manager",
        "Community hospital records",
        "",
    ),
    "I13": (
        "People in community hospitals who were ready to leave.",
        "community hospitals manager",
        "NHS England, delayed transfers of care, non-acute",
        "Part of I01. The value is delayed days.",
    ),
    "I14": (
        "People seen by the front-door team who went home the same day.",
        "front-door team manager",
        "Team records",
        "Counted since the team began: there is nothing before.",
    ),
    "I15": (
        "A&E attendances of people aged 65 and over that ended in an admission.",
        "head of urgent care",
        "Hospital A&E records",
        "",
    ),
    "I16": (
        "Calls answered by a visit within two hours.",
        "community services lead",
        "Team records",
        "Counted since the service began: there is nothing before.",
    ),
    "I17": (
        "Ambulance journeys from care homes to hospital in the month, for every 100 of 1,800 care-home beds.",
        "care-homes quality lead",
        "Ambulance service records",
        "",
    ),
    "I18": (
        "People who wait by their own or their family's choice.",
        "discharge lead",
        "NHS England, delayed transfers of care, reason G",
        "",
    ),
    "I19": (
        "Home-care packages that started within 24 hours of the person being ready.",
        "brokerage manager",
        "Brokerage records",
        "",
    ),
    "I20": (
        "Packages that home-care providers gave back to the council in the month.",
        "brokerage manager",
        "Brokerage records",
        "",
    ),
    "I21": (
        "People who started reablement, for every working day.",
        "reablement manager",
        "Reablement records",
        "Read it against the plan.",
    ),
    "I22": (
        "People who finished reablement and needed no further support.",
        "reablement manager",
        "Reablement records",
        "",
    ),
    "I23": (
        "Vacant posts of home-care providers, of all posts.",
        "workforce lead",
        "Provider return",
        "Context: no scheme claims it.",
    ),
    "I24": (
        "Equipment that reached the person within seven days of the order.",
        "equipment manager",
        "Equipment store records",
        "",
    ),
    "I25": (
        "Users of adult social care who say they have control over their daily life.",
        "director of adult services",
        "NHS Digital, adult social care survey",
        "A survey: read it with its margin.",
    ),
    "I26": (
        "People who left hospital with support and agree that services help them control their daily life.",
        "head of hospital social work",
        "Survey six weeks after leaving",
        "About four in ten answer.",
    ),
    "I27": (
        "Score of carers who answer the national survey, held every second year.",
        "carers' lead",
        "NHS Digital, survey of adult carers",
        "Two points, two years apart.",
    ),
    "I28": (
        "People who were very or extremely satisfied with the help they got at the front door or on leaving.",
        "front-door team manager",
        "Card at discharge",
        "About three in ten answer.",
    ),
    "I29": (
        "People who left with support and went where they wanted to live.",
        "discharge lead",
        "Discharge log and call after two weeks",
        "Ambermoor asks only people seen by volunteers.",
    ),
}
CHANGED = {"I11": "2016-04"}  # a new definition from this month on


def _indicator(line: str) -> Row:
    cells = dict(zip(_NAMES.split(), (cell.strip() for cell in line.split(";")), strict=True))
    definition, owner, source, caveat = _WORDS[cells["indicator_id"]]
    said = {"definition": definition, "owner": owner, "source": source, "caveat": caveat}
    said["changed"] = CHANGED.get(cells["indicator_id"], "")
    return row("indicators", **{**cells, **said, "decimals": int(cells["decimals"])})


INDICATORS = tuple(_indicator(line) for line in _LINES.splitlines() if line.strip())
INDICATOR_BY_ID = {one["indicator_id"]: one for one in INDICATORS}
