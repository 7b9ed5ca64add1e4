"""Coreference data: GUM's freely licensed genres and GAP -> articles of pieces with mentions at their head words.

A mention is the first piece of its head word (word-level coreference, Dobrovolskii 2021), its kind (KINDS) and the number of its
chain. Mentions of GUM that share a head word are taken for the longest of them.
"""

import csv
import re
from dataclasses import dataclass

import numpy as np
import syntax
from pieces import pieces

KINDS = ('person', 'place', 'organization', 'object', 'event', 'time', 'substance', 'animal', 'plant', 'abstract')
MARK = re.compile(r'\((\w+)-(\w+)-([^()]*)|(\w+)\)')


@dataclass
class Text:
    """pieces of a document and its mentions, ascending: [(piece, kind or -1, chain)], first and last piece of each, whether a name."""

    name: str
    ids: np.ndarray
    features: np.ndarray
    spans: np.ndarray
    mentions: np.ndarray  # [m, 3] piece of the head, kind, chain
    extents: np.ndarray  # [m, 2] first and last piece


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
            least = int(fields[3].split(',')[0]) - 1
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
        mentions = np.array([m for m, _ in found], np.int64).reshape(-1, 3)
        extents = np.array([e for _, e in found], np.int64).reshape(-1, 2)
        out.append(Text(name, table[:, 0], table[:, 3:6], table[:, 1:3], mentions, extents))
    return out


def load_gap(path, vocabulary):
    """[(Text, right)]: three mentions, the names A and B and the pronoun, in this order; right: 0 A, 1 B, 2 neither."""
    out = []
    with open(path, encoding='utf8', newline='') as file:
        for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
            table = np.array(pieces(row['Text'], vocabulary), np.int64)
            extents = []
            for key in ('A', 'B', 'Pronoun'):
                begin = int(row[key + '-offset'])
                first = int(np.searchsorted(table[:, 2], begin, 'right'))
                last = int(np.searchsorted(table[:, 1], begin + len(row[key]), 'left')) - 1
                extents.append((first, last))
            # The head of a name is its last word.
            heads = [last_word(table, first, last) for first, last in extents]
            right = 0 if row['A-coref'] == 'TRUE' else 1 if row['B-coref'] == 'TRUE' else 2
            mentions = np.array([(head, 0, i) for i, head in enumerate(heads)], np.int64)
            text = Text(row['ID'], table[:, 0], table[:, 3:6], table[:, 1:3], mentions, np.array(extents))
            out.append((text, right))
    return out


def last_word(table, first, last):
    """First piece of the last word of pieces [first, last]; table[:, 4] is 0 inside a word."""
    while last > first and table[last, 4] == 0:
        last -= 1
    return last
