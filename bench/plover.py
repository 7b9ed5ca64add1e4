"""Names the PLOVER root type of what a source does to a target, in sentences of the columns sentence, source, target, gold_root.

    python3 bench/plover.py PLV_train.tsv [--sayso ./sayso] [--events dictionary] [--list]

Of the events of a sentence the one counts whose parties share most words with source and target, then the first one that
tells who acts; where there is none, no type is named. CONCEDE and RETREAT are the set's YIELD. Prints each type's precision,
recall and F1, and the mean of the F1s (macro F1).
"""

import argparse
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

NAMES = {'CONCEDE': 'YIELD', 'RETREAT': 'YIELD'}


def records(sayso, sentences, options):
    """The program's record of each sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'sentences.jsonl')
        path.write_text(''.join(json.dumps({'text': text}) + '\n' for text in sentences), encoding='utf8')
        run = subprocess.run(
            [sayso, 'read', path, '--format', 'jsonl', '--quiet', *options], capture_output=True, text=True, check=False
        )
    if run.returncode:
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def words(text):
    return set(re.findall(r'\w+', text.lower()))


def fit(record, event, source, target):
    """How well an event's parties are source and target: the shares of words that they have in common, summed."""
    total = 0.0
    names = {actor['id']: words(' '.join([actor['name'], *actor.get('aliases', [])])) for actor in record['actors']}
    for role, wanted in (('actor', words(source)), ('recipient', words(target))):
        parties = [party for party in event['parties'] if party['role'] == role]
        sides = [words(party['text']) for party in parties] + [names[id] for id in event[role] if id in names]
        total += max((len(side & wanted) / len(side | wanted) for side in sides), default=0.0)
    return total


def named(record, source, target):
    """The root type, or None."""
    events = record['events']
    if not events:
        return None
    best = max(events, key=lambda event: (fit(record, event, source, target), bool(event['actor']), -event['span'][0]))
    return NAMES.get(best['type'], best['type'])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tsv')
    parser.add_argument('--sayso', default='./sayso')
    parser.add_argument('--events', default='both', help='as of sayso read')
    parser.add_argument('--model', help='as of sayso read')
    parser.add_argument('--list', action='store_true', help='the sentences whose type is not the expected one')
    args = parser.parse_args()
    with open(args.tsv, encoding='utf8', newline='') as file:
        rows = list(csv.DictReader(file, delimiter='\t'))
    options = ['--events', args.events] + (['--model', args.model] if args.model else [])
    found = records(args.sayso, [row['sentence'] for row in rows], options)
    pairs = [(row['gold_root'], named(record, row['source'], row['target'])) for row, record in zip(rows, found, strict=True)]
    if args.list:
        for row, (gold, said) in zip(rows, pairs, strict=True):
            if gold != said:
                print(gold, said, row['source'], row['target'], row['sentence'], sep='\t')
    scores = []
    print(f'{"type":12}{"P":>7}{"R":>7}{"F1":>7}{"gold":>7}{"said":>7}')
    for kind in sorted({gold for gold, _ in pairs}):
        right = sum(gold == said == kind for gold, said in pairs)
        gold, said = sum(gold == kind for gold, _ in pairs), sum(said == kind for _, said in pairs)
        scores.append(2 * right / (gold + said))
        print(f'{kind:12}{100 * right / max(said, 1):7.1f}{100 * right / gold:7.1f}{100 * scores[-1]:7.1f}{gold:7}{said:7}')
    print(
        f'macro F1 {100 * sum(scores) / len(scores):.1f}; {sum(said is None for _, said in pairs)} of {len(pairs)} without a type'
    )


if __name__ == '__main__':
    main()
