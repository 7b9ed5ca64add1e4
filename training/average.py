#!/usr/bin/env python3
"""Average the weights of runs that started from the same weights (Wortsman et al. 2022).

average.py --out runs/soup.pt --models runs/a/last.pt:0.25 runs/b/last.pt:0.25 runs/c/last.pt:0.5 [--first-heads]

With --first-heads all heads but that for tags are the first model's, where not every run has learnt them.
"""

import argparse

import torch
from heads import Model

SHARED = ('encoder.', 'tag.', 'transitions', 'start')


def average(models, first_heads):
    """State of [(state, weight)], weights summing to 1; what a state lacks is a fresh model's."""
    out = {name: value.clone() for name, value in Model().state_dict().items()}
    for name in out:
        if first_heads and not name.startswith(SHARED):
            out[name] = models[0][0].get(name, out[name])
        elif all(name in state for state, _ in models):
            out[name] = sum(weight * state[name].float() for state, weight in models)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out', required=True)
    parser.add_argument('--models', nargs='+', required=True, metavar='FILE:WEIGHT')
    parser.add_argument('--first-heads', action='store_true')
    args = parser.parse_args()
    models = []
    for entry in args.models:
        path, _, weight = entry.rpartition(':')
        models.append((torch.load(path), float(weight)))
    if abs(sum(weight for _, weight in models) - 1) > 1e-6:
        parser.error('the weights must sum to 1')
    torch.manual_seed(0)
    torch.save(average(models, args.first_heads), args.out)


if __name__ == '__main__':
    main()
