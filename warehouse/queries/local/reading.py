"""Rows of a local table as records: the record's fields are the columns that are read."""

from typing import Any, NamedTuple, TypeVar, cast

from warehouse.local_tables import LOCAL_BY_NAME
from warehouse.reader import View

Kind = TypeVar("Kind", bound=tuple[Any, ...])


def read(view: View, kind: type[Kind], table: str, *, order: str = "", **equal: str) -> tuple[Kind, ...]:
    """Rows of a table whose columns equal what is given, in the order named (else of the table).

    Texts that are empty in the workbook come as empty text, numbers as None.
    """
    if view.local is None:
        return ()
    declared = {column.name: column for column in LOCAL_BY_NAME[table].columns}
    fields = cast("type[NamedTuple]", kind)._fields
    columns = ", ".join(
        f"COALESCE({name}, '') AS {name}" if declared[name].type == "VARCHAR" else name for name in fields
    )
    where = " AND ".join(f"{name} = ${name}" for name in equal if declared[name])
    sql = f"SELECT {columns} FROM local.{table}"  # noqa: S608 - names of our own tables
    sql += f" WHERE {where}" if where else ""
    sql += f" ORDER BY {order or ', '.join(LOCAL_BY_NAME[table].order)}"
    return tuple(kind(*row) for row in view.rows(sql, equal))
