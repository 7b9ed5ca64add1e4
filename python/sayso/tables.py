"""Records as tables: Arrow, pandas, Parquet."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable

from . import _native
from .record import Record

#: The tables, one for each kind of facts.
TABLES: tuple[str, ...] = tuple(_native.tables())


def columns(table: str) -> list[tuple[str, str, str]]:
    """The columns of a table: name, type (text, integer, real or flag) and what it holds."""
    return _native.columns(_known(table))


class _Batch:
    """Columns that Arrow libraries take over as they are (the Arrow PyCapsule interface)."""

    def __init__(self, records: Iterable[Record], table: str):
        self._records = [record._native for record in records]
        self._table = table

    def __arrow_c_array__(self, requested_schema=None):
        return _native.arrow(self._table, self._records)


def to_arrow(records: Iterable[Record], table: str = 'statements'):
    """A row for each fact of a kind (`TABLES`), as a pyarrow.Table. The engine lays the columns out; none is copied."""
    import pyarrow

    return pyarrow.Table.from_batches([pyarrow.record_batch(_Batch(records, _known(table)))])


def to_pandas(records: Iterable[Record], table: str = 'statements'):
    """The same as a pandas.DataFrame."""
    return to_arrow(records, table).to_pandas()


def to_parquet(records: Iterable[Record], folder: str | os.PathLike) -> None:
    """Writes `folder`/documents.parquet, statements.parquet and so on, one for each table."""
    from pyarrow import parquet

    records = list(records)
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        parquet.write_table(to_arrow(records, table), pathlib.Path(folder, f'{table}.parquet'))


def _known(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f'there is no table {table!r}; there are {", ".join(TABLES)}')
    return table
