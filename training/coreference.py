"""Coreference data: GUM's freely licensed genres and GAP -> articles of pieces with mentions at their head words.

A mention is the first piece of its head word (word-level coreference, Dobrovolskii 2021; of a name the last word), its kind
(KINDS) and the number of its chain. Mentions of GUM that share a head word are taken for the longest of them.
"""

import csv
import re
from dataclasses import dataclass

import numpy as np
import syntax
from pieces import pieces

KINDS = ('person', 'place', 'organization', 'object', 'event', 'time', 'substance', 'animal', 'plant', 'abstract')
FORMS = ('name', 'nominal', 'he', 'she', 'it', 'they', 'I', 'we', 'you', 'other')  # of a head word
PRONOUNS = {
    'he': 'he him his himself',
    'she': 'she her hers herself',
    'it': 'it its itself',
    'they': 'they them their theirs themselves',
    'I': 'i me my mine myself',
    'we': 'we us our ours ourselves',
    'you': 'you your yours yourself yourselves',
    'other': 'who whom whose which that this these those there here one each both some all',
}
FORM_OF = {word: FORMS.index(form) for form, words in PRONOUNS.items() for word in words.split()}
MARK = re.compile(r'\((\w+)-(\w+)-([^()]*)|(\w+)\)')


@dataclass
class Text:
    """The pieces of a document and its mentions, ascending by their heads."""

    name: str
    ids: np.ndarray
    features: np.ndarray
    spans: np.ndarray
    mentions: np.ndarray  # [m, 3] piece of the head, kind, chain
    extents: np.ndarray  # [m, 2] first and last piece
    heads: list  # the head words in small letters
    forms: np.ndarray  # [m] index into FORMS


def text_of(name, text, table, mentions, extents):
    """A Text; the head words and their forms are read off the text."""
    words = [word_at(text, table, at) for at, _, _ in mentions]
    forms = [form_of(w, table[at, 3]) for w, (at, _, _) in zip(words, mentions, strict=True)]
    mentions, extents = np.array(mentions, np.int64).reshape(-1, 3), np.array(extents, np.int64).reshape(-1, 2)
    return Text(name, table[:, 0], table[:, 3:6], table[:, 1:3], mentions, extents, [w.lower() for w in words], np.array(forms))


def form_of(word, case):
    """Index into FORMS; a word in capitals is no pronoun (the US). `case` is that of pieces.py."""
    if case == 3:
        return 0
    return FORM_OF.get(word.lower(), 0 if case > 1 or word[:1].isdigit() else 1)


def word_at(text, table, at):
    """The word whose first piece is `at`; table[:, 4] is 0 inside a word."""
    end = at
    while end + 1 < len(table) and table[end + 1, 4] == 0:
        end += 1
    return text[table[at, 1] : table[end, 2]]


def read_mentions(rows):
    """[(first word, last word, head word, kind, chain)] of words numbered from 0 through a document's rows."""
    out, opened = [], {}
    for at, row in enumerate(rows):
        entity = next((x[7:] for x in row[9].split('|') if x.startswith('Entity=')), '')
        position = 0
        while match := MARK.search(entity, position):
            position = match.end()
            if match[4]:
                begin, kind, chain, least = opened[match[4]].pop()
                out.append((begin, at, begin + least, kind, chain))
                continue
            fields = match[3].split('-')
            least = int(fields[3].split(',')[-1]) - 1
            if entity[position : position + 1] == ')':
                out.append((at, at, at, match[2], match[1]))
                position += 1
            else:
                opened.setdefault(match[1], []).append((at, match[2], match[1], least))
    return out


def documents(path, keep):
    """[(name, text, rows of words, their spans)] of the documents that keep(name) wants."""
    with open(path, encoding='utf8') as file:
        parts = re.split(r'^# newdoc id = ', file.read(), flags=re.MULTILINE)[1:]
    for part in parts:
        name = part.partition('\n')[0].strip()
        if not keep(name):
            continue
        text, rows, spans = '', [], []
        for block in part.split('\n\n'):
            lines = block.split('\n')
            sentence = next((x[9:] for x in lines if x.startswith('# text = ')), None)
            words = [x.split('\t') for x in lines if x[:1].isdigit()]
            if sentence is None or not words:
                continue
            if text:
                text += '\n\n' if any(x.startswith('# newpar') for x in lines) else ' '
            places = syntax.word_spans(sentence, words)
            offset, text = len(text), text + sentence
            for row in words:
                if row[0].isdigit():
                    rows.append(row)
                    begin, end = places[int(row[0])]
                    spans.append((offset + begin, offset + end))
        yield name, text, rows, spans


