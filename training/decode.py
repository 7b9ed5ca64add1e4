"""Pieces -> attributions: the Python twin of src/model/attribution and src/extract/statements, used for development scores.

Long articles are read in overlapping windows, and what several windows say of a piece or of a pair of segments is averaged, windows
that see more around it counting for more. One Viterbi pass over the article's tags (a word is never split); then each content gets
a cue and each cue a source or none, within REACH pieces.
"""

import numpy as np
import torch
from encoder import half_precision
from polnear import TAGS

WINDOW, OVERLAP = 254, 128  # pieces of text; [CLS] and [SEP] come on top
AMPLE = 64  # pieces of context from which on a window counts in full
REACH = 100  # pieces between a segment and its cue
MOST_WORSE = 8.0  # how much worse than its best choice one may fit that would else be left out
CLS, SEP = 101, 102
FORBIDDEN = -1e4


def window_starts(n, window=WINDOW, overlap=OVERLAP):
    """First pieces of evenly spread windows that overlap by at least `overlap`."""
    if n <= window:
        return [0]
    gaps = -(-(n - window) // (window - overlap))
    return [(i * (n - window) + gaps // 2) // gaps for i in range(gaps + 1)]


def context(first, last, begin, end, n):
    """How much of its window [begin, end) of n pieces lies around [first, last], from 1 to AMPLE; a text's own ends cut nothing."""
    left = np.where(begin > 0, first - begin, AMPLE)
    right = np.where(end < n, end - 1 - last, AMPLE)
    return np.clip(np.minimum(left, right), 1, AMPLE).astype(np.float32)


def batch_of(windows):
    """[(ids, features)] -> tensors with [CLS], [SEP] and padding."""
    size = max(len(ids) for ids, _ in windows) + 2
    ids, features = np.zeros((len(windows), size), np.int64), np.zeros((len(windows), size, 3), np.int64)
    mask = np.zeros((len(windows), size), bool)
    for i, (word, feature) in enumerate(windows):
        n = len(word)
        ids[i, 0], ids[i, n + 1] = CLS, SEP
        ids[i, 1 : n + 1], features[i, 1 : n + 1] = word, feature
        mask[i, : n + 2] = True
    return tuple(map(torch.as_tensor, (ids, features, mask)))


@torch.no_grad()
def encode(model, article, half=False):
    """[(begin, end, vectors [end - begin, hidden])] of an article's windows; `half` computes in bfloat16."""
    n = len(article.ids)
    starts, out = window_starts(n), []
    for i in range(0, len(starts), 16):
        chunk = starts[i : i + 16]
        with half_precision(half):
            x = model.encoder(*batch_of([(article.ids[s : s + WINDOW], article.features[s : s + WINDOW]) for s in chunk]))
        for k, s in enumerate(chunk):
            e = min(n, s + WINDOW)
            out.append((s, e, x[k, 1 : e - s + 1].float()))
    return out


@torch.no_grad()
def emissions(model, windows, n):
    """[n, tag]: each piece's scores, averaged over the windows."""
    total, weights = np.zeros((n, len(TAGS)), np.float32), np.zeros((n, 1), np.float32)
    for begin, end, x in windows:
        at = np.arange(begin, end)
        weight = context(at, at, begin, end, n)[:, None]
        total[begin:end] += weight * model.tag(x).cpu().numpy()
        weights[begin:end] += weight
    return total / weights


def allowed():
    """[from, to] whether a tag may follow another; O and B- are always allowed, I- only inside its role."""
    k = len(TAGS)
    move = np.zeros((k, k))
    for a in range(k):
        for b in range(k):
            if TAGS[b][0] == 'I' and TAGS[a][1:].lstrip('-') != TAGS[b][1:].lstrip('-'):
                move[a, b] = FORBIDDEN
    return move


def viterbi(emissions, transitions, start, inside_word):
    """Best tags; inside_word[t] is true where piece t continues a word and so keeps its tag."""
    k = len(TAGS)
    begins = np.array([TAGS[j][0] == 'I' for j in range(k)]) * FORBIDDEN
    move = transitions + allowed()
    keep = np.full((k, k), FORBIDDEN)
    for a in range(k):
        keep[a, a + 1 if TAGS[a][0] == 'B' else a] = 0.0
    score, back = start + begins + emissions[0], []
    for t in range(1, len(emissions)):
        total = score[:, None] + (keep if inside_word[t] else move)
        back.append(total.argmax(0))
        score = total.max(0) + emissions[t]
    tags = [int(score.argmax())]
    for b in reversed(back):
        tags.append(int(b[tags[-1]]))
    return tags[::-1]


def segments_of(tags):
    """[(first, last, role)]"""
    out = []
    for t, tag in enumerate(tags):
        name = TAGS[tag]
        if name[0] == 'B':
            out.append([t, t, name[2:]])
        elif name[0] == 'I':
            out[-1][1] = t
    return [tuple(s) for s in out]


def near(a, b):
    """[a, b] whether segments lie within REACH pieces of others."""
    a, b = np.array([s[:2] for s in a])[:, None], np.array([s[:2] for s in b])[None]
    return np.minimum(abs(b[..., 0] - a[..., 1]), abs(a[..., 0] - b[..., 1])) <= REACH


class Pairs:
    """Scores of pairs averaged over windows; -inf for the pairs that no window saw or that are not near."""

    def __init__(self, rows, columns):
        self.total, self.weights = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), np.float32)

    def add(self, rows, columns, scores, weight):
        self.total[np.ix_(rows, columns)] += weight * scores
        self.weights[np.ix_(rows, columns)] += weight

    def scores(self, possible):
        with np.errstate(invalid='ignore'):
            return np.where(possible & (self.weights > 0), self.total / self.weights, -np.inf)


def share_contents(scores):
    """[cue or None for each content] of scores [content, cue], -inf where too far: the best one, but a cue left without content
    takes the one that it fits best from a cue that has several, if that is at most MOST_WORSE worse: every cue has a content."""
    chosen = [int(row.argmax()) if np.isfinite(row).any() else None for row in scores]
    held = np.bincount([c for c in chosen if c is not None], minlength=scores.shape[1])
    for cue in np.nonzero(held == 0)[0]:
        best, least = None, MOST_WORSE
        for i in np.nonzero(np.isfinite(scores[:, cue]))[0]:
            loss = scores[i, chosen[i]] - scores[i, cue]
            if held[chosen[i]] > 1 and loss < least:
                best, least = i, loss
        if best is not None:
            held[chosen[best]] -= 1
            chosen[best] = int(cue)
            held[cue] += 1
    return chosen


def share_sources(scores):
    """[source or None for each cue] of scores [cue, 1 + source], the first column for none, -inf where too far: the best one, but a
    source that no cue would take goes to the cue without any that it fits best, likewise."""
    chosen = scores.argmax(1)
    used, bare = set(chosen), chosen == 0
    for source in range(1, scores.shape[1]):
        losses = np.where(bare, scores[:, 0] - scores[:, source], np.inf)
        best = int(losses.argmin())
        if source not in used and losses[best] < MOST_WORSE and chosen[best] == 0:
            chosen[best] = source
    return [int(c) - 1 if c else None for c in chosen]


def inside(segments, begin, end):
    """Numbers and places in the window of the segments that lie wholly in it."""
    numbers = [i for i, s in enumerate(segments) if begin <= s[0] and s[1] < end]
    return numbers, torch.tensor([[segments[i][0] - begin, segments[i][1] - begin] for i in numbers])


def softmax(scores):
    part = np.exp(scores - scores.max(-1, keepdims=True))
    return part / part.sum(-1, keepdims=True)


@torch.no_grad()
def link(model, windows, n, segments):
    """[(source or None, cue or None, [contents], probability)] of segments [(first, last, role)]; cues may share a source."""
    contents, cues, sources = ([s for s in segments if s[2] == role] for role in ('content', 'cue', 'source'))
    found = [[None, cue, [], 1.0] for cue in cues]
    if not cues:
        return [(None, None, [c], 0.5) for c in contents]
    of_content, of_cue, bare = Pairs(len(contents), len(cues)), Pairs(len(cues), len(sources)), Pairs(len(cues), 1)
    for begin, end, x in windows:
        here, where = inside(cues, begin, end)
        if not here:
            continue
        weight = context(where[:, 0].cpu().numpy() + begin, where[:, 1].cpu().numpy() + begin, begin, end, n)
        # As in training, a content that a window cuts is taken for what it has of it.
        cut = [(max(s[0], begin), min(s[1], end - 1)) for s in contents]
        some, where_contents = inside([s if s[0] <= s[1] else (-1, -1) for s in cut], begin, end)
        if some:
            of_content.add(some, here, model.content_scores(x, where_contents, where).cpu().numpy(), weight[None])
        some, where_sources = inside(sources, begin, end)
        scores = model.source_scores(x, where, where_sources if some else torch.zeros(1, 2, dtype=torch.long)).cpu().numpy()
        bare.add(here, [0], scores[:, :1], weight[:, None])
        if some:
            of_cue.add(here, some, scores[:, 1:], weight[:, None])
    if contents:
        scores = of_content.scores(near(contents, cues))
        for content, cue, row in zip(contents, share_contents(scores), scores, strict=True):
            if cue is None:
                found.append([None, None, [content], 0.5])
            else:
                found[cue][2].append(content)
                found[cue][3] *= softmax(row)[cue]
    if sources:
        scores = np.concatenate([bare.scores(True), of_cue.scores(near(cues, sources))], 1)
        for f, source, row in zip(found[: len(cues)], share_sources(scores), scores, strict=True):
            f[0] = None if source is None else sources[source]
            f[3] *= softmax(row)[0 if source is None else source + 1]
    return [tuple(f) for f in found]


def certainty(probabilities, segment):
    """Mean probability that a piece of the segment bears its role."""
    begin = TAGS.index('B-' + segment[2])
    return float(probabilities[segment[0] : segment[1] + 1, begin : begin + 2].sum(1).mean())


def attributions(model, article, half=False):
    """[{role: [(begin, end)], 'certainty': before calibration}] in characters."""
    n = len(article.ids)
    windows = encode(model, article, half=half)
    scores = emissions(model, windows, n)
    moves, start = model.transitions.detach().cpu().numpy(), model.start.detach().cpu().numpy()
    tags = viterbi(scores, moves, start, article.features[:, 1] == 0)
    return assemble(link(model, windows, n, segments_of(tags)), softmax(scores), article.spans)


def assemble(links, probabilities, spans):
    def span(segment):
        return int(spans[segment[0], 0]), int(spans[segment[1], 1])

    out = []
    for source, cue, contents, probability in links:
        for segment in (source, cue):
            probability *= certainty(probabilities, segment) if segment else 1.0
        if contents:
            probability *= np.mean([certainty(probabilities, c) for c in contents])
        roles = {'source': [source] if source else [], 'cue': [cue] if cue else [], 'content': contents}
        out.append({role: [span(s) for s in segments] for role, segments in roles.items()} | {'certainty': probability})
    return out
