"""Sayso on a cluster:

    from sayso import spark as sayso_spark

    records = sayso_spark.read(articles)            # a DataFrame with a column `text`, and if there `date`, `title`, ...
    sayso_spark.tables(records, 'statements').write.parquet('statements')

Each executor's Python process maps one model, and rows cross between Java and Python as Arrow batches. The records are those of
the command.
"""

from __future__ import annotations

import functools

import pyarrow
from pyspark.sql import DataFrame

from .errors import SaysoError
from .reader import FIELDS, load
from .record import from_json
from .tables import columns, to_arrow

#: What read() gives.
SCHEMA = 'row string, document string, published string, record string, code string, message string'
_TYPES = {'text': 'string', 'integer': 'bigint', 'real': 'double', 'flag': 'boolean'}


@functools.lru_cache(maxsize=1)
def _reader(model: str | None, lexicon: str | None):
    return load(model, lexicon)  # once in each process


def read(articles: DataFrame, *, id: str | None = None, model: str | None = None, lexicon: str | None = None,
         threads: int = 1) -> DataFrame:  # fmt: skip
    """A row for each row of `articles`, which has `text` or `html` and if known `date`, `title`, `outlet` and `url`, all strings.

    `record` is the record as JSON, `document` and `published` its id and day. Of an article that cannot be read `record` is
    null, and `code` and `message` say why; the others are read all the same. `row` is the column `id` of `articles`, by which
    these are found again. `threads` reads on so many processors within each task: 1 where Spark has a task for each processor.
    """
    names = [name for name in FIELDS if name in articles.columns]
    if 'text' not in names and 'html' not in names:
        raise ValueError(f'the articles have neither a column text nor html, but {", ".join(articles.columns)}')
    key = [articles[id].cast('string').alias('row')] if id else []
    wanted = articles.select(*key, *(articles[name] for name in names))

    def run(batches):
        reader = _reader(model, lexicon)
        for batch in batches:
            rows = batch.to_pylist()
            values = [{name: row[name] for name in names if row[name] is not None} for row in rows]
            answers = reader.read_many(values, threads=threads, errors='return', batch=max(len(values), 1))
            yield _batch([row.get('row') for row in rows], list(answers))

    return wanted.mapInArrow(run, SCHEMA)


def _batch(rows: list, answers: list) -> pyarrow.RecordBatch:
    bad = [isinstance(answer, SaysoError) for answer in answers]
    abouts = [None if failed else answer.document for answer, failed in zip(answers, bad, strict=True)]
    values = [
        rows,
        [about and about['id'] for about in abouts],
        [about and about.get('published') for about in abouts],
        [None if failed else answer.to_json() for answer, failed in zip(answers, bad, strict=True)],
        [answer.code if failed else None for answer, failed in zip(answers, bad, strict=True)],
        [answer.message if failed else None for answer, failed in zip(answers, bad, strict=True)],
    ]
    names = [column.split()[0] for column in SCHEMA.split(', ')]
    return pyarrow.RecordBatch.from_arrays([pyarrow.array(value, pyarrow.string()) for value in values], names)


def tables(records: DataFrame, table: str = 'statements') -> DataFrame:
    """One of the tables of `sayso.TABLES` over what read() gave, as a DataFrame; what could not be read has no rows."""
    schema = ', '.join(f'`{name}` {_TYPES[kind]}' for name, kind, _ in columns(table))

    def run(batches):
        for batch in batches:
            found = [from_json(text) for text in batch.column(0).to_pylist() if text is not None]
            for made in to_arrow(found, table).to_batches():
                fields = [field.with_type(pyarrow.string()) if field.type == pyarrow.large_string() else field
                          for field in made.schema]  # fmt: skip
                yield made.cast(pyarrow.schema(fields))

    return records.select('record').mapInArrow(run, schema)


def write(records: DataFrame, folder: str) -> None:
    """Writes `folder`/records, Parquet in a folder for each day of publication, and `folder`/errors, what could not be read."""
    good = records.where('record is not null').drop('code', 'message')
    good.write.mode('overwrite').partitionBy('published').parquet(f'{folder}/records')
    records.where('record is null').select('row', 'code', 'message').write.mode('overwrite').parquet(f'{folder}/errors')
