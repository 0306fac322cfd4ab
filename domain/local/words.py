"""The closed lists of the local data model, each id with its label in plain words."""

# Stages of the care system, in the order of a person's way through it. Reference data: the figure of the 2018
# review names its stages in a picture only, so this list follows its text.
STAGES = {
    "tier_1": "Tier 1: prevention and early help",
    "admission_avoidance": "Admission avoidance",
    "in_hospital_flow": "In-hospital flow",
    "discharge": "Discharge",
    "tier_2": "Tier 2: short-term and intermediate care",
    "tier_3": "Tier 3: long-term care",
    "specific_social_care": "Specific social care investment",
    "programme": "Programme",
}
STAGE_SHORT = {
    "tier_1": "Tier 1",
    "admission_avoidance": "Admission avoidance",
    "in_hospital_flow": "In-hospital flow",
    "discharge": "Discharge",
    "tier_2": "Tier 2",
    "tier_3": "Tier 3",
    "specific_social_care": "Specific social care",
    "programme": "Programme",
}
PURPOSES = {
    "sustain": "Sustain what exists",
    "improve": "Improve",
    "enable": "Enable",
}
DEMAND = {
    "manages_demand": "Manages demand",
    "meets_demand": "Meets demand",
    "enabler": "Enabler",
}
MARKET = {"none": "Not market support", "fees": "Fees and pay", "capacity": "Market capacity"}
SIDES = {"council": "Council", "nhs": "NHS", "joint": "Council and NHS", "person": "Person"}
SCOPES = {
    "grant": "Grant",
    "pooled_fund": "Pooled fund",
    "interface": "All interface spend",
}
VERSIONS = {
    "plan": "Plan",
    "revised": "Revised plan",
    "forecast": "Forecast outturn",
    "outturn": "Outturn",
    "next_plan": "Next plan",
}
LEVELS = {"operational": "Operational", "strategic": "Strategic", "personal": "Personal"}
ROLES = {
    "outcome": "Outcome: what the scheme is meant to move",
    "process": "Process: that the service runs",
    "balancing": "Balancing: must not get worse",
    "context": "Context: not claimed by the scheme",
}
KINDS = {
    "count": "Count",
    "rate": "Rate",
    "proportion": "Proportion of people",
    "mean": "Average",
    "score": "Score",
    "money": "Money",
}
EXPOSURES = {
    "none": "None",
    "calendar_day": "Calendar day",
    "working_day": "Working day",
    "weekend_day": "Weekend day",
    "bed_day": "Bed day",
    "person": "Person",
}
GOOD = {"down": "Lower is good", "up": "Higher is good", "none": "Neither"}
FREQUENCIES = {"month": "Monthly", "quarter": "Quarterly", "year": "Yearly"}
STATUSES = {"final": "Final", "provisional": "Provisional"}
TARGETS = {"plan": "Plan", "ambition": "Ambition", "benchmark": "Benchmark"}
DECISIONS = {"go_on": "Go on", "change": "Change", "stop": "Stop", "scale": "Scale"}
DECISION_STATES = {"proposed": "Proposed", "decided": "Decided"}
VIEWS = {"agree": "Agrees", "disagree": "Disagrees", "none": "No view given"}
YES_NO = {"yes": "Yes", "no": "No"}
UNITS_OF_CHANGE = {"percent": "per cent", "points": "percentage points", "score": "points of the score"}
