"""Sayso in a real Spark, on this machine."""

import os
import pathlib
import shutil
import sys
import tempfile
import unittest

try:
    import pyspark
    from pyspark.sql import SparkSession
except ImportError:
    raise unittest.SkipTest('pyspark is not installed, so Spark was not tested') from None
if shutil.which('java') is None:
    raise unittest.SkipTest('there is no java, so Spark was not tested')

import sayso
from sayso import spark
from test_reader import ARTICLE, DATE


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ['PYSPARK_PYTHON'] = sys.executable  # of this environment
        settings = {'spark.ui.enabled': 'false', 'spark.sql.shuffle.partitions': '2', 'spark.driver.host': '127.0.0.1'}
        builder = SparkSession.builder.master('local[2]').appName(f'sayso on {pyspark.__version__}')
        for name, value in settings.items():
            builder = builder.config(name, value)
        cls.session = builder.getOrCreate()
        cls.session.sparkContext.setLogLevel('ERROR')
        cls.addClassCleanup(cls.session.stop)
        cls.articles = cls.session.createDataFrame(
            [('1', ARTICLE, DATE), ('2', 'Ann Lee said no.', None), ('3', None, DATE), ('4', 'x', '2024-02-30'), ('5', '', None)],
            'key string, text string, date string',
        )

    def test_records_are_those_of_the_reader_and_bad_rows_tell_why(self):
        rows = {row['row']: row for row in spark.read(self.articles, id='key').collect()}
        reader = sayso.load()
        self.assertEqual(reader.read(ARTICLE, date=DATE).to_json(), rows['1']['record'])
        self.assertEqual(reader.read('Ann Lee said no.').to_json(), rows['2']['record'])
        self.assertEqual(DATE, rows['1']['published'])
        self.assertEqual(('SAY004', 'SAY005'), (rows['3']['code'], rows['4']['code']))
        self.assertIsNone(rows['3']['record'])
        self.assertIsNone(rows['1']['code'])
        self.assertEqual(5, len(rows))

    def test_tables_and_files(self):
        records = spark.read(self.articles, id='key').cache()
        found = spark.tables(records).collect()
        wanted = sayso.to_arrow([sayso.from_json(row['record']) for row in records.collect() if row['record']]).to_pylist()
        order = lambda row: (row['document'], row['id'])  # noqa: E731
        self.assertEqual(sorted(wanted, key=order), sorted((row.asDict() for row in found), key=order))
        self.assertEqual(2, spark.tables(records, 'ledger').where('actor is not null').count())
        with tempfile.TemporaryDirectory() as folder:
            spark.write(records, folder)
            self.assertEqual(3, self.session.read.parquet(f'{folder}/records').count())
            self.assertEqual(2, self.session.read.parquet(f'{folder}/errors').count())
            self.assertTrue(pathlib.Path(folder, 'records', f'published={DATE}').is_dir())

    def test_articles_without_a_text(self):
        with self.assertRaisesRegex(ValueError, 'text'):
            spark.read(self.session.createDataFrame([('1',)], 'key string'))


if __name__ == '__main__':
    unittest.main()
