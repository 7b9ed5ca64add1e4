"""Tests of weight_file.py. `--write` makes the fixtures tests/data/*.sayso, which the C++ tests read."""

import pathlib
import sys
import tempfile
import unittest

import numpy as np
import weight_file

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / 'tests' / 'data'


def write_tiny(path) -> None:
    weight = np.random.default_rng(1).normal(size=(32, 32)).astype(np.float32)
    q, scale, sums = weight_file.quantise_linear(weight)
    tensors = {'a.q': q, 'a.scale': scale, 'a.sum': sums, 'e': np.arange(6, dtype=np.float32).reshape(2, 3)}
    weight_file.write(path, {'layers': 1, 'name': 'tiny'}, '[UNK]\n[CLS]\n[SEP]', tensors)


def write_small(path, mention=0) -> None:
    """A whole model of one narrow layer with random weights: finds nonsense, but all over the text and fast.

    `mention` is the width of its heads for mentions; 0 for none.
    """
    settings = {'name': 'small', 'layers': 1, 'hidden': 32, 'heads': 1, 'ffn': 16, 'positions': 66}
    settings |= {'window': 64, 'overlap': 16, 'reach': 40, 'link': 16}
    letters = 'abcdefghijklmnopqrstuvwxyz'
    vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', *letters, *('##' + x for x in letters), *'“”".,—-', 'he', 'said', 'that']
    hidden, random = 32, np.random.default_rng(3)
    tensors = {}

    def floats(name, *shape):
        tensors[name] = random.normal(size=shape).astype(np.float32)

    def linear(name, inputs, outputs):
        q, scale, total = weight_file.quantise_linear(random.normal(size=(outputs, inputs)).astype(np.float32))
        tensors.update({name + '.q': q, name + '.scale': scale, name + '.sum': total})
        floats(name + '.bias', outputs)

    def norm(name):
        tensors.update({name + '.weight': np.ones(hidden, np.float32), name + '.bias': np.zeros(hidden, np.float32)})

    words = random.normal(size=(len(vocabulary), hidden)).astype(np.float32)
    tensors['embeddings.word.q'], tensors['embeddings.word.scale'] = weight_file.quantise_rows(words)
    floats('embeddings.position', settings['positions'], hidden)
    for table in ('case', 'gap', 'quote'):
        floats('embeddings.' + table, 8, hidden)
    for name in ('embeddings.norm', 'layer.0.norm1', 'layer.0.norm2'):
        norm(name)
    for name, inputs, outputs in (('qkv', 32, 96), ('out', 32, 32), ('up', 32, 16), ('down', 16, 32)):
        linear('layer.0.' + name, inputs, outputs)
    for name, inputs in (('tag', hidden), ('link.no_source', 16)):
        floats(name + '.weight', inputs, 16)
        floats(name + '.bias', 16)
    floats('tag.moves', 7, 7)
    floats('tag.start', 7)
    for name in ('content', 'content_cue', 'source', 'source_cue'):
        linear('link.' + name, 2 * hidden, 16)
    floats('link.distance', 2, 16)
    if mention:
        settings['mention'] = mention
        for name, inputs in (('mention.kind', hidden), ('metonym', hidden), ('coreference.none', 16)):
            floats(name + '.weight', inputs, 16)
            floats(name + '.bias', 16)
        for name, outputs in (('mention.extent_head', 2 * mention), ('mention.extent_edge', 2 * mention)):
            linear(name, hidden, outputs)
        for name in ('mention', 'antecedent'):
            linear('coreference.' + name, hidden, 16)
        floats('coreference.forms', 10, 10, 2)
        floats('coreference.gap', 10, 8)
    weight_file.write(path, settings | {'words': len(vocabulary)}, '\n'.join(vocabulary), tensors)


def write_mentions(path) -> None:
    write_small(path, mention=16)


WRITERS = {'tiny.sayso': write_tiny, 'small.sayso': write_small, 'mentions.sayso': write_mentions}


class WeightFile(unittest.TestCase):
    def test_fixtures_are_what_the_writer_makes(self):
        for name, writer in WRITERS.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / name
                writer(path)
                self.assertEqual(path.read_bytes(), (FIXTURES / name).read_bytes())

    def test_linear_unpacks_to_the_weight(self):
        weight = np.random.default_rng(2).normal(size=(32, 32)).astype(np.float32)
        q, scale, sums = weight_file.quantise_linear(weight)
        self.assertEqual(q.shape, (2, 8, 16, 4))
        full = q.transpose(0, 2, 1, 3).reshape(32, 32)
        np.testing.assert_array_equal(full.sum(axis=1), sums)
        self.assertLessEqual(np.abs(full * scale[:, None] - weight).max(), scale.max() * 0.501)

    def test_a_row_of_zeros(self):
        q, scale = weight_file.quantise_rows(np.zeros((2, 16), np.float32))
        self.assertFalse(q.any())
        self.assertTrue(np.isfinite(scale).all())


if __name__ == '__main__':
    if sys.argv[1:2] == ['--write']:
        for name, writer in WRITERS.items():
            writer(FIXTURES / name)
    else:
        unittest.main()
