"""Reading from Python: what comes out, what is refused."""

import datetime
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
import unittest

import sayso

ARTICLE = (
    'PORT ELDER — The ferry line will stay open until spring, Transport Minister Mara Quist said on Friday.\n\n'
    '“We will not let the islands down,” Quist told reporters in Zürich. 🗳\n\n'
    'She promised to buy two boats by 1 June 2024.\n'
)
DATE = '2024-05-03'


def setUpModule():
    global reader
    reader = sayso.load()


def read_in_child(queue):
    queue.put(reader.read(ARTICLE, date=DATE).to_json())


class Read(unittest.TestCase):
    def test_statements_with_their_passages(self):
        record = reader.read(ARTICLE, date=DATE, title='Ferries', outlet='Gazette', url='a.txt')
        self.assertEqual(ARTICLE, record.text)
        self.assertEqual('Gazette', record.document['outlet'])
        self.assertIn('Mara Quist', {record.speaker(statement) for statement in record.statements})
        passages = [part for statement in record.statements for part in statement.content]
        passages += [statement.source for statement in record.statements if statement.source]
        passages += [mention.passage for actor in record.actors for mention in actor.mentions]
        passages += [entry.action for entry in record.ledger] + [time.passage for time in record.times]
        self.assertGreater(len(passages), 10)
        for passage in passages:
            self.assertEqual(passage.text, ARTICLE[slice(*passage.characters)])
            self.assertEqual(passage.text, ARTICLE.encode()[passage.begin : passage.end].decode())
        (entry,) = [entry for entry in record.ledger if entry.deadline]
        deadline = next(time for time in record.times if time.id == entry.deadline)
        self.assertEqual('2024-06-01', deadline.value)

    def test_every_kind_of_fact_has_an_object(self):
        record = reader.read(ARTICLE, date=DATE)
        for kind in ('actors', 'statements', 'ledger', 'plans', 'meetings', 'events', 'times', 'notes'):
            self.assertEqual(len(record.to_dict()[kind]), len(getattr(record, kind)), kind)

    def test_the_json_is_that_of_a_record(self):
        record = reader.read(ARTICLE, date=DATE)
        self.assertEqual('sayso/1', record.to_dict()['schema'])
        self.assertEqual(record, sayso.from_json(record.to_json()))
        self.assertEqual(record, sayso.from_json(record.to_json(pretty=True)))
        self.assertEqual(record, pickle.loads(pickle.dumps(record)))
        self.assertEqual(hash(record), hash(sayso.from_json(record.to_json())))
        self.assertNotEqual(record, reader.read('Other.'))
        changed = record.to_dict()
        changed['statements'].clear()
        self.assertTrue(record.to_dict()['statements'])

    @unittest.skipUnless(os.environ.get('SAYSO_BINARY'), 'SAYSO_BINARY does not name the program')
    def test_the_record_is_the_commands(self):
        line = json.dumps({'text': ARTICLE, 'published': DATE, 'title': 'Ferries', 'url': 'a.txt'})
        command = [os.environ['SAYSO_BINARY'], 'read', '-', '--format', 'jsonl', '--quiet']
        run = subprocess.run(command, input=line.encode(), capture_output=True, check=True)
        ours = reader.read(ARTICLE, date=DATE, title='Ferries', url='a.txt')
        self.assertEqual(run.stdout.decode().rstrip('\n'), ours.to_json())

    def test_bytes_html_and_dates(self):
        self.assertEqual(reader.read(ARTICLE, date=DATE), reader.read(ARTICLE.encode(), date=datetime.date(2024, 5, 3)))
        self.assertEqual(reader.read(ARTICLE, date=DATE), reader.read(ARTICLE, date=datetime.datetime(2024, 5, 3, 12)))
        self.assertEqual(reader.read(ARTICLE, date=DATE), reader.read(ARTICLE, date='2024-05-03T12:00:00Z'))
        page = f'<html><head><title>T</title></head><body><article><p>{ARTICLE}</p><p>{ARTICLE}</p></article></body></html>'
        self.assertIn('ferry line', reader.read(html=page).text)
        self.assertEqual('café', reader.read('café'.encode('latin-1')).text)
        self.assertEqual((), reader.read('').statements)

    def test_many_come_in_their_order_whatever_the_threads(self):
        texts = [f'Ada Holm said she had {number} boats.' for number in range(40)]
        one = [record.to_json() for record in reader.read_many(texts, threads=1, batch=7)]
        self.assertEqual(one, [record.to_json() for record in reader.read_many(iter(texts), threads=3)])
        self.assertEqual(texts, [record.text for record in reader.read_many([{'text': text} for text in texts])])
        self.assertEqual([], list(reader.read_many([])))

    def test_bad_articles_do_not_stop_the_others(self):
        articles = ['Ada Holm said so.', '\ud800', {'text': 'x', 'date': '2024-02-30'}, {'texts': 'x'}, {'text': 5},
                    b'%PDF-1.4\n%\x00', {'text': 'x', 'date': float('nan')}, None, {'html': '<p></p>'},
                    'Ada Holm said no.']  # fmt: skip
        answers = list(reader.read_many(articles, errors='return'))
        self.assertEqual(len(articles), len(answers))
        codes = [answer.code if isinstance(answer, sayso.SaysoError) else None for answer in answers]
        self.assertEqual([None, 'SAY003', 'SAY005', 'SAY004', 'SAY004', 'SAY003', 'SAY005', 'SAY004', 'SAY006', None], codes)
        self.assertEqual(articles[-1], answers[-1].text)
        with self.assertRaises(sayso.SaysoError):
            list(reader.read_many(articles))

    def test_what_is_refused(self):
        for arguments, kind in (
            ({'text': 5}, TypeError), ({}, TypeError), ({'text': 'x', 'html': 'y'}, TypeError),
            ({'text': 'x', 'date': 'May'}, sayso.SaysoError), ({'text': 'x', 'title': 5}, TypeError),
            ({'text': 'x', 'threads': 0}, ValueError), ({'text': 'x', 'threads': 'all'}, ValueError),
            ({'text': '\udcff'}, sayso.SaysoError), ({'text': 'x', 'outlet': '\udcff'}, sayso.SaysoError),
        ):  # fmt: skip
            with self.subTest(arguments), self.assertRaises(kind):
                reader.read(**arguments)
        with self.assertRaisesRegex(sayso.SaysoError, 'SAY020') as caught:
            sayso.load('no-such-model')
        self.assertEqual('SAY020', caught.exception.code)
        self.assertEqual(caught.exception.code, pickle.loads(pickle.dumps(caught.exception)).code)
        with self.assertRaises(sayso.SaysoError):
            sayso.from_json('{}')
        with self.assertRaises(TypeError):
            sayso.from_json(5)
        with self.assertRaises(ValueError):
            sayso.load(events='some')
        with self.assertRaises(ValueError):
            list(reader.read_many(['x'], errors='ignore'))

    def test_a_closed_reader_reads_no_more(self):
        with sayso.load() as closed:
            record = closed.read(ARTICLE, date=DATE)
        with self.assertRaisesRegex(ValueError, 'closed'):
            closed.read('x')
        with self.assertRaisesRegex(ValueError, 'closed'):
            list(closed.read_many(['x']))
        self.assertTrue(record.statements)

    def test_after_a_fork(self):
        context = multiprocessing.get_context('fork')
        queue = context.Queue()
        list(reader.read_many([ARTICLE] * 4, threads=2))
        child = context.Process(target=read_in_child, args=(queue,))
        child.start()
        self.assertEqual(reader.read(ARTICLE, date=DATE).to_json(), queue.get(timeout=60))
        child.join(60)
        self.assertEqual(0, child.exitcode)

    def test_threads_of_python_read_at_the_same_time(self):
        found = []
        work = [threading.Thread(target=lambda: found.append(reader.read(ARTICLE, date=DATE).to_json())) for _ in range(4)]
        for thread in work:
            thread.start()
        for thread in work:
            thread.join()
        self.assertEqual(1, len(set(found)))

    def test_a_notebook_shows_the_article_and_no_markup_of_its_own(self):
        record = reader.read('“<script>alert(1)</script>,” Ann <b>Lee said.\n' + ARTICLE, title='<i>T</i>')
        shown = record._repr_html_()
        self.assertNotIn('<script>', shown)
        self.assertNotIn('<b>Lee', shown)
        self.assertIn('class="source"', shown)
        self.assertIn('&lt;i&gt;T', record.to_html())
        self.assertIn('2 statements', repr(reader.read('Ann Lee said no. Bo Holm said yes.')))

    def test_importing_needs_nothing_else(self):
        code = ('import sys; sys.modules["pyarrow"] = sys.modules["pandas"] = None; import sayso; '
                'print(len(sayso.load().read("Ann Lee said no.").statements))')  # fmt: skip
        run = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, check=True)
        self.assertEqual('1\n', run.stdout)


if __name__ == '__main__':
    unittest.main()
