"""The twenty-nine indicators (section 4 of the example): nine strategic, fifteen operational, five personal."""

from etl.demo.partnership.measure_words import WORDS
from etl.demo.partnership.rows import row
from etl.local.upload import Row

# id; name; level; kind; unit; good; frequency; exposure; counts people; decimals; national series; body; reason
_LINES = """
I01; People delayed on an average day; strategic; count; people a day; down; month; calendar_day; no; 1; dtoc_beds; ;
I02; People delayed, waiting for social care; strategic; rate; per 100,000 adults; down; month; none; no; 1; \
dtoc_beds_per_100k_18plus; social_care;
I03; Non-elective admissions of residents; strategic; count; admissions a day; down; month; calendar_day; no; 0; ; ;
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

CHANGED = {"I11": "2016-04"}  # a new definition from this month on


def _indicator(line: str) -> Row:
    cells = dict(zip(_NAMES.split(), (cell.strip() for cell in line.split(";")), strict=True))
    definition, owner, source, caveat = WORDS[cells["indicator_id"]]
    said = {"definition": definition, "owner": owner, "source": source, "caveat": caveat}
    said["changed"] = CHANGED.get(cells["indicator_id"], "")
    return row("indicators", **{**cells, **said, "decimals": int(cells["decimals"])})


INDICATORS = tuple(_indicator(line) for line in _LINES.splitlines() if line.strip())
INDICATOR_BY_ID = {one["indicator_id"]: one for one in INDICATORS}
