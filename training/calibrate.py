#!/usr/bin/env python3
"""How true the confidence of an attribution is, and Platt's calibration of it (1999), on articles that the model has not seen.

calibrate.py --weights runs/held/last.pt --articles ../shared/data/polnear/train --fold 0/10 --scorer ../shared/eval

--fold K/N: only the articles that train.py --fold K/N left out. Prints what is said and what is right before any calibration, then
the two settings for export.py --confidence. An attribution is right if content and source overlap one of the gold's by half (the
scorer's 'attribution' measure); attributions without content are no statements and are left out.
"""

import argparse
import os
import sys

import decode
import numpy as np
import polnear
import torch
from encoder import pretrained_folder
from heads import Model
from pieces import Vocabulary


def judged(scoring, text, gold, found):
    """[(certainty, right)] of an article's attributions."""
    doc = scoring.Doc(text)

    def tokens(attribution, role):
        return doc.toks(doc.norm(attribution[role], 0, True))

    out = []
    for attribution in found:
        if not attribution['content']:
            continue
        content, source = tokens(attribution, 'content'), tokens(attribution, 'source')
        right = any(
            scoring.jaccard(content, tokens(g, 'content')) >= 0.5
            and (scoring.jaccard(source, tokens(g, 'source')) >= 0.5 or not (attribution['source'] or g['source']))
            for g in gold
        )
        out.append((attribution['certainty'], right))
    return out


def fit(certainty, right, steps=100):
    """(scale, shift) of a logistic regression on the log-odds, by Newton's method."""
    p = np.clip(certainty, 1e-6, 1 - 1e-6)
    x = np.stack([np.log(p / (1 - p)), np.ones_like(p)], 1)
    w = np.array([1.0, 0.0])
    for _ in range(steps):
        q = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve((x * (q * (1 - q))[:, None]).T @ x + 1e-6 * np.eye(2), x.T @ (right - q))
    return w, 1 / (1 + np.exp(-x @ w))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('weights', 'articles', 'scorer'):
        parser.add_argument('--' + name, required=True)
    parser.add_argument('--fold', default='0/1')
    args = parser.parse_args()
    sys.path.insert(0, args.scorer)
    import score_attribution

    model = Model()
    model.load_state_dict(torch.load(args.weights))
    model.eval()
    k, n = map(int, args.fold.split('/'))
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    pairs = []
    for i, (name, text, views) in enumerate(polnear.read(args.articles)):
        if i % n == k:
            found = decode.attributions(model, polnear.cut(name, text, views, vocabulary))
            pairs += judged(score_attribution, text, views[0], found)
    certainty, right = (np.array(x, float) for x in zip(*pairs, strict=True))
    report('before', certainty, right)
    (scale, shift), confidence = fit(certainty, right)
    report('after', confidence, right)
    print(f'--confidence {scale:.3f} {shift:.3f}')


def report(when, confidence, right):
    """Prints the Brier score and, for each tenth, what is said and what is right."""
    print(f'{when}: {len(right)} attributions, {100 * right.mean():.1f} % right; Brier {np.mean((confidence - right) ** 2):.3f}')
    for low in np.arange(0, 1, 0.1):
        inside = (confidence >= low) & (confidence < low + 0.1)
        if inside.any():
            said, held = confidence[inside].mean(), right[inside].mean()
            print(f'  {low:.1f}-{low + 0.1:.1f}: {inside.sum():5} said {said:.2f} right {held:.2f}')


if __name__ == '__main__':
    main()
