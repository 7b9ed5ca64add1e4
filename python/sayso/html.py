"""An article with its statements, as HTML: in notebooks, and as a page by itself. Text only ever becomes text."""

from __future__ import annotations

import html
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .record import Record

STYLE = """
.sayso { display: grid; grid-template-columns: minmax(0, 3fr) minmax(14rem, 2fr); gap: 1.5rem; line-height: 1.6; }
.sayso .text { white-space: pre-wrap; overflow-wrap: break-word; font-family: Georgia, serif; max-width: 42rem; }
.sayso .content { background: #2b5fb326; }
.sayso .source { color: #1d4fa8; font-weight: 600; }
.sayso .cue { color: #8a5a00; font-style: italic; }
.sayso .ledger { text-decoration: underline dotted #8b3f8f 2px; }
.sayso ol { padding-left: 1.4rem; margin: 0; }
.sayso li { margin-bottom: .6rem; }
.sayso small { opacity: .75; }
@media (prefers-color-scheme: dark) { .sayso .source { color: #8db4ff; } .sayso .cue { color: #e0b15a; } }
@media (max-width: 50rem) { .sayso { grid-template-columns: minmax(0, 1fr); } }
"""


def _marks(record: Record) -> list[tuple[int, int, str]]:
    """Begin, end in characters, and role of everything that is highlighted."""
    marks = []
    for statement in record.statements:
        marks += [(*part.characters, 'content') for part in statement.content]
        marks += [(*place.characters, role) for role, place in (('source', statement.source), ('cue', statement.cue)) if place]
    return marks + [(*entry.action.characters, 'ledger') for entry in record.ledger]


def _text(record: Record) -> str:
    marks = sorted(_marks(record))
    borders = sorted({0, len(record.text), *(border for begin, end, _ in marks for border in (begin, end))})
    out, waiting, current = [], iter([*marks, (len(record.text) + 1, 0, '')]), []
    mark = next(waiting)
    for begin, end in itertools.pairwise(borders):
        while mark[0] <= begin:
            current.append(mark)
            mark = next(waiting)
        current = [each for each in current if each[1] > begin]
        words = html.escape(record.text[begin:end])
        roles = ' '.join(sorted({role for _, _, role in current}))
        out.append(f'<span class="{roles}">{words}</span>' if roles else words)
    return ''.join(out)


def _item(record: Record, statement) -> str:
    said = ' … '.join(part.text for part in statement.content)
    hops = [hop for hop in statement.chain if hop.relation != 'published-by']
    via = ''.join(f' ← {html.escape(getattr(record.actor(hop.actor), "name", None) or hop.passage.text)}' for hop in hops)
    who = html.escape(record.speaker(statement) or 'nobody named')
    return f'<li><b>{who}</b>{via} <small>{statement.mode}, {statement.kind}</small><br>{html.escape(said)}</li>'


def fragment(record: Record) -> str:
    """For a notebook's cell."""
    statements = ''.join(_item(record, statement) for statement in record.statements)
    return f'<style>{STYLE}</style><div class="sayso"><div class="text">{_text(record)}</div><ol>{statements}</ol></div>'


def page(record: Record) -> str:
    """A page that needs nothing from elsewhere."""
    about = record.document
    title = html.escape(about.get('title') or 'An article')
    where = html.escape(' · '.join(filter(None, (about.get('outlet'), about.get('byline'), about.get('published')))))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title></head>'
        f'<body style="max-width: 75rem; margin: 2rem auto; padding: 0 1rem; font-family: system-ui, sans-serif">'
        f'<h1>{title}</h1><p>{where}</p>{fragment(record)}</body></html>\n'
    )
