"""Every source, in the order in which a first run asks for them: small national ones first, the largest last."""

from etl.source import Source
from etl.sources import (
    ae_england,
    ae_providers,
    ascof,
    beds,
    boundaries,
    discharge_acute,
    discharge_community,
    discharge_ready_date,
    dtoc_councils,
    dtoc_england,
    dtoc_extracts,
    dtoc_trusts,
    organisation_changes,
    organisations,
    population,
)

SOURCES: tuple[Source, ...] = (
    dtoc_england.SOURCE,
    ae_england.SOURCE,
    population.SOURCE,
    boundaries.SOURCE,
    ascof.SOURCE,
    organisations.SOURCE,
    organisation_changes.SOURCE,
    ae_providers.SOURCE,
    discharge_acute.SOURCE,
    discharge_community.SOURCE,
    dtoc_councils.SOURCE,
    discharge_ready_date.SOURCE,
    beds.SOURCE,
    dtoc_trusts.SOURCE,
    dtoc_extracts.SOURCE,
)
SOURCE_BY_ID = {source.id: source for source in SOURCES}
