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
import mentions
import metonymy
import numpy as np
import torch
from encoder import pretrained_folder, use_fastest_device
from heads import Model
from losses import same_words
from pieces import Vocabulary
from scipy.optimize import linear_sum_assignment


def read(model, text, whole):
    """{head piece: entity} of a document."""
    return {mention.head: mention.entity for mention in mentions.find(model, text, whole, half=True)}


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
        heads = torch.as_tensor(text.mentions[:, 0])
        if int(heads.max()) >= n:
            continue
        row = model.antecedent_scores(x, heads, torch.as_tensor(text.forms), same_words(text.heads))[2]
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
    headed = np.zeros(3)
    for text in coreference.load_gum(path, vocabulary, lambda name: True):
        gold, found = dict(zip(text.mentions[:, 0], text.mentions[:, 2], strict=True)), read(model, text, wholes[text.name])
        headed += len(gold.keys() & found.keys()), len(found), len(gold)
        for singletons, pairs in both.items():
            pairs.append((clusters(gold, singletons), clusters(found, singletons)))
    passages = coreference.load_gap(os.path.join(data, 'gap/gap-development.tsv'), vocabulary)
    return {
        'mentions': round(100 * f1(headed[0] / max(headed[1], 1), headed[0] / headed[2]), 1),
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
    use_fastest_device()
    model = Model()
    model.load_state_dict(torch.load(args.weights), strict=False)
    model.eval()
    print(json.dumps(evaluate(model, args.data)))


if __name__ == '__main__':
    main()
