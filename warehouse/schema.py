"""The two kinds of build: national figures, and what places uploaded with what was computed from it.

They are separate files, each immutable, read side by side; an upload writes the local one only.
"""

from dataclasses import dataclass

from warehouse.local_tables import LOCAL_SCHEMA_VERSION, LOCAL_TABLES
from warehouse.table import Table
from warehouse.tables import MARTS, SCHEMA_VERSION, TABLES


@dataclass(frozen=True)
class Schema:
    """Tables and marts of a kind of build; ``version`` is raised when one of them changes."""

    name: str
    version: int
    tables: tuple[Table, ...]
    marts: tuple[str, ...] = ()

    @property
    def names(self) -> set[str]:
        """Names of everything that a file of this kind holds."""
        return {*(table.name for table in self.tables), *self.marts}


NATIONAL = Schema("national", SCHEMA_VERSION, TABLES, MARTS)
LOCAL = Schema("local", LOCAL_SCHEMA_VERSION, LOCAL_TABLES)
