#!/usr/bin/env python3
"""Events that the dictionary coder finds in news items, as labels of words to learn from: train.py --silver-events.

silver_events.py --data ../shared/data --sayso ../build/release/bin/sayso --weights runs/NAME/last.pt --out runs/silver_events.jsonl

The items are those of wp_current_events. The words that the dictionary codes have their event's type; verbs that it does not know
are left open, since they may well name one; all other words name none. --weights tells which words are verbs.
"""

import argparse
import io
import json
import os
import subprocess
import tempfile

import decode
import events
import numpy as np
import torch
import zstandard
from encoder import pretrained_folder, use_fastest_device
from heads import Model
from pieces import Vocabulary, pieces
from syntax import UPOS


def items(data):
    """[(text, day)]"""
    with open(os.path.join(data, 'wp_current_events/items.jsonl.zst'), 'rb') as file:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), encoding='utf8')
        rows = [json.loads(line) for line in lines]
    return [(row['text'], row['date']) for row in rows]


def records(sayso, texts):
    """The program's records of items, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, 'items.jsonl'), os.path.join(folder, 'records.jsonl')
        with open(path, 'w', encoding='utf8') as file:
            for text, day in texts:
                file.write(json.dumps({'text': text, 'published': day}) + '\n')
        subprocess.run([sayso, 'read', path, '--format', 'jsonl', '--quiet', '--output', out], check=True)
        with open(out, encoding='utf8') as file:
            return [json.loads(line) for line in file]


@torch.no_grad()
def verbs(model, text, vocabulary):
    """First characters of a text's verbs."""
    table = np.array(pieces(text, vocabulary), np.int64)[: decode.WINDOW]
    x = model.encoder(*decode.batch_of([(table[:, 0], table[:, 3:6])]))[0, 1:-1]
    pos = model.pos(x).argmax(-1).cpu().numpy()
    return [int(row[1]) for row, p in zip(table, pos, strict=True) if row[4] != 0 and UPOS[p] == 'VERB']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('--data', '--sayso', '--weights', '--out'):
        parser.add_argument(name, required=True)
    args = parser.parse_args()
    use_fastest_device()
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    model = Model()
    model.load_state_dict(torch.load(args.weights), strict=False)
    model.eval()
    texts = items(args.data)
    with open(args.out, 'w', encoding='utf8') as out:
        for (text, _), record in zip(texts, records(args.sayso, texts), strict=True):
            if record['document']['text'] != text or not record['events']:
                continue
            labels = dict.fromkeys(verbs(model, text, vocabulary), events.IGNORED)
            for event in record['events']:
                begin = len(text.encode()[: event['span'][0]].decode())
                labels[begin] = 1 + events.TYPES.index(event['type'])
            out.write(json.dumps({'text': text, 'labels': sorted(labels.items())}) + '\n')


if __name__ == '__main__':
    main()
