"""What a table is, and the columns that every table of facts begins with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """Name, SQL type and meaning of a column."""

    name: str
    type: str
    doc: str


@dataclass(frozen=True)
class Table:
    """A table: its columns, its unique key, and the order its rows are stored in."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    order: tuple[str, ...] = ()

    @property
    def ddl(self) -> str:
        """CREATE TABLE statement."""
        columns = ", ".join(f"{column.name} {column.type}" for column in self.columns)
        return f"CREATE TABLE {self.name} ({columns})"


SPINE = (
    Column("source", "VARCHAR", "id of the publication"),
    Column("series", "VARCHAR", "variant of the publication, for population the vintage of the estimates"),
    Column("area_code", "VARCHAR", "ONS code; NHS code for organisations and for people resident outside England"),
    Column(
        "area_type", "VARCHAR", "country, region, council, council_type, resident_outside or a kind of organisation"
    ),
    Column("period", "DATE", "first day of the month, quarter or financial year; 30 June for a mid-year estimate"),
    Column("period_type", "VARCHAR", "month, quarter, year or financial_year"),
    Column("measure", "VARCHAR", "what is counted"),
    Column("value", "DOUBLE", "the number, or NULL"),
    Column("unit", "VARCHAR", "unit of the value"),
    Column("status", "VARCHAR", "published, revised, estimated, corrected, or why there is no number"),
    Column("shorthand", "VARCHAR", "why there is no number, or what kind of zero it is"),
    Column("vintage", "DATE", "when this version was issued (revised, else published, else retrieved)"),
    Column("snapshot_id", "VARCHAR", "the file it was read from"),
)
SPINE_KEY = ("source", "area_code", "period", "measure", "snapshot_id")
