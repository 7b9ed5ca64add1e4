"""CoNLL-U (EWT, GUM's freely licensed genres) -> windows of whole sentences, part of speech and tree on first pieces."""

from dataclasses import dataclass

import numpy as np
from pieces import pieces

UPOS = [
    'ADJ',
    'ADP',
    'ADV',
    'AUX',
    'CCONJ',
    'DET',
    'INTJ',
    'NOUN',
    'NUM',
    'PART',
    'PRON',
    'PROPN',
    'PUNCT',
    'SCONJ',
    'SYM',
    'VERB',
    'X',
]
RELATIONS = [
    'root',
    'acl',
    'advcl',
    'advmod',
    'amod',
    'appos',
    'aux',
    'case',
    'cc',
    'ccomp',
    'clf',
    'compound',
    'conj',
    'cop',
    'csubj',
    'dep',
    'det',
    'discourse',
    'dislocated',
    'expl',
    'fixed',
    'flat',
    'goeswith',
    'iobj',
    'list',
    'mark',
    'nmod',
    'nsubj',
    'nummod',
    'obj',
    'obl',
    'orphan',
    'parataxis',
    'punct',
    'reparandum',
    'vocative',
    'xcomp',
]
FREE_GUM_GENRES = ('academic', 'bio', 'court', 'interview', 'news', 'voyage')  # CC BY and CC BY-SA texts


@dataclass
class Window:
    ids: np.ndarray
    features: np.ndarray
    pos: np.ndarray  # [n] index into UPOS, -100 where no word starts
    head: np.ndarray  # [n] piece of the head's first piece (own piece for the root), -100
    relation: np.ndarray  # [n] index into RELATIONS, -100
    sentence: np.ndarray  # [n] number of the sentence


def sentences(path, keep):
    """Yields (starts a paragraph or document, text, rows) of the documents that keep(document id) wants."""
    rows, text, fresh, wanted = [], '', True, True
    with open(path, encoding='utf8') as lines:
        for line in lines:
            line = line.rstrip('\n')
            if line.startswith('# newdoc'):
                wanted, fresh = keep(line.partition('=')[2].strip()), True
            elif line.startswith('# newpar'):
                fresh = True
            elif line.startswith('# text ='):
                text = line[8:].strip()
            elif line and not line.startswith('#'):
                rows.append(line.split('\t'))
            elif not line and rows:
                if wanted:
                    yield fresh, text, rows
                rows, fresh = [], False


def word_spans(text, rows):
    """{word number: (begin, end)}; the words of a contraction share its surface span unless they spell it."""
    spans, at, covered = {}, 0, 0
    for row in rows:
        if '.' in row[0]:
            continue
        if '-' in row[0]:
            first, last = map(int, row[0].split('-'))
            at = text.index(row[1], at)
            inside, covered = at, last
            forms = {int(r[0]): r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last}
            spelled = ''.join(forms.values()) == row[1]
            for number in range(first, last + 1):
                if spelled:
                    spans[number] = (inside, inside + len(forms[number]))
                    inside += len(forms[number])
                else:
                    spans[number] = (at, at + len(row[1]))
            at += len(row[1])
        elif int(row[0]) > covered:
            at = text.index(row[1], at)
            spans[int(row[0])] = (at, at + len(row[1]))
            at += len(row[1])
    return spans


def windows(path, vocabulary, keep=lambda name: True, limit=254):
    """Consecutive sentences packed into windows of at most `limit` pieces."""
    out, text, words, count = [], '', [], 0

    def close():
        nonlocal text, words, count
        if text:
            out.append(assemble(text, words, vocabulary, limit))
        text, words, count = '', [], 0

    for fresh, sentence, rows in sentences(path, keep):
        try:
            spans = word_spans(sentence, rows)
        except ValueError:
            continue
        size = len(pieces(sentence, vocabulary))
        if size > limit:
            continue
        if count + size > limit:
            close()
        text += '' if not text else '\n\n' if fresh else ' '
        words.append((len(text), spans, rows))
        text, count = text + sentence, count + size
    close()
    return out


def assemble(text, words, vocabulary, limit):
    table = np.array(pieces(text, vocabulary), np.int64)[:limit]
    n = len(table)
    w = Window(table[:, 0], table[:, 3:6], *(np.full(n, -100) for _ in range(3)), np.full(n, -1))
    for number, (offset, spans, rows) in enumerate(words):
        first, last = {}, -1  # each word's first piece of its own: of "do|n't" the pieces are "don", "'", "t"
        for word, (begin, end) in spans.items():
            at = max(int(np.searchsorted(table[:, 2], offset + begin, 'right')), last + 1)
            if at < n and table[at, 1] < offset + end:
                first[word] = last = at
        if first:
            w.sentence[min(first.values()) : max(first.values()) + 1] = number
        for row in rows:
            at = first.get(int(row[0])) if row[0].isdigit() else None
            if at is None:
                continue
            w.pos[at] = UPOS.index(row[3]) if row[3] in UPOS else -100
            head, relation = int(row[6]), row[7].split(':')[0]
            if relation in RELATIONS and (head == 0 or head in first):
                w.head[at], w.relation[at] = (at if head == 0 else first[head]), RELATIONS.index(relation)
    return w


def is_free_gum(name):
    return any(name.startswith(f'GUM_{genre}_') for genre in FREE_GUM_GENRES)
