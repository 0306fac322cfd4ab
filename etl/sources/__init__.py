"""Every source, in the order in which a first run asks for them: national series first, councils last."""

from etl.source import Source
from etl.sources import (
    ae_england,
    ae_providers,
    ascof,
    dtoc_councils,
    dtoc_england,
    organisation_changes,
    organisations,
    population,
)

SOURCES: tuple[Source, ...] = (
    dtoc_england.SOURCE,
    ae_england.SOURCE,
    population.SOURCE,
    ascof.SOURCE,
    organisations.SOURCE,
    organisation_changes.SOURCE,
    ae_providers.SOURCE,
    dtoc_councils.SOURCE,
)
SOURCE_BY_ID = {source.id: source for source in SOURCES}
