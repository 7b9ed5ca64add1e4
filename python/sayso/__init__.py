"""Who said what, through whom, and what was promised: Sayso for Python.

    import sayso

    reader = sayso.load()
    record = reader.read('The talks will resume in May, Minister Ada Holm told Coast Radio.', date='2031-03-04')
    for statement in record.statements:
        print(record.speaker(statement), statement.mode, [part.text for part in statement.content])

Whatever is found rests on words of the text: a `Passage`, whose `begin` and `end` count bytes of UTF-8 and whose
`characters` counts what `str` counts. docs/python.md tells more.
"""

from ._native import version as __version__
from .errors import SaysoError
from .reader import Reader, load
from .record import Record, from_json
from .tables import TABLES, columns, to_arrow, to_pandas, to_parquet

__all__ = (
    'TABLES', 'Reader', 'Record', 'SaysoError', '__version__', 'columns', 'from_json', 'load', 'to_arrow', 'to_pandas',
    'to_parquet',
)  # fmt: skip
