#!/usr/bin/env python3
"""Actors by a model: coreference on GUM dev from raw text, GAP with its three mentions given, metonymy on ReLocaR.

score_actors.py --weights runs/NAME/last.pt --data ../shared/data

A predicted mention is a gold one if they have the same head word (CorefUD's head match). MUC, B-cubed and CEAF-e are micro-averaged
over documents, with singletons and without; their mean is the CoNLL average. GAP: overall F1 (Webster et al. 2018). Metonymy:
accuracy on the fifth of ReLocaR's training part that training leaves out.
"""

import argparse
import json
import os

import coreference
import decode
import metonymy
import numpy as np
import torch
from encoder import pretrained_folder
from heads import Model
from pieces import Vocabulary
from scipy.optimize import linear_sum_assignment
from train import same_words


def predict_mentions(model, windows, n, starts):
    """Pieces that head a mention, ascending."""
    total, weights = np.zeros((n, 1 + len(coreference.KINDS)), np.float32), np.zeros((n, 1), np.float32)
    for begin, end, x in windows:
        at = np.arange(begin, end)
        weight = decode.context(at, at, begin, end, n)[:, None]
        total[begin:end] += weight * model.mention(x).numpy()
        weights[begin:end] += weight
    return np.nonzero(starts & ((total / weights).argmax(1) > 0))[0]


def link(model, windows, n, heads, words, forms):
    """The number of each mention's entity."""
    pairs, none = decode.Pairs(len(heads), len(heads)), decode.Pairs(len(heads), 1)
    for begin, end, x in windows:
        here = np.nonzero((heads >= begin) & (heads < end))[0]
        if not len(here):
            continue
        same = same_words([words[i] for i in here])
        scores = model.antecedent_scores(x, torch.from_numpy(heads[here] - begin), torch.from_numpy(forms[here]), same).numpy()
        weight = decode.context(heads[here], heads[here], begin, end, n)[:, None]
        none.add(here, [0], scores[:, :1], weight)
        pairs.add(here, here, np.maximum(scores[:, 1:], -1e4), weight)
    earlier = np.tri(len(heads), k=-1, dtype=bool)
    best = np.concatenate([none.scores(True), pairs.scores(earlier)], 1).argmax(1)
    entity = []
    for i, choice in enumerate(best):
        entity.append(entity[choice - 1] if choice else i)
    return entity


@torch.no_grad()
def read(model, text, whole):
    """{head piece: entity} of a document."""
    n = len(text.ids)
    windows = decode.encode(model, text, half=True)
    table = np.concatenate([np.zeros((n, 1), np.int64), text.spans, text.features], 1)
    heads = predict_mentions(model, windows, n, text.features[:, 1] != 0)
    view = coreference.text_of(text.name, whole, table, [(h, 0, 0) for h in heads], [(h, h) for h in heads])
    return dict(zip(heads.tolist(), link(model, windows, n, heads, view.heads, view.forms), strict=True))


def clusters(entity, singletons):
    out = {}
    for mention, number in entity.items():
        out.setdefault(number, set()).add(mention)
    return [c for c in out.values() if singletons or len(c) > 1]


def muc(keys, responses):
    where = {m: i for i, r in enumerate(responses) for m in r}
    right = sum(len(k) - len({where.get(m, ('none', m)) for m in k}) for k in keys)
    return right, sum(len(k) - 1 for k in keys)


def b_cubed(keys, responses):
    where = {m: r for r in responses for m in r}
    return sum(len(k & where[m]) / len(k) for k in keys for m in k if m in where), sum(len(k) for k in keys)


def ceaf(keys, responses):
    similarity = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in responses] for k in keys]).reshape(
        len(keys), len(responses)
    )
    rows, columns = linear_sum_assignment(-similarity)
    return similarity[rows, columns].sum()


def conll(pairs):
    """{measure: F1} of [(gold clusters, predicted clusters)]."""
    out = {}
    for name, measure in (('MUC', muc), ('B3', b_cubed)):
        recall, precision = (np.sum([measure(*x) for x in side], 0) for side in (pairs, [(r, k) for k, r in pairs]))
        out[name] = f1(precision[0] / max(precision[1], 1), recall[0] / max(recall[1], 1))
    shared = sum(ceaf(k, r) for k, r in pairs)
    out['CEAFe'] = f1(shared / max(1, sum(len(r) for _, r in pairs)), shared / max(1, sum(len(k) for k, _ in pairs)))
    out['CoNLL'] = sum(out.values()) / 3
    return {k: round(100 * v, 1) for k, v in out.items()}


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@torch.no_grad()
def gap(model, passages):
    """Overall F1 of GAP's two questions a passage: is the pronoun A, is it B."""
    hit = said = true = 0
    for text, right in passages:
        n = min(len(text.ids), decode.WINDOW)
        x = decode.encode(model, text, half=True)[0][2]
        heads = torch.from_numpy(text.mentions[:, 0])
        if int(heads.max()) >= n:
            continue
        row = model.antecedent_scores(x, heads, torch.from_numpy(text.forms), same_words(text.heads))[2]
        choice = int(row[:3].argmax())  # 0 neither, 1 A, 2 B
        hit += choice > 0 and choice - 1 == right
        said += choice > 0
        true += right < 2
    return round(100 * f1(hit / max(said, 1), hit / max(true, 1)), 1)


@torch.no_grad()
def metonyms(model, samples):
    right = 0
    for w in samples:
        x = model.encoder(*decode.batch_of([(w.ids, w.features)]))
        right += bool(model.metonym(x[0, w.head + 1]) > 0) == w.metonymic
    return round(100 * right / len(samples), 1)


def evaluate(model, data):
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    path = os.path.join(data, 'gum/gum-dev.conllu')
    wholes = {name: whole for name, whole, _, _ in coreference.documents(path, lambda name: True)}
    both = {True: [], False: []}
    mentions = np.zeros(3)
    for text in coreference.load_gum(path, vocabulary, lambda name: True):
        gold, found = dict(zip(text.mentions[:, 0], text.mentions[:, 2], strict=True)), read(model, text, wholes[text.name])
        mentions += len(gold.keys() & found.keys()), len(found), len(gold)
        for singletons, pairs in both.items():
            pairs.append((clusters(gold, singletons), clusters(found, singletons)))
    passages = coreference.load_gap(os.path.join(data, 'gap/gap-development.tsv'), vocabulary)
    return {
        'mentions': round(100 * f1(mentions[0] / max(mentions[1], 1), mentions[0] / mentions[2]), 1),
        'with singletons': conll(both[True]),
        'without': conll(both[False]),
        'GAP': gap(model, passages),
        'metonymy': metonyms(model, metonymy.load(os.path.join(data, 'metonymy/ReLocaR_Train.xml'), vocabulary, held=True)),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--weights', required=True)
    parser.add_argument('--data', required=True)
    args = parser.parse_args()
    model = Model()
    model.load_state_dict(torch.load(args.weights), strict=False)
    model.eval()
    print(json.dumps(evaluate(model, args.data)))


if __name__ == '__main__':
    main()
