"""Records as tables, checked with pyarrow and pandas."""

import pathlib
import tempfile
import unittest

try:
    import pyarrow
    from pyarrow import parquet
except ImportError:
    raise unittest.SkipTest('pyarrow is not installed, so tables were not tested') from None

import sayso
from test_reader import ARTICLE, DATE


class Tables(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = list(sayso.load().read_many([{'text': ARTICLE, 'date': DATE, 'outlet': 'Gazette'}, 'Nothing.', '']))

    def test_a_row_for_each_fact_with_what_the_record_says(self):
        record = self.records[0]
        table = sayso.to_arrow(self.records)
        table.validate(full=True)
        self.assertEqual(sum(len(each.statements) for each in self.records), table.num_rows)
        for row, statement in zip(table.to_pylist(), record.statements, strict=False):
            self.assertEqual(record.document['id'], row['document'])
            self.assertEqual((statement.id, statement.mode, statement.kind), (row['id'], row['mode'], row['kind']))
            self.assertEqual(record.speaker(statement), row['speaker'])
            self.assertEqual(' … '.join(part.text for part in statement.content), row['content'])
            self.assertEqual(statement.content[0].begin, row['begin'])
            self.assertEqual(statement.cue and statement.cue.text, row['cue'])
            self.assertAlmostEqual(statement.confidence, row['confidence'], places=3)
        ledger = record.to_arrow('ledger').to_pylist()
        self.assertEqual([entry.action.text for entry in record.ledger], [row['action'] for row in ledger])
        self.assertIn('2024-06-01', [row['deadline'] for row in ledger])
        self.assertEqual([False] * len(ledger), [row['repeated'] for row in ledger])

    def test_every_table_has_the_columns_that_it_tells(self):
        kinds = {'text': pyarrow.large_string(), 'integer': pyarrow.int64(), 'real': pyarrow.float64(), 'flag': pyarrow.bool_()}
        for name in sayso.TABLES:
            table = sayso.to_arrow(self.records, name)
            table.validate(full=True)
            self.assertEqual([(column, kinds[kind]) for column, kind, _ in sayso.columns(name)],
                             [(field.name, field.type) for field in table.schema], name)  # fmt: skip
            self.assertEqual(0, sayso.to_arrow([], name).num_rows)

    def test_parquet_comes_back_equal(self):
        with tempfile.TemporaryDirectory() as folder:
            sayso.to_parquet(self.records, folder)
            for name in sayso.TABLES:
                back = parquet.read_table(pathlib.Path(folder, f'{name}.parquet'))
                self.assertTrue(back.equals(sayso.to_arrow(self.records, name)))

    def test_pandas(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest('pandas is not installed')
        frame = self.records[0].to_pandas('times')
        self.assertEqual([time.value for time in self.records[0].times], list(frame['value']))

    def test_an_unknown_table(self):
        with self.assertRaisesRegex(ValueError, 'statements'):
            sayso.to_arrow(self.records, 'statement')
        with self.assertRaises(ValueError):
            sayso.columns('x')

    def test_memory_is_given_back(self):
        import gc

        from sayso import _native

        before = pyarrow.total_allocated_bytes()
        for _ in range(200):
            _native.arrow('statements', [record._native for record in self.records])  # nobody takes them
            sayso.to_arrow(self.records)
        gc.collect()
        self.assertLessEqual(pyarrow.total_allocated_bytes(), before + 1024)


if __name__ == '__main__':
    unittest.main()
