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
from encoder import pretrained_folder, use_fastest_device
from heads import Model
from pieces import Vocabulary


def log_sum(x, axis):
    top = x.max(axis, keepdims=True)
    return (np.log(np.exp(x - top).sum(axis, keepdims=True)) + top).squeeze(axis)


def marginals(emissions, transitions, start):
    """[P(tag of each piece) [n, k]] of articles' emissions [n, k] under the CRF, forward-backward over all articles at once."""
    sizes = np.array([len(e) for e in emissions])
    table = np.zeros((len(emissions), sizes.max(), len(start)), np.float32)
    for row, e in zip(table, emissions, strict=True):
        row[: len(e)] = e
    forward, backward = np.zeros_like(table), np.zeros_like(table)
    forward[:, 0] = start + table[:, 0]
    for t in range(1, table.shape[1]):
        forward[:, t] = log_sum(forward[:, t - 1, :, None] + transitions, 1) + table[:, t]
    for t in range(table.shape[1] - 2, -1, -1):
        after = log_sum(transitions + (table[:, t + 1] + backward[:, t + 1])[:, None], 2)
        backward[:, t] = np.where((t < sizes - 1)[:, None], after, 0)
    both = forward + backward
    p = np.exp(both - both.max(2, keepdims=True))
    p /= p.sum(2, keepdims=True)
    return [rows[:size] for rows, size in zip(p, sizes, strict=True)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--models', nargs='+', required=True)
    args = parser.parse_args()
    use_fastest_device()
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    articles = polnear.load(os.path.join(args.data, 'polnear/train'), vocabulary)
    sums, counts = {}, {}
    for entry in args.models:
        path, _, fold = entry.rpartition(':')
        k, n = map(int, fold.split('/'))
        model = Model()
        model.load_state_dict(torch.load(path))
        model.eval()
        moves, start = model.transitions.detach().cpu().numpy(), model.start.detach().cpu().numpy()
        left_out = articles[k::n]
        emissions = [decode.emissions(model, decode.encode(model, a, half=True), len(a.ids)) for a in left_out]
        for a, p in zip(left_out, marginals(emissions, moves, start), strict=True):
            sums[a.name], counts[a.name] = sums.get(a.name, 0) + p, counts.get(a.name, 0) + 1
        print(entry, len(sums), flush=True)
    torch.save({name: torch.tensor((p / counts[name]).astype(np.float32), device='cpu') for name, p in sums.items()}, args.out)


if __name__ == '__main__':
    main()
