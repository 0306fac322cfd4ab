"""Publications by what they are for: England's own series, figures below England, and what gives them meaning."""

NATIONAL = "National series: one workbook holds every month of England"
LOCAL = "Local figures: councils, hospitals, boards and regions"
CONTEXT = "Context: residents, areas and organisations"
GROUPS = {
    NATIONAL: ("dtoc_england", "ae_england"),
    LOCAL: (
        *("ae_providers", "discharge_acute", "discharge_community", "discharge_ready_date", "dtoc_councils"),
        *("dtoc_trusts", "dtoc_extracts", "beds", "ascof"),
    ),
    CONTEXT: ("population", "boundaries", "organisations", "organisation_changes"),
}


def group(source: str) -> str:
    """The group of a publication; one that no group names is context."""
    return next((name for name, sources in GROUPS.items() if source in sources), CONTEXT)
