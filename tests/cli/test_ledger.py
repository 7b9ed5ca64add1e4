"""sayso ledger: what it lists, in which form, and what it refuses."""

import csv
import io
import json
import subprocess
import unittest

from support import ARTICLE, BINARY, ROOT, Case

SMALL = ROOT / 'tests/data/small.sayso'  # knows nothing, and finds no entries
PROMISES = (
    'LINDE — The ferry line will buy two boats by 1 June 2024, Transport Minister Mara Quist said on Friday.\n\n'
    'Quist urged the islanders to accept the new fares. She promised to reopen the night line in November 2024 if the '
    'strike ends. The union did not rule out a vote. Talks are expected on 6 May 2024.\n'
)


class Ledger(Case):
    def entries(self, *arguments, code=0, **options):
        """What `--format json` lists, with what holds for every list."""
        run = self.sayso('ledger', *arguments, '--format', 'json', **options)
        self.assertEqual(code, run.returncode, run.stderr)
        self.errors = run.stderr.splitlines()
        entries = json.loads(run.stdout)
        days = [entry.get('deadline', {}).get('day', '9999-99-99') for entry in entries]
        self.assertEqual(sorted(days), days)
        for entry in entries:
            self.assert_no_blanks(entry)
            self.assertTrue(entry['id'].startswith(entry['document']['id'] + '#l'))
            self.assertTrue(entry['action']['text'])
            self.assertTrue(entry['actor']['name'])
        return entries

    def articles(self):
        return [self.write('news/a.txt', PROMISES), self.write('news/b.txt', ARTICLE)]

    def test_the_list_holds_the_entries_of_all_records(self):
        names = self.articles()
        records = self.read(*names, '--date', '2024-05-03')
        wanted = {f'{record["document"]["id"]}#{entry["id"]}' for record in records for entry in record['ledger']}
        self.assertEqual(wanted, {entry['id'] for entry in self.entries(*names, '--date', '2024-05-03')})
        self.assertEqual(wanted, {entry['id'] for entry in self.entries('news', '--date', '2024-05-03')})

    def test_csv_has_the_same_entries(self):
        entries = self.entries(*self.articles(), '--date', '2024-05-03')
        run = self.sayso('ledger', 'news', '--date', '2024-05-03', '--format', 'csv')
        rows = list(csv.DictReader(io.StringIO(run.stdout, newline='')))
        self.assertEqual([entry['id'] for entry in entries], [f'{row["document"]}#{row["id"]}' for row in rows])
        self.assertEqual([entry.get('deadline', {}).get('day', '') for entry in entries], [row['deadline'] for row in rows])
        self.assertEqual(len(rows) + 1, run.stdout.count('\r\n'))

    def test_filters_take_part_of_the_list(self):
        self.articles()
        everything = self.entries('news', '--date', '2024-05-03')
        for arguments, wanted in (
            (['--act', 'request'], lambda entry: entry['act'] == 'request'),
            (['--stage', 'pledged'], lambda entry: entry.get('stage') == 'pledged'),
            (['--actor', 'QUIST'], lambda entry: 'Quist' in entry['actor']['name']),
            (['--due-before', '2024-07-01'], lambda entry: entry.get('deadline', {}).get('day', '9') < '2024-07-01'),
        ):
            with self.subTest(arguments):
                found = self.entries('news', '--date', '2024-05-03', *arguments)
                self.assertEqual([entry for entry in everything if wanted(entry)], found)

    def test_threads_change_nothing(self):
        lines = ''.join(json.dumps({'text': PROMISES if i % 2 else ARTICLE, 'id': str(i)}) + '\n' for i in range(20))
        name = self.write('many.jsonl', lines)
        for form in ('table', 'csv', 'json'):
            outputs = []
            for threads in ('1', '3'):
                run = self.sayso('ledger', name, '--format', form, '--threads', threads, '--ics', f'{threads}.ics')
                self.assertEqual(0, run.returncode, run.stderr)
                outputs.append((run.stdout, (self.folder / f'{threads}.ics').read_bytes()))
            self.assertEqual(outputs[0], outputs[1])

    def test_nothing_found(self):
        name = self.write('a.txt', ARTICLE)
        self.assertEqual([], self.entries(name, '--model', SMALL))
        for form, output in (('table', 'no entries\n'), ('json', '[]\n')):
            run = self.sayso('ledger', name, '--model', SMALL, '--format', form)
            self.assertEqual((0, output, ''), (run.returncode, run.stdout, run.stderr))
        run = self.sayso('ledger', name, '--model', SMALL, '--format', 'csv')
        self.assertTrue(run.stdout.startswith('deadline,actor,act,stage,action,'))
        self.assertEqual(1, run.stdout.count('\n'))

    def test_a_calendar_without_events_is_told(self):
        run = self.sayso('ledger', '-', '--model', SMALL, '--ics', 'none.ics', stdin=ARTICLE)
        self.assertEqual((0, 'no entries\n'), (run.returncode, run.stdout))
        self.assertIn('the calendar is empty', run.stderr)
        calendar = (self.folder / 'none.ics').read_bytes()
        self.assertTrue(calendar.startswith(b'BEGIN:VCALENDAR\r\n') and calendar.endswith(b'END:VCALENDAR\r\n'))

    def test_empty_and_blank_input(self):
        self.assertEqual([], self.entries('-', stdin=''))
        self.assertEqual([], self.entries('-', stdin=' \n\n'))

    def test_one_bad_input_does_not_cost_the_others(self):
        names = [*self.articles(), 'nowhere.txt']
        good = self.entries(*names[:2])
        self.assertEqual(good, self.entries(*names, code=1))
        self.assertEqual(1, len(self.errors))
        self.assert_error(self.errors[0], 'SAY001', 'nowhere.txt')
        self.assertEqual([], self.entries('nowhere.txt', code=1))

    def test_output_file(self):
        name = self.write('a.txt', PROMISES)
        run = self.sayso('ledger', name, '--format', 'csv', '--output', 'out.csv')
        self.assertEqual((0, '', ''), (run.returncode, run.stdout, run.stderr))
        self.assertEqual(self.sayso('ledger', name, '--format', 'csv').stdout.encode(), (self.folder / 'out.csv').read_bytes())

    def test_wrong_use(self):
        name = self.write('a.txt', ARTICLE)
        acts = ['pledge', 'intend', 'offer', 'agree', 'refuse', 'not-ruled-out', 'request', 'demand', 'threaten', 'confirm']
        stages = ['floated', 'planned', 'pledged', 'agreed', 'allocated', 'delivered', 'done', 'failed']
        for arguments, says in (
            ([name, '--due-before', '2024-13-40'], ['SAY005', '--due-before', '2024-13-40', 'YYYY-MM-DD']),
            ([name, '--due-before', 'soon'], ['SAY005']),
            ([name, '--date', '2023-02-29'], ['SAY005', '--date']),
            ([name, '--act', 'swear'], ['swear', 'expect', *acts]),
            ([name, '--stage', 'dreamt'], ['dreamt', *stages]),
            ([name, '--format', 'xml'], ['xml', 'table']),
            ([name, '--threads', '0'], ['0']),
            ([name, '--output', name], ['overwrite']),
            ([name, '--ics', name], ['overwrite']),
            ([name, '--ics', 'x', '--output', 'x'], ['same file']),
        ):
            with self.subTest(arguments):
                run = self.sayso('ledger', *arguments)
                self.assertEqual((2, ''), (run.returncode, run.stdout))
                self.assertTrue(run.stderr.startswith('sayso: '), run.stderr)
                for words in says:
                    self.assertIn(words, run.stderr)
        self.assertEqual(ARTICLE, (self.folder / 'a.txt').read_text())

    def test_no_model_and_no_output(self):
        name = self.write('a.txt', ARTICLE)
        run = self.sayso('ledger', name, '--model', 'nowhere')
        self.assertEqual((3, ''), (run.returncode, run.stdout))
        self.assert_error(run.stderr, 'SAY020')
        for option in ('--output', '--ics'):
            run = self.sayso('ledger', name, option, 'no/such/folder/x')
            self.assertEqual((4, ''), (run.returncode, run.stdout))
            self.assert_error(run.stderr, 'SAY009')

    def test_closed_pipe_ends_quietly(self):
        name = self.write('a.txt', ARTICLE)
        run = subprocess.Popen([BINARY, 'ledger', name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment)
        run.stdout.close()
        self.assertEqual(b'', run.stderr.read())
        run.stderr.close()
        self.assertEqual(4, run.wait(120))


if __name__ == '__main__':
    unittest.main()
