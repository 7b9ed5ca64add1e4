"""The database: adding, asking, correcting, and everything that can go wrong with it."""

import contextlib
import csv
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from support import ARTICLE, BINARY, Case

OTHER = (
    'Transport Minister Mara Quist said she would dredge the harbour by 1 June 2024.\n\n'
    'Tobias Renn, who leads the union, said on Monday that the crews had been asked at last.\n'
)


class Store(Case):
    def setUp(self):
        super().setUp()
        self.environment |= {'HOME': str(self.folder), 'XDG_DATA_HOME': ''}
        self.database = str(self.folder / 'news.db')

    def run_sayso(self, *arguments, code=0, **options):
        run = self.sayso(*arguments, **options)
        self.assertEqual(code, run.returncode, run.stdout + run.stderr)
        return run

    def add(self, *arguments, **options):
        return self.run_sayso('add', '--db', self.database, *arguments, **options)

    def ask(self, command, *arguments):
        return json.loads(self.run_sayso(command, '--db', self.database, '-f', 'json', *arguments).stdout)

    def add_two(self):
        self.add('--date', '2024-05-03', '--outlet', 'Harbour Gazette', self.write('a.txt', ARTICLE))
        self.add('--date', '2024-05-06', '--outlet', 'Tarn Times', self.write('b.txt', OTHER))

    def test_what_is_found_is_what_was_read(self):
        self.add_two()
        records = {r['document']['id']: r for name in 'ab' for r in self.read(str(self.folder / f'{name}.txt'))}
        rows = self.ask('find', '--limit', '100')
        self.assertEqual(sum(len(record['statements']) for record in records.values()), len(rows))
        for row in rows:
            document, local = row['id'].split('#')
            statement = next(s for s in records[document]['statements'] if s['id'] == local)
            self.assertEqual(statement['content'], row['content'])
            self.assertEqual(statement['source']['span'], row['source']['span'])
        self.assertEqual(sorted((row['document']['published'] for row in rows), reverse=True),
                         [row['document']['published'] for row in rows])  # fmt: skip
        self.assertEqual('2024-05-03', self.ask('timeline')[0]['document']['published'])

    def test_conditions(self):
        self.add_two()
        asked = self.ask('find', '--speaker', 'renn', '--about', 'crew ask')
        self.assertEqual({'Tobias Renn'}, {row['speaker'] for row in asked})
        self.assertEqual(2, len(asked))
        self.assertEqual(1, len(self.ask('find', '--speaker', 'renn', '--outlet', 'tarn')))
        self.assertEqual(1, len(self.ask('find', '--speaker', 'renn', '--until', '2024-05-05')))
        self.assertEqual({'direct'}, {row['mode'] for row in self.ask('find', '--mode', 'direct')})
        self.assertEqual([], self.ask('find', '--about', 'dredging', '--speaker', 'renn'))

    def test_formats(self):
        self.add_two()
        table = self.run_sayso('find', '--db', self.database, '--speaker', 'quist').stdout
        self.assertIn('Mara Quist', table)
        self.assertIn('2024-05-06', table)
        rows = list(csv.DictReader(io.StringIO(self.run_sayso('find', '--db', self.database, '-f', 'csv').stdout)))
        self.assertEqual(len(self.ask('find')), len(rows))
        self.assertEqual('no statements\n', self.run_sayso('find', '--db', self.database, '--about', 'xyzzy').stdout)
        self.run_sayso('find', '--db', self.database, '-f', 'json', '-o', str(self.folder / 'out.json'))
        self.assertEqual(self.ask('find'), json.loads((self.folder / 'out.json').read_text()))
        self.run_sayso('find', '--db', self.database, '-o', str(self.folder / 'none' / 'out'), code=4)

    def test_what_speaks_against_what_and_what_became_of_a_promise(self):
        self.add('--date', '2024-05-03', '--outlet', 'Harbour Gazette', self.write('a.txt', (
            'The Transport Ministry will repair the island ferries by 1 June 2024, Minister Mara Quist said on Friday.\n\n'
            'The talks with the union had been broken off on Thursday, Quist said.\n')))  # fmt: skip
        self.add('--date', '2024-05-04', '--outlet', 'Tarn Times', self.write('b.txt', (
            'The talks with the union had not been broken off on Thursday, union leader Tobias Renn said.\n')))  # fmt: skip
        against = self.ask('links', '--kind', 'contradicts')
        self.assertEqual([('Tobias Renn', 'Mara Quist')],
                         [(link['later']['speaker'], link['earlier']['speaker']) for link in against])  # fmt: skip
        self.assertEqual([], self.ask('links', '--kind', 'updates'))
        self.assertEqual([], self.ask('ledger', '--overdue', '--as-of', '2024-06-01'))
        overdue = self.ask('ledger', '--overdue', '--as-of', '2024-06-02')
        self.assertEqual([True], [entry['overdue'] for entry in overdue])
        self.assertIn('overdue', self.run_sayso('ledger', '--db', self.database, '--overdue').stdout)
        self.assertIn('as-of', self.run_sayso('ledger', '--as-of', '2024-06-31', code=2).stderr)
        self.assertIn('--overdue', self.run_sayso('ledger', '--overdue', str(self.folder / 'a.txt'), code=2).stderr)

    def test_wire_copy_counts_once_where_originals_are_asked_for(self):
        self.add('--date', '2024-05-03', '--outlet', 'Harbour Gazette', self.write('a.txt', ARTICLE + OTHER))
        self.add('--date', '2024-05-03', '--outlet', 'Tarn Times', self.write('b.txt', ARTICLE + OTHER))
        rows = self.ask('find')
        self.assertEqual({'Harbour Gazette', 'Tarn Times'}, {row['document']['outlet'] for row in rows})
        originals = self.ask('find', '--originals')
        self.assertEqual({'Harbour Gazette'}, {row['document']['outlet'] for row in originals})
        self.assertEqual(2 * len(originals), len(rows))
        self.assertEqual(2 * len(self.ask('ledger', '--originals')), len(self.ask('ledger')))

    def test_the_ledger_and_the_events_of_the_database_are_those_of_the_articles(self):
        self.add_two()
        for command, key in (('ledger', 'id'), ('ledger', 'action')):
            direct = json.loads(self.run_sayso(command, '-f', 'json', '--date', '2024-05-06', self.folder / 'b.txt').stdout)
            stored = self.ask(command, '--outlet', 'Tarn Times')
            self.assertEqual([row[key] for row in direct], [row[key] for row in stored])
        due = self.ask('ledger', '--due-before', '2024-06-02')
        self.assertEqual(['2024-06-01'], [row['deadline']['day'] for row in due])
        self.assertEqual([], self.ask('ledger', '--due-before', '2024-06-01'))
        calendar = self.folder / 'due.ics'
        self.run_sayso('ledger', '--db', self.database, '--ics', calendar)
        self.assertIn('20240601', calendar.read_text())
        self.run_sayso('ledger', '--db', self.database, '--ics', 'x', '--output', 'x', code=2)
        self.run_sayso('events', '--db', self.database, '--type', 'request')
        self.run_sayso('ledger', '--db', self.database, self.folder / 'b.txt', code=2)
        self.run_sayso('events', '--speaker', 'quist', self.folder / 'b.txt', code=2)

    def test_a_document_is_stored_once(self):
        article = self.write('a.txt', ARTICLE)
        self.assertIn('1 added, 0 known', self.add(article, '--outlet', 'P').stderr)
        self.assertIn('0 added, 1 known', self.add(article, '--outlet', 'P').stderr)
        before = self.ask('find')
        self.assertIn('1 added, 0 known', self.add(article, '--outlet', 'P', '--again').stderr)
        self.assertEqual(before, self.ask('find'))
        self.assertIn('1 added, 0 known', self.add(article, '--outlet', 'Q').stderr)
        self.assertEqual('', self.add('-q', article).stderr)
        self.assertEqual(1, self.sayso('add', '--db', self.database, self.folder / 'none.txt').returncode)

    def test_the_database_of_the_user(self):
        self.run_sayso('add', self.write('a.txt', ARTICLE))
        self.assertTrue((self.folder / '.local/share/sayso/news.db').exists())
        data = {'XDG_DATA_HOME': str(self.folder / 'data')}
        self.run_sayso('add', self.folder / 'a.txt', environment=data)
        self.assertTrue((self.folder / 'data/sayso/news.db').exists())
        self.run_sayso('find', environment={'SAYSO_DB': str(self.folder / 'none.db')}, code=1)
        self.assertIn('Mara Quist', self.run_sayso('find').stdout)

    def test_what_repeats_what(self):
        self.add('--date', '2024-05-03', '--outlet', 'Harbour Gazette', self.write('a.txt', ARTICLE))
        taken_over = ARTICLE.replace('PORT ELDER — ', 'Our correspondent writes: ').replace('“', '"').replace('”', '"')
        self.add('--date', '2024-05-04', '--outlet', 'Tarn Times', self.write('b.txt', taken_over))
        links = self.ask('links')
        self.assertTrue(links)
        for link in links:
            self.assertEqual('repeats', link['kind'])
            self.assertEqual(['Tarn Times', 'Harbour Gazette'], [link[s]['document']['outlet'] for s in ('later', 'earlier')])
            self.assertGreaterEqual(link['confidence'], 0.8)
        self.assertEqual(len(links), len(self.ask('links', '--outlet', 'harbour')))
        rows = list(csv.DictReader(io.StringIO(self.run_sayso('links', '--db', self.database, '-f', 'csv').stdout)))
        self.assertEqual([link['later']['id'].split('#')[1] for link in links], [row['later_id'] for row in rows])
        self.assertIn('repeats', self.run_sayso('links', '--db', self.database).stdout)
        self.assertEqual('no links\n', self.run_sayso('links', '--db', self.database, '--about', 'xyzzy').stdout)

    def test_who_is_the_same(self):
        self.add_two()
        keys = {actor['name']: actor['key'] for actor in self.ask('actors')}
        self.run_sayso('actors', '--db', self.database, '--same', keys['Tobias Renn'], keys['Mara Quist'])
        everything = {row['id'] for row in self.ask('find', '--speaker', 'quist')}
        self.assertEqual(everything, {row['id'] for row in self.ask('find', '--speaker', f'#{keys["Tobias Renn"]}')})
        self.add('--again', '--date', '2024-05-06', '--outlet', 'Tarn Times', self.folder / 'b.txt')
        self.assertEqual(everything, {row['id'] for row in self.ask('find', '--speaker', 'renn')})
        self.run_sayso('actors', '--db', self.database, '--apart', keys['Tobias Renn'])
        self.assertLess(len(self.ask('find', '--speaker', 'renn')), len(everything))
        self.run_sayso('actors', '--db', self.database, '--same', '1', '4711', code=2)
        self.run_sayso('actors', '--db', self.database, '--same', '1', '2', '--apart', '1', code=2)

    def test_what_a_person_writes_is_no_syntax(self):
        self.add_two()
        for words in ('"', "'; DROP TABLE document;--", 'a AND (b', 'words : x NEAR(', '{', 'x*y*', '\\', '--', '%', '"a" OR'):
            with self.subTest(words):
                for option in ('--about', '--speaker', '--via', '--outlet'):
                    run = self.sayso('find', '--db', self.database, f'{option}={words}')
                    self.assertIn(run.returncode, (0, 2), run.stderr)
                    self.assertNotIn('SAY076', run.stderr)
        self.assertEqual(2, len(self.ask('find', '--speaker', 'renn')))

    def test_wrong_use(self):
        self.add_two()
        for arguments in (
            ['--since', '2024-02-30'], ['--limit', '0'], ['--mode', 'loud'], ['--about', '?!'], ['--speaker', 'nemo'],
            ['--outlet', 'nowhere'], ['--speaker', '#99999'],
        ):  # fmt: skip
            with self.subTest(arguments):
                self.run_sayso('find', '--db', self.database, *arguments, code=2)
        self.run_sayso('add', self.folder / 'a.txt', '--db', self.folder / 'a.txt', code=2)
        self.assertEqual(ARTICLE, (self.folder / 'a.txt').read_text())

    def test_a_database_that_cannot_be_used(self):
        article = self.write('a.txt', ARTICLE)
        cases = {'none.db': ('SAY070', None), 'text.db': ('SAY071', 'x' * 5000)}
        for name, (code, content) in cases.items():
            path = self.write(name, content) if content else self.folder / name
            self.assertIn(code, self.run_sayso('find', '--db', path, code=1).stderr)
        for command in ('ledger', 'events', 'actors', 'timeline'):  # and no database of the user either
            self.assertIn('SAY070', self.run_sayso(command, code=1).stderr)
        self.assertIn('SAY071', self.run_sayso('add', '--db', self.folder / 'text.db', article, code=4).stderr)
        self.add(article)
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            connection.execute('PRAGMA user_version=9')
        self.assertIn('SAY072', self.run_sayso('find', '--db', self.database, code=1).stderr)
        self.assertIn('SAY072', self.add(article, code=4).stderr)
        foreign = str(self.folder / 'foreign.db')
        with contextlib.closing(sqlite3.connect(foreign)) as connection:
            connection.execute('CREATE TABLE mine(x)')
        self.assertIn('SAY072', self.run_sayso('add', '--db', foreign, article, code=4).stderr)
        self.assertIn('SAY074', self.run_sayso('add', '--db', '/proc/sayso/news.db', article, code=4).stderr)

    def test_while_another_program_writes_it_can_be_read_but_not_written(self):
        self.add(self.write('a.txt', ARTICLE))
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute('BEGIN IMMEDIATE')
            self.assertIn('Mara Quist', self.run_sayso('find', '--db', self.database).stdout)
            self.assertIn('SAY073', self.add(self.write('b.txt', OTHER), code=4).stderr)
        self.assertIn('1 added', self.add(self.folder / 'b.txt').stderr)

    def test_a_database_that_may_only_be_read(self):
        if os.geteuid() == 0:
            self.skipTest('root may write everything')
        self.add(self.write('a.txt', ARTICLE))
        os.chmod(self.database, 0o444)
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        self.assertIn('Mara Quist', self.run_sayso('find', '--db', self.database).stdout)
        self.assertIn('SAY074', self.add(self.folder / 'a.txt', '--again', code=4).stderr)

    def test_a_full_disk_loses_nothing_that_was_there(self):
        small = self.folder / 'small'
        small.mkdir()
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', small], capture_output=True).returncode:
            self.skipTest('no file system may be mounted here')
        self.addCleanup(subprocess.run, ['umount', small])
        self.database = str(small / 'news.db')
        self.add(self.write('a.txt', ARTICLE))
        before = self.ask('find')
        noise = random.Random(3)
        large = json.dumps({'text': OTHER, 'noise': f'{noise.getrandbits(8_000_000):x}'})
        self.assertIn('SAY075', self.add(self.write('b.jsonl', large + '\n'), code=4).stderr)
        self.assertEqual(before, self.ask('find'))
        self.check_whole()

    def articles(self, count):
        return ''.join(
            json.dumps({'text': f'{ARTICLE}\nMara Quist said on Sunday that ferry number {i} would sail.', 'url': f'u{i}'}) + '\n'
            for i in range(count)
        )

    def check_whole(self):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            self.assertEqual([('ok',)], connection.execute('PRAGMA integrity_check').fetchall())
            return connection.execute('SELECT count(*), sum(statements) FROM document').fetchone()

    def test_a_killed_run_leaves_whole_documents_and_goes_on(self):
        articles = self.write('articles.jsonl', self.articles(40))
        start = time.monotonic()
        self.add(articles)
        whole = time.monotonic() - start
        undisturbed = sorted(self.ask('find', '--limit', '1000'), key=lambda row: row['id'])
        moments = random.Random(5)
        for number in range(4):
            self.database = str(self.folder / f'killed{number}.db')
            with subprocess.Popen([BINARY, 'add', '-q', '--db', self.database, articles], env=self.environment) as process:
                time.sleep(moments.uniform(0.3, 1) * whole)
                process.send_signal(signal.SIGKILL)
            if os.path.exists(self.database):
                with contextlib.suppress(sqlite3.OperationalError):  # killed before there was a table
                    documents, statements = self.check_whole()
                    if documents:
                        self.assertEqual(statements, len(self.ask('find', '--limit', '1000')))
            self.add(articles)
            self.check_whole()
            self.assertEqual(undisturbed, sorted(self.ask('find', '--limit', '1000'), key=lambda row: row['id']))

    def test_threads_do_not_matter(self):
        articles = self.write('articles.jsonl', self.articles(12))
        answers = []
        for threads in ('1', '4'):
            self.database = str(self.folder / f'{threads}.db')
            self.add('-j', threads, articles)
            answers.append(self.ask('find', '--limit', '1000'))
        self.assertEqual(answers[0], answers[1])


if __name__ == '__main__':
    unittest.main()
