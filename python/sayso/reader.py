"""Reading articles."""

from __future__ import annotations

import datetime
import itertools
import os
import pathlib
from collections.abc import Iterable, Iterator, Mapping

from . import _native
from .errors import SaysoError
from .record import Record

DATA = pathlib.Path(__file__).resolve().parent / 'data'
CODERS = ('both', 'dictionary', 'model', 'none')
FIELDS = ('text', 'html', 'title', 'date', 'outlet', 'url')


def load(model: str | os.PathLike | None = None, lexicon: str | os.PathLike | None = None, *, events: str = 'both') -> Reader:
    """A reader with the model and lexicon of this package, or with others.

    `model` is a weight file; `lexicon` a compiled lexicon, or a folder of rows that adds to the one that ships
    (docs/lexicon.md). Else the variables SAYSO_MODEL and SAYSO_LEXICON count. `events` tells how events are found: by
    `both` dictionaries and model, `dictionary`, `model` or `none`.

    Files are mapped, so that several processes share their memory. Raises SaysoError.
    """
    if events not in CODERS:
        raise ValueError(f'events must be one of {", ".join(CODERS)}, not {events!r}')
    shipped = str(DATA / 'sayso.lexicon')
    weights = os.fspath(model or os.environ.get('SAYSO_MODEL') or DATA / 'sayso.sayso')
    names = os.fspath(lexicon or os.environ.get('SAYSO_LEXICON') or shipped)
    return Reader(_native.open(weights, names, '' if names == shipped else shipped, str(DATA / 'events'), events))


class Reader:
    """Reads articles. Make it with `load()`. Safe to use from several threads at once, and after a fork."""

    def __init__(self, native):
        self._native = native

    def close(self) -> None:
        """Gives the model back; the reader reads no more. Records stay."""
        self._native = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def read(self, text: str | bytes | None = None, *, html: str | bytes | None = None, date: str | datetime.date | None = None,
             title: str | None = None, outlet: str | None = None, url: str | None = None,
             threads: int | None = 1) -> Record:  # fmt: skip
        """The record of one article.

        `text` is plain text, or `html` a page, from which story, title and day are taken. `date` is the day of
        publication, `YYYY-MM-DD` or a date: without it "on Friday" has no day. `bytes` may have any encoding that the
        command knows. `threads` reads parts of a long text side by side (None: on all processors); the record does
        not depend on it.

        Raises SaysoError for what is no text, holds no article or has no possible date, TypeError for other types.
        """
        article = _article({'text': text, 'html': html, 'date': date, 'title': title, 'outlet': outlet, 'url': url})
        return _record(self._open().read([article], _threads(threads))[0])

    def read_many(self, articles: Iterable[str | bytes | Mapping], *, threads: int | None = None, errors: str = 'raise',
                  batch: int = 256) -> Iterator[Record | SaysoError]:  # fmt: skip
        """The records of many articles, in their order, read on `threads` processors (None: all) without the GIL.

        An article is its text, or a mapping with `text` or `html` and if known `date`, `title`, `outlet` and `url`.
        `batch` articles are taken at a time, so an endless iterable is fine. With `errors='return'` what cannot be
        read comes as a SaysoError in its place, and the others are read all the same.
        """
        if errors not in ('raise', 'return'):
            raise ValueError(f"errors must be 'raise' or 'return', not {errors!r}")
        native, count = self._open(), _threads(threads)
        waiting = iter(articles)
        while taken := list(itertools.islice(waiting, batch)):
            yield from _records(native, taken, count, errors)

    def _open(self):
        if self._native is None:
            raise ValueError('the reader is closed')
        return self._native


def _records(native, articles: list, threads: int, errors: str) -> Iterator[Record | SaysoError]:
    """The records of a batch; one that cannot be made an article is passed by."""
    made, failed = [], {}
    for number, article in enumerate(articles):
        try:
            made.append(_article(article if isinstance(article, Mapping) else {'text': article}))
        except (SaysoError, TypeError) as error:
            if errors == 'raise':
                raise
            failed[number] = error if isinstance(error, SaysoError) else SaysoError('SAY004', str(error))
    answers = iter(native.read(made, threads))
    for number in range(len(articles)):
        if number in failed:
            yield failed[number]
            continue
        try:
            yield _record(next(answers))
        except SaysoError as error:
            if errors == 'raise':
                raise
            yield error


def _record(answer) -> Record:
    if answer.record is None:
        raise SaysoError(answer.code, answer.message)
    return Record(answer.record)


def _threads(threads: int | None) -> int:
    if threads is None:
        return 0
    if not isinstance(threads, int) or threads < 1:
        raise ValueError('threads must be a positive number, or None for all processors')
    return threads


def _article(values: Mapping):
    unknown = [name for name in values if name not in FIELDS]
    if unknown:
        raise TypeError(f'an article has no {unknown[0]!r}; it has {", ".join(FIELDS)}')
    text, html = values.get('text'), values.get('html')
    if (text is None) == (html is None):
        raise TypeError('an article needs either text or html')
    body = _bytes('text' if html is None else 'html', text if html is None else html)
    title, outlet, url = (_string(name, values.get(name)) for name in ('title', 'outlet', 'url'))
    return _native.Article(body, html is not None, title, _day(values.get('date')), outlet, url)


def _bytes(name: str, value) -> bytes:
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise TypeError(f'{name} must be str or bytes, not {type(value).__name__}')
    try:
        return value.encode('utf-8')
    except UnicodeEncodeError as error:
        message = f'{name} holds a surrogate at character {error.start}, which is no character of a text'
        raise SaysoError('SAY003', message) from None


def _string(name: str, value) -> str:
    if value is None:
        return ''
    if not isinstance(value, str):
        raise TypeError(f'{name} must be a str, not {type(value).__name__}')
    return _bytes(name, value).decode()


def _day(value) -> str:
    if value is None:
        return ''
    if isinstance(value, str):
        return value[:10] if value[10:11] in ('T', ' ') else value
    # pandas' NaT is a datetime and is not equal to itself.
    if isinstance(value, datetime.date) and value == value:
        return value.strftime('%Y-%m-%d').zfill(10)
    raise SaysoError('SAY005', f'the date must be YYYY-MM-DD, a date or None, not {value!r}')