def load_gum(path, vocabulary, keep=syntax.is_free_gum):
    """Documents of GUM as Texts."""
    out = []
    for name, text, rows, spans in documents(path, keep):
        table = np.array(pieces(text, vocabulary), np.int64)
        begins, ends = table[:, 1], table[:, 2]

        def piece_of(character, edges=ends):
            return int(np.searchsorted(edges, character, 'right'))

        chains, best = {}, {}
        for first, last, head, kind, chain in read_mentions(rows):
            at = piece_of(spans[head][0])
            extent = piece_of(spans[first][0]), int(np.searchsorted(begins, spans[last][1], 'left')) - 1
            kind = KINDS.index(kind) if kind in KINDS else -1
            number = chains.setdefault(chain, len(chains))
            if at not in best or extent[1] - extent[0] > best[at][1][1] - best[at][1][0]:
                best[at] = ((at, kind, number), extent)
        found = [best[at] for at in sorted(best)]
        out.append(text_of(name, text, table, [m for m, _ in found], [e for _, e in found]))
    return out


@dataclass
class Passage:
    """A text with the names A and B and a pronoun, their spans in this order; right: it stands for 0 A, 1 B, 2 neither."""

    name: str
    text: str
    spans: list  # [(begin, end)] in characters
    right: int


def read_gap(path):
    """GAP's Passages."""
    out = []
    with open(path, encoding='utf8', newline='') as file:
        for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
            begins = {key: int(row[key + '-offset']) for key in ('A', 'B', 'Pronoun')}
            right = 0 if row['A-coref'] == 'TRUE' else 1 if row['B-coref'] == 'TRUE' else 2
            out.append(Passage(row['ID'], row['Text'], [(b, b + len(row[key])) for key, b in begins.items()], right))
    return out


def cut_passage(passage, vocabulary):
    """(Text, right) of a Passage, its mentions in the order of its spans."""
    table = np.array(pieces(passage.text, vocabulary), np.int64)
    extents = [
        (int(np.searchsorted(table[:, 2], begin, 'right')), int(np.searchsorted(table[:, 1], end, 'left')) - 1)
        for begin, end in passage.spans
    ]
    # The head of a name is its last word.
    mentions = [(last_word(table, first, last), 0, i) for i, (first, last) in enumerate(extents)]
    return text_of(passage.name, passage.text, table, mentions, extents), passage.right


def load_gap(path, vocabulary):
    """[(Text, right)] of GAP's passages."""
    return [cut_passage(passage, vocabulary) for passage in read_gap(path)]


def last_word(table, first, last):
    """First piece of the last word of pieces [first, last]; table[:, 4] is 0 inside a word."""
    while last > first and table[last, 4] == 0:
        last -= 1
    return last


@dataclass
class Window:
    """A part of a Text, its pieces numbered from 0. `right` is GAP's answer, None for GUM."""

    ids: np.ndarray
    features: np.ndarray
    mentions: np.ndarray
    extents: np.ndarray
    heads: list
    forms: np.ndarray
    right: int | None = None


def part(text, begin, end):
    inside = np.nonzero((text.mentions[:, 0] >= begin) & (text.mentions[:, 0] < end))[0]
    mentions = text.mentions[inside].copy()
    mentions[:, 0] -= begin
    heads = [text.heads[i] for i in inside]
    return Window(text.ids[begin:end], text.features[begin:end], mentions, text.extents[inside] - begin, heads, text.forms[inside])


def windows(texts, pronouns, rng, limit=510):
    """Texts cut once into windows of random sizes, and GAP's passages with the pronoun last among their three mentions."""
    out = []
    for text in texts:
        at, n = 0, len(text.ids)
        while at < n:
            end = n if n - at <= limit else at + rng.randint(limit // 2, limit)
            out.append(part(text, at, end))
            at = end
    for text, right in pronouns:
        w = part(text, 0, min(len(text.ids), limit))
        if len(w.heads) == 3:
            # The pronoun belongs to the chain of A, of B or to one of its own; what precedes it in the text may follow it here.
            w.mentions[:, 2] = (0, 1, right)
            w.right = right
            out.append(w)
    return out
