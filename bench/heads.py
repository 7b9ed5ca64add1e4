#!/usr/bin/env python3
"""What some heads cost, and what is made of their answers: processor time of `sayso read` on one thread with a model, and with
the same model without these heads, in turns.

    bench/heads.py SAYSO FOLDER --model FILE [--heads mention|syntax] [--rounds 7] [--most 1.25]

SAYSO is the program, FOLDER holds .txt files; they are read as one long text and one by one. "mention" are the heads for
mentions, antecedents and metonymy, "syntax" those for trees, without which there are no ledger, plans, meetings and events.
Exits with 1 if the heads make the program more than --most times as slow. Needs xxhash.
"""

import argparse
import os
import pathlib
import statistics
import struct
import subprocess
import sys
import tempfile

import xxhash

CHECKSUM, CHECKED = 24, 32  # where the checksum of a weight file stands, and from where on it counts


def without(data, heads):
    """A weight file in which the setting that tells of these heads has another name."""
    setting = f'"{heads}"'.encode()
    if data.count(setting) != 1:
        sys.exit(f'the model has no heads for {heads}')
    data = bytearray(data.replace(setting, b'"%s"' % (b'-' * len(heads))))
    struct.pack_into('<Q', data, CHECKSUM, xxhash.xxh3_64_intdigest(data[CHECKED:]))
    return bytes(data)


def seconds(command):
    """Processor time of a run."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f'{" ".join(command)} ended with {process.returncode}')
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('sayso')
    parser.add_argument('texts', type=pathlib.Path)
    parser.add_argument('--model', type=pathlib.Path, required=True)
    parser.add_argument('--heads', choices=('mention', 'syntax'), default='mention')
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--most', type=float, default=1.25)
    options = parser.parse_args()

    texts = [path.read_text(encoding='utf8', errors='replace') for path in sorted(options.texts.rglob('*.txt'))]
    if not texts:
        sys.exit(f'no .txt files in {options.texts}')
    worst = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        plain = pathlib.Path(scratch) / 'plain.sayso'
        plain.write_bytes(without(options.model.read_bytes(), options.heads))
        for name, files in (('one long text', ['\n\n'.join(texts)]), ('each text', texts)):
            folder = pathlib.Path(scratch) / name
            folder.mkdir()
            for i, text in enumerate(files):
                (folder / f'{i:05}.txt').write_text(text, encoding='utf8')
            command = [options.sayso, 'read', '--threads', '1', '--quiet', '--format', 'jsonl', str(folder), '--model']
            times = [(seconds([*command, str(plain)]), seconds([*command, str(options.model)])) for _ in range(options.rounds)]
            before, after = (statistics.median(x) for x in zip(*times, strict=True))
            ratio = statistics.median(b / a for a, b in times)
            print(f'{name:14} {before:7.3f} s without {after:7.3f} s with them  ratio {ratio:.3f}', flush=True)
            worst = max(worst, ratio)
    return worst > options.most


if __name__ == '__main__':
    sys.exit(main())
