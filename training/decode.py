"""Pieces -> attributions: the Python twin of src/model/attribution and src/extract/statements, used for development scores.

Long articles are read in overlapping windows; each piece is decided where it has most context. One Viterbi pass over the article's
tags (a word is never split); then each content gets a cue and each cue a source or none, within REACH pieces.
"""

import numpy as np
import torch
from polnear import TAGS

WINDOW, OVERLAP = 254, 64  # pieces of text; [CLS] and [SEP] come on top
REACH = 100  # pieces between a segment and its cue; well below a window's step, at which positions recur
MOST_WORSE = 8.0  # how much worse than its best choice one may fit that would else be left out
CLS, SEP = 101, 102
FORBIDDEN = -1e4


def window_starts(n, window=WINDOW, overlap=OVERLAP):
    """First pieces of evenly spread windows that overlap by at least `overlap`."""
    if n <= window:
        return [0]
    count = 1 + -(-(n - window) // (window - overlap))
    return [round(i * (n - window) / (count - 1)) for i in range(count)]


def owners(n, starts, window=WINDOW):
    """For each piece, the window in which it lies farthest from a cut edge."""
    best, owner = np.full(n, -1), np.zeros(n, np.int64)
    for k, s in enumerate(starts):
        e = min(n, s + window)
        at = np.arange(s, e)
        left = at - s if s > 0 else np.full(e - s, n)
        right = e - 1 - at if e < n else np.full(e - s, n)
        context = np.minimum(left, right)
        better = context > best[s:e]
        best[s:e][better], owner[s:e][better] = context[better], k
    return owner


def batch_of(windows):
    """[(ids, features)] -> tensors with [CLS], [SEP] and padding."""
    size = max(len(ids) for ids, _ in windows) + 2
    ids, features = torch.zeros(len(windows), size, dtype=torch.long), torch.zeros(len(windows), size, 3, dtype=torch.long)
    mask = torch.zeros(len(windows), size, dtype=torch.bool)
    for i, (word, feature) in enumerate(windows):
        n = len(word)
        ids[i, 0], ids[i, n + 1] = CLS, SEP
        ids[i, 1 : n + 1], features[i, 1 : n + 1] = torch.from_numpy(word), torch.from_numpy(feature)
        mask[i, : n + 2] = True
    return ids, features, mask


@torch.no_grad()
def encode(model, article, window=WINDOW, overlap=OVERLAP, half=False):
    """[n, hidden] of a whole article; `half` computes in bfloat16."""
    n = len(article.ids)
    starts = window_starts(n, window, overlap)
    owner = owners(n, starts, window)
    out = torch.zeros(n, model.tag.in_features)
    for i in range(0, len(starts), 16):
        chunk = starts[i : i + 16]
        with torch.autocast('cpu', torch.bfloat16, enabled=half):
            x = model.encoder(*batch_of([(article.ids[s : s + window], article.features[s : s + window]) for s in chunk]))
        x = x.float()
        for k, s in enumerate(chunk):
            at = np.nonzero(owner == i + k)[0]
            out[at] = x[k, at - s + 1]
    return out


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


def far(a, b):
    """[a, b] whether two lists of segments lie more than REACH pieces apart."""
    return torch.minimum((b[None, :, 0] - a[:, None, 1]).abs(), (a[:, None, 0] - b[None, :, 1]).abs()) > REACH


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


@torch.no_grad()
def link(model, x, segments):
    """[(source or None, cue or None, [contents])] of segments [(first, last, role)]; cues may share a source."""
    contents, cues, sources = ([s for s in segments if s[2] == role] for role in ('content', 'cue', 'source'))
    found = [[None, cue, []] for cue in cues]
    if not cues:
        return [(None, None, [c]) for c in contents]
    where = {k: torch.tensor([s[:2] for s in v]) for k, v in (('content', contents), ('cue', cues), ('source', sources)) if v}
    if contents:
        scores = model.content_scores(x, where['content'], where['cue'])
        scores = scores.masked_fill(far(where['content'], where['cue']), -torch.inf).numpy()
        for content, cue in zip(contents, share_contents(scores), strict=True):
            if cue is None:
                found.append([None, None, [content]])
            else:
                found[cue][2].append(content)
    if sources:
        scores = model.source_scores(x, where['cue'], where['source'])
        scores[:, 1:] = scores[:, 1:].masked_fill(far(where['cue'], where['source']), -torch.inf)
        for f, source in zip(found[: len(cues)], share_sources(scores.numpy()), strict=True):
            f[0] = None if source is None else sources[source]
    return [tuple(f) for f in found]


def attributions(model, article, half=False):
    """[{role: [(begin, end)]}] in characters."""
    x = encode(model, article, half=half)
    emissions = model.tag(x).detach().numpy()
    tags = viterbi(emissions, model.transitions.detach().numpy(), model.start.detach().numpy(), article.features[:, 1] == 0)
    return assemble(link(model, x, segments_of(tags)), article.spans)


def assemble(links, spans):
    def span(segment):
        return int(spans[segment[0], 0]), int(spans[segment[1], 1])

    return [
        {'source': [span(source)] if source else [], 'cue': [span(cue)] if cue else [], 'content': [span(c) for c in contents]}
        for source, cue, contents in links
    ]
