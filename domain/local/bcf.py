"""Reference table of Better Care Fund plans: where a type of scheme acts, and who pays from a source of funding.

The words are those of the 2023-25 planning template as practised; a full template was not seen, so the list is kept
apart from code. Only what is sure is mapped: every other stage is left for a person, and so is every purpose.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Acts:
    """A type of scheme (letters and digits only), how its sub-type begins where that matters, and where it acts."""

    type: str
    stage: str
    sub_type: str = ""
    demand_flag: str = ""


STAGES = (
    Acts("bedbasedintermediatecareservices", "tier_2"),
    Acts("homebasedintermediatecareservices", "tier_2"),
    Acts("reablementinapersonsownhome", "tier_2"),
    Acts("preventionearlyintervention", "tier_1"),
    Acts("urgentcommunityresponse", "admission_avoidance"),
    Acts("residentialplacements", "tier_2", "shortterm"),
    Acts("residentialplacements", "tier_3", "carehome"),
    Acts("residentialplacements", "tier_3", "nursinghome"),
    Acts("residentialplacements", "tier_3", "learningdisability"),
    Acts("residentialplacements", "tier_3", "extracare"),
    Acts("residentialplacements", "tier_3", "supported"),
    Acts("homecareordomiciliarycare", "tier_3", "domiciliarycarepackages"),
    Acts("homecareordomiciliarycare", "discharge", "domiciliarycaretosupporthospitaldischarge"),
    Acts("highimpactchangemodelformanagingtransferofcare", "in_hospital_flow", "earlydischargeplanning"),
    Acts("highimpactchangemodelformanagingtransferofcare", "in_hospital_flow", "monitoring"),
    Acts("highimpactchangemodelformanagingtransferofcare", "discharge", "homefirst"),
    Acts("highimpactchangemodelformanagingtransferofcare", "discharge", "multidisciplinary"),
    Acts("highimpactchangemodelformanagingtransferofcare", "discharge", "trustedassessment"),
    Acts("enablersforintegration", "programme", demand_flag="enabler"),
)
PAYERS = (
    ("nhs", ("minimumnhs", "nhsminimum", "additionalnhs", "icbdischarge")),
    ("council", ("ibcf", "dfg", "disabledfacilities", "localauthority", "additionalla", "ladischarge")),
)


def bare(text: str) -> str:
    """A wording without everything that templates change: capitals, spaces, signs."""
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


def acts(scheme_type: str, sub_type: str) -> Acts | None:
    """Where a scheme of a type acts; None where that is not sure."""
    kind, sub = bare(scheme_type), bare(sub_type)
    found = [one for one in STAGES if kind.startswith(one.type) and sub.startswith(one.sub_type)]
    return max(found, key=lambda one: len(one.sub_type)) if found else None


def payer(source: str) -> str:
    """Who pays from a source of funding: ``council``, ``nhs``, or empty where that is not sure."""
    word = bare(source)
    return next((side for side, starts in PAYERS if word.startswith(starts)), "")
