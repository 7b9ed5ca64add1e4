#!/usr/bin/env python3
"""What 8 bits cost: F1 of the model in PyTorch (32 bits) beside the same weights in the program, on the same articles.

compare.py --weights runs/attribution/last.pt --model ../models/sayso.sayso --sayso ../build/release/bin/sayso
           --articles ../shared/data/polnear/dev --scorer ../shared/eval

Both read the raw texts of --articles (PolNeAR's layout); --scorer holds score_attribution.py. Exits with 1 if the program loses
more than 0.3 F1 of attributions.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import decode
import polnear
import torch
from encoder import pretrained_folder
from heads import Model
from pieces import Vocabulary

MOST_LOST = 0.3
MEASURES = [f'exact {role} 0' for role in polnear.ROLES] + [f'attr {kind}' for kind in ('all', 'direct', 'mixed', 'indirect')]


def read_in_pytorch(weights, articles):
    model = Model()
    model.load_state_dict(torch.load(weights))
    model.eval()
    found = {}
    for i, article in enumerate(articles):
        found[article.name] = decode.attributions(model, article)
        if (i + 1) % 20 == 0:
            print(f'{i + 1} of {len(articles)} articles', file=sys.stderr, flush=True)
    return found


def read_in_program(sayso, model, articles, gold, scoring):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as records:
        for article in articles:
            with open(os.path.join(folder, article.name + '.txt'), 'w', encoding='utf8', newline='') as file:
                file.write(article.text)
        out = os.path.join(records, 'records.jsonl')
        subprocess.run([sayso, 'read', folder, '--model', model, '--format', 'jsonl', '--quiet', '--output', out], check=True)
        drop_nested(out)
        found, complaints = scoring.load_pred(out, gold)
    if complaints:
        sys.exit('\n'.join(complaints))
    return found


def drop_nested(path):
    """Leaves the outermost statements: the program reads sentences a second time for the others, PyTorch here does not."""
    with open(path, encoding='utf8') as file:
        records = [json.loads(line) for line in file]
    with open(path, 'w', encoding='utf8') as file:
        for record in records:
            record['statements'] = [s for s in record.get('statements', []) if 'inside' not in s]
            file.write(json.dumps(record, ensure_ascii=False) + '\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('weights', 'model', 'sayso', 'articles', 'scorer'):
        parser.add_argument('--' + name, required=True)
    args = parser.parse_args()
    sys.path.insert(0, args.scorer)
    import score_attribution

    gold = score_attribution.load_gold(args.articles, '')
    articles = polnear.load(args.articles, Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt')))
    scores = [
        score_attribution.evaluate(gold, found)
        for found in (
            read_in_pytorch(args.weights, articles),
            read_in_program(args.sayso, args.model, articles, gold, score_attribution),
        )
    ]
    print(f'{"F1":18} PyTorch fp32  sayso int8   lost')
    for key in MEASURES:
        full, small = (100 * score[key]['F1'] for score in scores)
        print(f'{key.removesuffix(" 0"):18} {full:12.2f} {small:11.2f} {full - small:6.2f}')
    return 100 * (scores[0]['attr all']['F1'] - scores[1]['attr all']['F1']) > MOST_LOST


if __name__ == '__main__':
    sys.exit(main())
