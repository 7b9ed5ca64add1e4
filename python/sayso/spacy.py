"""Sayso in a spaCy pipeline:

    nlp = spacy.blank('en')
    nlp.add_pipe('sayso')
    doc = nlp('The talks will resume in May, Minister Ada Holm told Coast Radio.')
    doc._.sayso.statements, doc.spans['sayso']

`doc._.sayso` is the record. The span group `sayso` has a span for each source, cue, content and ledger action, widened to
whole tokens: `label_` is the role, `id_` the statement's or entry's id, and `span._.sayso` the statement or entry itself.
"""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from .reader import Reader, load

KEY = 'sayso'


def make_component(nlp, name: str, model: str | None = None, lexicon: str | None = None, date: str | None = None):
    """What spaCy calls for `nlp.add_pipe('sayso', config={...})`. `date` is the day of publication of all texts."""
    return Component(load(model, lexicon), date)


# An entry point leads here, so that the name is known without importing this module.
spacy.Language.factory('sayso', default_config={'model': None, 'lexicon': None, 'date': None}, func=make_component)
for kind in (Doc, Span):
    if not kind.has_extension(KEY):
        kind.set_extension(KEY, default=None)


class Component:
    """Reads each Doc's text."""

    def __init__(self, reader: Reader, date: str | None):
        self._reader, self._date = reader, date

    def __call__(self, doc: Doc) -> Doc:
        return _filled(doc, self._reader.read(doc.text, date=self._date))

    def pipe(self, docs, batch_size: int = 128):
        """Many Docs on all processors."""
        waiting = []

        def texts():
            for doc in docs:
                waiting.append(doc)
                yield {'text': doc.text, 'date': self._date}

        for record in self._reader.read_many(texts(), batch=batch_size):
            yield _filled(waiting.pop(0), record)


def _filled(doc: Doc, record) -> Doc:
    doc._.set(KEY, record)
    spans = []
    for statement in record.statements:
        places = [('source', statement.source), ('cue', statement.cue), *(('content', part) for part in statement.content)]
        spans += [_span(doc, place, role, statement) for role, place in places if place]
    spans += [_span(doc, entry.action, 'ledger', entry) for entry in record.ledger]
    doc.spans[KEY] = [span for span in spans if span is not None]
    return doc


def _span(doc: Doc, place, label: str, fact) -> Span | None:
    span = doc.char_span(*place.characters, label=label, span_id=fact.id, alignment_mode='expand')
    if span is not None:
        span._.set(KEY, fact)
    return span
