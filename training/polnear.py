"""PolNeAR (brat standoff) -> articles of pieces with tags and links.

Tags are BIO over source, cue and content (TAGS). Every attribution of PolNeAR has one cue; a link names, for each source and
content segment, the cue that it belongs to.
"""

import glob
import os
import re
from dataclasses import dataclass, field

import numpy as np
from pieces import pieces

ROLES = ('source', 'cue', 'content')
TAGS = ('O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content')


@dataclass
class Labels:
    """One annotator's view. tags [n]; segments [(first piece, last piece, role, cue number or -1)], cues [(first, last)]."""

    tags: np.ndarray
    segments: list = field(default_factory=list)
    cues: list = field(default_factory=list)


@dataclass
class Article:
    name: str
    text: str
    ids: np.ndarray  # [n]
    features: np.ndarray  # [n, 3]
    spans: np.ndarray  # [n, 2] characters
    labels: list  # of Labels, one an annotator


def read_ann(path):
    """[{role: [(begin, end), ...]}], one a brat E line, in characters."""
    spans, out = {}, []
    with open(path, encoding='utf8') as lines:
        for line in lines:
            fields = line.rstrip('\n').split('\t')
            if len(fields) < 2:
                continue
            if line.startswith('T'):
                spans[fields[0]] = [tuple(map(int, x.split())) for x in fields[1].split(' ', 1)[1].split(';')]
            elif line.startswith('E'):
                attribution = {role: [] for role in ROLES}
                for argument in fields[1].split():
                    role, _, target = argument.partition(':')
                    role = re.sub(r'\d+$', '', role).lower()
                    if role in attribution:
                        attribution[role] += spans.get(target, [])
                out.append(attribution)
    return out


def merged(spans, text):
    """Spans in order, joined where only white space lies between (brat splits at line ends)."""
    out = []
    for begin, end in sorted(spans):
        if out and not text[out[-1][1] : begin].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((begin, end))
    return out


def label(attributions, text, spans):
    tags = np.zeros(len(spans), np.int64)
    labels = Labels(tags)
    begins, ends = spans[:, 0], spans[:, 1]

    def place(begin, end):
        first, last = np.searchsorted(ends, begin, 'right'), np.searchsorted(begins, end, 'left') - 1
        return (int(first), int(last)) if first <= last else None

    def tag(first, last, role):
        b = 1 + 2 * ROLES.index(role)
        tags[first : last + 1] = b + 1
        tags[first] = b

    for attribution in attributions:
        cue = None
        for role in ('content', 'source', 'cue'):  # the shorter spans have the last word where roles overlap
            for begin, end in merged(attribution[role], text):
                where = place(begin, end)
                if where is None:
                    continue
                tag(*where, role)
                if role == 'cue' and cue is None:
                    cue = len(labels.cues)
                    labels.cues.append(where)
        for role in ('source', 'content'):
            for begin, end in merged(attribution[role], text):
                where = place(begin, end)
                if where is not None:
                    labels.segments.append((*where, role, -1 if cue is None else cue))
    return labels


def read(folder):
    """[(name, text, [one annotator's attributions, ...])] of a split's folder, sorted by name."""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, 'text', '*.txt'))):
        name = os.path.basename(path)[:-4]
        files = sorted(glob.glob(os.path.join(folder, 'attributions', glob.escape(name) + '_????.ann')))
        with open(path, encoding='utf8', newline='') as file:
            text = file.read()
        if files and text.strip():
            out.append((name, text, [read_ann(x) for x in files]))
    return out


def load(folder, vocabulary):
    """All annotated articles of a split's folder, sorted by name."""
    return [cut(*article, vocabulary) for article in read(folder)]


def cut(name, text, views, vocabulary):
    """An article in pieces, labelled by each annotator's view."""
    table = np.array(pieces(text, vocabulary), np.int64)
    spans = table[:, 1:3]
    return Article(name, text, table[:, 0], table[:, 3:6], spans, [label(view, text, spans) for view in views])
