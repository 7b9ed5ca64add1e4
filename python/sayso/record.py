"""What was found in one article."""

from __future__ import annotations

import bisect
import functools
import json

from . import _native, html
from .facts import Actor, Event, LedgerEntry, Maker, Meeting, Note, Plan, Statement, Time


class Record:
    """Everything found in one article: actors, statements, ledger, plans, meetings, events, times and notes. Never
    changes; two records are equal if their JSON is. Made by `Reader.read()` or `from_json()`."""

    def __init__(self, native):
        self._native = native

    @functools.cached_property
    def _dict(self) -> dict:
        return json.loads(self._native.json())

    @functools.cached_property
    def text(self) -> str:
        """The text that all passages point into."""
        return self._native.text.decode()

    @functools.cached_property
    def _wide(self) -> tuple[list[int], list[int]]:
        """The bytes behind each character that takes several, and how many more bytes than characters stand before."""
        ends, extra, at, more = [], [], 0, 0
        if not self.text.isascii():
            for character in self.text:
                size = len(character.encode())
                at += size
                if size > 1:
                    more += size - 1
                    ends.append(at)
                    extra.append(more)
        return ends, extra

    def characters(self, begin: int, end: int) -> tuple[int, int]:
        """A span in bytes as one in characters: `text[begin:end]`."""
        ends, extra = self._wide

        def character(byte: int) -> int:
            before = bisect.bisect_right(ends, byte)
            return byte - (extra[before - 1] if before else 0)

        return character(begin), character(end)

    @functools.cached_property
    def _maker(self) -> Maker:
        return Maker(self.characters)

    @property
    def document(self) -> dict:
        """`id` (SHA-256 of the text), `text` and if known `uri`, `title`, `outlet`, `byline`, `published`, `lang`, `extra`."""
        return dict(self._dict['document'])

    @property
    def engine(self) -> dict:
        """`version`, `model` and `lexicon` that produced the record."""
        return dict(self._dict['engine'])

    @functools.cached_property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(map(self._maker.actor, self._dict['actors']))

    @functools.cached_property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(map(self._maker.statement, self._dict['statements']))

    @functools.cached_property
    def ledger(self) -> tuple[LedgerEntry, ...]:
        return tuple(map(self._maker.entry, self._dict['ledger']))

    @functools.cached_property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(map(self._maker.plan, self._dict['plans']))

    @functools.cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        return tuple(map(self._maker.meeting, self._dict['meetings']))

    @functools.cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple(map(self._maker.event, self._dict['events']))

    @functools.cached_property
    def times(self) -> tuple[Time, ...]:
        return tuple(map(self._maker.time, self._dict['times']))

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(Note(note['code'], note['message']) for note in self._dict['notes'])

    def actor(self, id: str | None) -> Actor | None:
        """The actor of that id."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def speaker(self, statement: Statement) -> str | None:
        """The name of who made a statement, else the words for it, else None."""
        actor = self.actor(statement.actor)
        return actor.name if actor else statement.source and statement.source.text

    def to_dict(self) -> dict:
        """The record as the command's JSON has it (docs/record.md); yours to change."""
        return json.loads(self._native.json())

    def to_json(self, pretty: bool = False) -> str:
        """The same bytes as the command's."""
        return (self._native.pretty_json() if pretty else self._native.json()).decode()

    def to_brat(self) -> str:
        """The statements as an .ann file of brat for `text`."""
        return self._native.brat()

    def to_arrow(self, table: str = 'statements'):
        """One of the tables of `sayso.TABLES`, as a pyarrow.Table."""
        from .tables import to_arrow

        return to_arrow([self], table)

    def to_pandas(self, table: str = 'statements'):
        """The same as a pandas.DataFrame."""
        from .tables import to_pandas

        return to_pandas([self], table)

    def to_html(self) -> str:
        """The article with its statements highlighted, and these beside it: a page that needs nothing else."""
        return html.page(self)

    def _repr_html_(self) -> str:
        return html.fragment(self)

    def __repr__(self) -> str:
        about = self._dict['document']
        what = about.get('title') or about.get('uri') or about['id'][:12]
        return f'<sayso.Record {what!r}: {len(self._dict["statements"])} statements, {len(self._dict["ledger"])} ledger entries>'

    def __eq__(self, other) -> bool:
        return isinstance(other, Record) and self._native.json() == other._native.json()

    def __hash__(self) -> int:
        return hash(self._native.json())

    def __reduce__(self):
        return from_json, (self._native.json(),)


def from_json(text: str | bytes) -> Record:
    """A record from its JSON, such as a line of the command's JSON Lines. Raises SaysoError where it is none."""
    if isinstance(text, str):
        text = text.encode('utf-8', 'surrogatepass')
    if not isinstance(text, bytes):
        raise TypeError(f'JSON must be str or bytes, not {type(text).__name__}')
    return Record(_native.from_json(text))
