"""Pieces -> mentions, their extents and antecedents: the Python twin of src/model/mentions.

The windows are those of decode.encode; what several of them say is averaged as there.
"""

from dataclasses import dataclass

import coreference
import decode
import numpy as np
import torch
from losses import same_words

PARAGRAPH = 4  # gap before a paragraph's first piece (pieces.py)


@dataclass
class Mention:
    head: int  # first piece of the head word
    first: int
    last: int
    kind: int  # index into coreference.KINDS
    antecedent: int  # index of its entity's mention that it fits best; its own where it begins one
    entity: int  # index of the first mention of the same entity
    certainty: float  # probability of the entity
    metonym: float  # probability that a place's name stands for who acts there


def own_parts(windows, n):
    """[(begin, end)] of the pieces that each window shows best; they tile the text."""
    borders = [0, *((b[0] + a[1] + 1) // 2 for a, b in zip(windows, windows[1:], strict=False)), n]
    return list(zip(borders, borders[1:], strict=False))


@torch.no_grad()
def mean(windows, n, score, width):
    """[n, width] of score(vectors), averaged over the windows."""
    total, weights = np.zeros((n, width), np.float32), np.zeros((n, 1), np.float32)
    for begin, end, x in windows:
        at = np.arange(begin, end)
        weight = decode.context(at, at, begin, end, n)[:, None]
        total[begin:end] += weight * score(x).cpu().numpy()
        weights[begin:end] += weight
    return total / weights


@torch.no_grad()
def extents(model, windows, heads, gap):
    """[m, 2] first and last piece of each mention: whole words within the paragraph, by the window whose own the head is."""
    begins = gap != 0
    ends = np.append(begins[1:], True)
    last_of_word = np.nonzero(ends)[0]
    out = np.stack([heads, last_of_word[np.searchsorted(last_of_word, heads)]], 1)
    paragraph = np.cumsum(gap == PARAGRAPH)
    for (begin, end, x), own in zip(windows, own_parts(windows, len(gap)), strict=True):
        here = np.nonzero((heads >= own[0]) & (heads < own[1]))[0]
        if not len(here):
            continue
        scores = model.extent_scores(x, torch.as_tensor(heads[here] - begin)).cpu().numpy()
        for i, (first, last) in zip(here, scores, strict=True):
            possible = paragraph[begin:end] == paragraph[heads[i]]
            out[i, 0] = begin + np.where(possible & begins[begin:end], first, -np.inf).argmax()
            last = np.where(possible & ends[begin:end], last, -np.inf)
            if np.isfinite(last).any():  # else the window cuts the head word
                out[i, 1] = begin + last.argmax()
    return out


@torch.no_grad()
def antecedent_scores(model, windows, n, heads, words, forms):
    """[m, 1 + m]: each mention with none (first column) and with each earlier one; -inf where no window shows both."""
    pairs, none = decode.Pairs(len(heads), len(heads)), decode.Pairs(len(heads), 1)
    for begin, end, x in windows:
        here = np.nonzero((heads >= begin) & (heads < end))[0]
        if not len(here):
            continue
        same = same_words([words[i] for i in here])
        scores = model.antecedent_scores(x, torch.as_tensor(heads[here] - begin), torch.as_tensor(forms[here]), same).cpu().numpy()
        weight = decode.context(heads[here], heads[here], begin, end, n)[:, None]
        none.add(here, [0], scores[:, :1], weight)
        pairs.add(here, here, np.maximum(scores[:, 1:], -1e4), weight)
    return np.concatenate([none.scores(True), pairs.scores(np.tri(len(heads), k=-1, dtype=bool))], 1)


def find(model, article, text, half=False):
    """The Mentions of a text, ascending by their heads; `article` has its pieces (ids, features, spans)."""
    n, gap = len(article.ids), article.features[:, 1]
    windows = decode.encode(model, article, half=half)
    kinds = mean(windows, n, model.mention, 1 + len(coreference.KINDS)).argmax(1)
    metonyms = mean(windows, n, model.metonym, 1)[:, 0]
    heads = np.nonzero((gap != 0) & (kinds > 0))[0]
    table = np.concatenate([article.ids[:, None], article.spans, article.features], 1)
    view = coreference.text_of('', text, table, [(h, 0, 0) for h in heads], [(h, h) for h in heads])
    edges = extents(model, windows, heads, gap)
    out = []
    for i, row in enumerate(antecedent_scores(model, windows, n, heads, view.heads, view.forms)):
        # Training shares the probability among all true antecedents, so that the mentions of an entity count together.
        probabilities, shares = decode.softmax(row), np.zeros(i + 1)
        np.add.at(shares, [mention.entity for mention in out], probabilities[1 : i + 1])
        shares[i] = probabilities[0]
        entity = i if shares[i] == shares.max() else int(shares.argmax())
        of_entity = [-np.inf if mention.entity != entity else row[1 + j] for j, mention in enumerate(out)]
        antecedent = i if entity == i else int(np.argmax(of_entity))
        certainty = float(shares[entity])
        metonym = 1 / (1 + np.exp(-metonyms[heads[i]]))
        out.append(Mention(int(heads[i]), *map(int, edges[i]), int(kinds[heads[i]]) - 1, antecedent, entity, certainty, metonym))
    return out
