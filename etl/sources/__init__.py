"""Every source, in the order in which a first run asks for them: small national ones first, the largest last."""

from etl.source import Source
from etl.sources import (
    ae_england,
    ascof,
    beds,
    boundaries,
    discharge_ready_date,
    dtoc_councils,
    dtoc_england,
    dtoc_extracts,
    dtoc_trusts,
    population,
)

SOURCES: tuple[Source, ...] = (
    dtoc_england.SOURCE,
    ae_england.SOURCE,
    population.SOURCE,
    boundaries.SOURCE,
    ascof.SOURCE,
    dtoc_councils.SOURCE,
    discharge_ready_date.SOURCE,
    beds.SOURCE,
    dtoc_trusts.SOURCE,
    dtoc_extracts.SOURCE,
)
SOURCE_BY_ID = {source.id: source for source in SOURCES}
