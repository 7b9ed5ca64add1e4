#!/usr/bin/env python3
"""Tag marginals of articles by models that did not learn from them: soft labels for train.py --soft.

  soften.py --data ../shared/data --out runs/soft.pt --models runs/fold0/last.pt:0/3 runs/fold1/last.pt:1/3 ...

MODEL:K/N labels the articles that train.py --fold K/N left out. Where several models label one article, their marginals are
averaged.
"""

import argparse
import os

import decode
import numpy as np
import polnear
import torch
from encoder import pretrained_folder
from heads import Model
from pieces import Vocabulary


def log_sum(x, axis):
    top = x.max(axis, keepdims=True)
    return (np.log(np.exp(x - top).sum(axis, keepdims=True)) + top).squeeze(axis)


def marginals(emissions, transitions, start):
    """P(tag of each piece) under the CRF, forward-backward. [n, k]"""
    n = len(emissions)
    forward, backward = np.zeros_like(emissions), np.zeros_like(emissions)
    forward[0] = start + emissions[0]
    for t in range(1, n):
        forward[t] = log_sum(forward[t - 1][:, None] + transitions, 0) + emissions[t]
    for t in range(n - 2, -1, -1):
        backward[t] = log_sum(transitions + (emissions[t + 1] + backward[t + 1])[None], 1)
    p = forward + backward
    p = np.exp(p - p.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--models', nargs='+', required=True)
    args = parser.parse_args()
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    articles = polnear.load(os.path.join(args.data, 'polnear/train'), vocabulary)
    sums, counts = {}, {}
    for entry in args.models:
        path, _, fold = entry.rpartition(':')
        k, n = map(int, fold.split('/'))
        model = Model()
        model.load_state_dict(torch.load(path))
        model.eval()
        for a in articles[k::n]:
            emissions = decode.emissions(model, decode.encode(model, a, half=True), len(a.ids))
            p = marginals(emissions, model.transitions.detach().numpy(), model.start.detach().numpy())
            sums[a.name], counts[a.name] = sums.get(a.name, 0) + p, counts.get(a.name, 0) + 1
        print(entry, len(sums), flush=True)
    torch.save({name: torch.from_numpy((p / counts[name]).astype(np.float32)) for name, p in sums.items()}, args.out)


if __name__ == '__main__':
    main()
