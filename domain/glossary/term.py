"""What a term is: a sentence for everyone, the exact definition, and where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """Who defines a term, and the address of the page or document."""

    name: str
    address: str


@dataclass(frozen=True)
class Term:
    """A word of the field. Ids are permanent: they are the addresses of the terms on the glossary page.

    plain: one sentence for leaders; exact: the definition for analysts; see: ids of terms to read with it.
    """

    id: str
    term: str
    plain: str
    exact: str
    source: Source
    see: tuple[str, ...] = ()


DTOC = Source(
    "NHS England, Delayed transfers of care: data, definitions and guidance",
    "https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/",
)
AE = Source(
    "NHS England, A&E attendances and emergency admissions: monthly return and time series, Notes sheet",
    "https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/",
)
DISCHARGE = Source(
    "NHS England, Discharge delays",
    "https://www.england.nhs.uk/statistics/statistical-work-areas/discharge-delays/",
)
ASCOF = Source(
    "Department of Health and Social Care, Adult Social Care Outcomes Framework: handbook of definitions",
    "https://www.gov.uk/government/publications/adult-social-care-outcomes-framework-handbook-of-definitions",
)
BCF = Source(
    "HM Government, Better Care Fund policy framework",
    "https://www.gov.uk/government/publications/better-care-fund-policy-framework-2023-to-2025",
)
PQ = Source(
    "House of Commons, written question 96758, 20 January 2022", "https://www.parallelparliament.co.uk/question/96758/"
)
NOMIS = Source(
    "Office for National Statistics, mid-year population estimates, through Nomis",
    "https://www.nomisweb.co.uk/datasets/pestsyoala",
)
CODES = Source(
    "Office for National Statistics, Register of Geographic Codes, Open Geography Portal",
    "https://geoportal.statistics.gov.uk",
)
ORDERS = Source("Structural changes orders", "https://www.legislation.gov.uk")
SYMBOLS = Source(
    "Government Analysis Function, symbols in tables",
    "https://analysisfunction.civilservice.gov.uk",
)
PLOT_THE_DOTS = Source(
    "NHS-R Community, NHSRplotthedots: rules of XmR charts in the Making Data Count style",
    "https://github.com/nhs-r-community/NHSRplotthedots",
)
OURS = Source("Interface Monitor, how the numbers are made", "/methods")
