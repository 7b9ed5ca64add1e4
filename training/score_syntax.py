#!/usr/bin/env python3
"""Score the heads for trees on the development parts of EWT and of GUM's free genres, words given.

score_syntax.py --weights runs/NAME/last.pt --data ../shared/data

Prints the shares of words with the right part of speech, head (UAS), and head and relation (LAS; punctuation counts). Each word
takes its best head by itself; src/model/tree takes the best tree.
"""

import argparse
import json
import os

import decode
import syntax
import torch
from encoder import pretrained_folder, use_fastest_device
from heads import Model
from losses import padded_syntax
from pieces import Vocabulary


@torch.no_grad()
def score(model, windows):
    words = pos_right = attached = labelled = 0
    for i in range(0, len(windows), 16):
        batch = windows[i : i + 16]
        x = model.encoder(*decode.batch_of([(w.ids, w.features) for w in batch])).float()[:, 1:-1]
        pos, head, relation, possible = padded_syntax(batch, x.shape[1])
        has = head != -100
        b, t = torch.nonzero(has, as_tuple=True)
        best = model.arc_scores(x).masked_fill(~possible, -1e4)[has].argmax(-1)
        right = best == head[has]
        scores = model.relation_scores(x[b, t], x[b, best])
        scores[:, 0] = torch.where(best == t, torch.inf, -torch.inf)  # only a root is its own head
        words += len(right)
        pos_right += int((model.pos(x)[has].argmax(-1) == pos[has]).sum())
        attached += int(right.sum())
        labelled += int((right & (scores.argmax(-1) == relation[has])).sum())
    return {name: round(100 * n / words, 1) for name, n in (('pos', pos_right), ('UAS', attached), ('LAS', labelled))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--weights', required=True)
    parser.add_argument('--data', required=True)
    args = parser.parse_args()
    use_fastest_device()
    model = Model()
    model.load_state_dict(torch.load(args.weights), strict=False)
    model.eval()
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    for name, path, keep in (
        ('EWT dev', 'ewt/en_ewt-ud-dev.conllu', lambda _: True),
        ('GUM dev', 'gum/gum-dev.conllu', syntax.is_free_gum),
    ):
        print(name, json.dumps(score(model, syntax.windows(os.path.join(args.data, path), vocabulary, keep))))


if __name__ == '__main__':
    main()
