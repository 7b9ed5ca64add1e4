#!/usr/bin/env python3
"""F1 of sentences and tokens against CoNLL-U files (Universal Dependencies), on raw text.

    bench/sentence_f1.py PROGRAM FILE.conllu... [--genre GUM_news --genre GUM_interview] [--errors 20]

PROGRAM is bench_text_spans. The raw text of a document is put together from the tokens and SpaceAfter=No, a blank line
between paragraphs. A sentence or token counts when both its ends are right, white space aside, as in the CoNLL shared
tasks. Words of a multiword token ("don't") count one by one where they are its parts, else the token counts as one.
"""

import argparse
import subprocess


def documents(path):
    """(name, text, sentences, tokens) with spans in bytes."""
    name, text, sentences, tokens, paragraph = '', '', [], [], False
    rows = []

    def close():
        return name, text, sentences, tokens

    with open(path, encoding='utf8') as file:
        lines = file.read().split('\n')
    for line in lines:
        if line.startswith('# newdoc'):
            if sentences:
                yield close()
            name, text, sentences, tokens = line.split('=')[-1].strip(), '', [], []
        elif line.startswith('# newpar'):
            paragraph = 'block' not in line or paragraph
        elif line and not line.startswith('#'):
            rows.append(line.split('\t'))
        elif not line and rows:
            if paragraph and text:
                text = text.rstrip() + '\n\n'
            paragraph = False
            begin, until = len(text), 0
            for i, row in enumerate(rows):
                if '.' in row[0] or ('-' not in row[0] and int(row[0]) <= until):
                    continue
                at, parts = len(text), [row[1]]
                if '-' in row[0]:
                    first, until = map(int, row[0].split('-'))
                    words = [r[1] for r in rows[i + 1 :] if r[0].isdigit() and first <= int(r[0]) <= until]
                    parts = words if ''.join(words) == row[1] else parts
                for part in parts:
                    tokens.append((at, at + len(part)))
                    at += len(part)
                text += row[1] + ('' if 'SpaceAfter=No' in row[9] else ' ')
            sentences.append((begin, len(text.rstrip())))
            rows = []
    if sentences:
        yield close()


def f1(right, found, gold):
    p, r = right / max(found, 1), right / max(gold, 1)
    return f'P {100 * p:.2f}  R {100 * r:.2f}  F1 {200 * p * r / max(p + r, 1e-9):.2f}  ({gold} in gold)'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('files', nargs='+')
    parser.add_argument('--genre', action='append', default=[], help='only documents whose name begins so')
    parser.add_argument('--errors', type=int, default=0, help='print that many errors of each kind')
    args = parser.parse_args()
    docs = [d for f in args.files for d in documents(f) if not args.genre or d[0].startswith(tuple(args.genre))]
    request = b''.join(b'%d\n%s' % (len(t.encode()), t.encode()) for _, t, _, _ in docs)
    answer = subprocess.run([args.program], input=request, stdout=subprocess.PIPE, check=True).stdout.decode()
    counts = {'S': [0, 0, 0], 'T': [0, 0, 0]}
    shown = {'S': 0, 'T': 0}
    for (name, text, sentences, tokens), block in zip(docs, answer.split('\n\n'), strict=False):
        to_char = {}
        at = 0
        for i, c in enumerate(text):
            to_char[at] = i
            at += len(c.encode())
        to_char[at] = len(text)
        for kind, gold in (('S', sentences), ('T', tokens)):
            found = [tuple(to_char[int(x)] for x in line.split()[1:]) for line in block.split('\n') if line[:1] == kind]
            right = set(found) & set(gold)
            for k, n in enumerate((len(right), len(found), len(gold))):
                counts[kind][k] += n
            for a, b in found:
                if (a, b) not in right and shown[kind] < args.errors:
                    shown[kind] += 1
                    print(kind, name, repr(text[max(0, a - 12) : a]), '[[', text[a:b], ']]', repr(text[b : b + 12]))
    for kind, label in (('S', 'sentences'), ('T', 'tokens')):
        print(f'{label:10}', f1(*counts[kind]))


if __name__ == '__main__':
    main()
