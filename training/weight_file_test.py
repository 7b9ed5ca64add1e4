"""Tests of weight_file.py. `--write FILE` makes the fixture tests/data/tiny.sayso, which the C++ test reads."""

import pathlib
import sys
import tempfile
import unittest

import numpy as np
import weight_file

FIXTURE = pathlib.Path(__file__).resolve().parent.parent / 'tests' / 'data' / 'tiny.sayso'


def write_tiny(path) -> None:
    weight = np.random.default_rng(1).normal(size=(32, 32)).astype(np.float32)
    q, scale, sums = weight_file.quantise_linear(weight)
    tensors = {'a.q': q, 'a.scale': scale, 'a.sum': sums, 'e': np.arange(6, dtype=np.float32).reshape(2, 3)}
    weight_file.write(path, {'layers': 1, 'name': 'tiny'}, '[UNK]\n[CLS]\n[SEP]', tensors)


class WeightFile(unittest.TestCase):
    def test_fixture_is_what_the_writer_makes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / 'tiny.sayso'
            write_tiny(path)
            self.assertEqual(path.read_bytes(), FIXTURE.read_bytes())

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
        write_tiny(sys.argv[2])
    else:
        unittest.main()
