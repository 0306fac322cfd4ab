"""Every source, in the order in which a first run asks for them: national series first, councils last."""

from etl.source import Source
from etl.sources import ae_england, ascof, discharge_acute, discharge_community, dtoc_councils, dtoc_england, population

SOURCES: tuple[Source, ...] = (
    dtoc_england.SOURCE,
    ae_england.SOURCE,
    population.SOURCE,
    ascof.SOURCE,
    discharge_acute.SOURCE,
    discharge_community.SOURCE,
    dtoc_councils.SOURCE,
)
SOURCE_BY_ID = {source.id: source for source in SOURCES}
