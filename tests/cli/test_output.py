"""Formats, files, pipes, and that the number of threads changes nothing."""

import json
import os
import subprocess
import unittest

from support import ARTICLE, BINARY, WIDE, Case


def ann_spans(line):
    """(type, [(begin, end), ...]) of a T line."""
    kind, offsets = line.split('\t')[1].split(' ', 1)
    return kind, [tuple(map(int, pair.split())) for pair in offsets.split(';')]


class Output(Case):
    def test_json_is_the_record_in_lines(self):
        name = self.write('a.txt', ARTICLE)
        run = self.sayso('read', name, '--format', 'json')
        self.assertEqual(self.read(name), [json.loads(run.stdout)])
        self.assertGreater(run.stdout.count('\n'), 10)

    def test_json_of_several_documents_is_a_list(self):
        names = [self.write('a.txt', ARTICLE), self.write('b.txt', WIDE), self.write('c.txt', '')]
        self.assertEqual(self.read(*names), json.loads(self.sayso('read', *names, '--format', 'json').stdout))

    def test_the_page(self):
        name = self.write('a.txt', ARTICLE)
        run = self.sayso('read', name, '--outlet', 'The Quay', '--date', '2024-05-03')
        self.assertEqual((0, ''), (run.returncode, run.stderr))
        self.assertIn('The Quay · 2024-05-03\n', run.stdout)
        self.assertNotIn('\x1b', run.stdout)
        for statement in self.read(name)[0]['statements']:
            words = ' … '.join(' '.join(part['text'].split()) for part in statement['content'])
            self.assertIn(words, ' '.join(run.stdout.split()))
        self.assertLessEqual(max(map(len, run.stdout.splitlines())), 80)
        self.assertEqual(
            run.stdout, self.sayso('read', name, '--format', 'text', '--outlet', 'The Quay', '--date', '2024-05-03').stdout
        )

    def test_colour(self):
        name = self.write('a.txt', ARTICLE)
        self.assertIn('\x1b[', self.sayso('read', name, '--color', 'always').stdout)
        self.assertNotIn('\x1b[', self.sayso('read', name, '--color', 'never').stdout)

    def test_colour_on_a_terminal_unless_told_otherwise(self):
        name = self.write('a.txt', ARTICLE)
        for extra, coloured in (({'TERM': 'xterm'}, True), ({'TERM': 'xterm', 'NO_COLOR': '1'}, False), ({'TERM': 'dumb'}, False)):
            leader, follower = os.openpty()
            run = subprocess.Popen([BINARY, 'read', name], stdout=follower, env={**self.environment, **extra})
            os.close(follower)
            page = b''
            try:
                while part := os.read(leader, 65536):
                    page += part
            except OSError:  # the terminal is closed with its last user
                pass
            os.close(leader)
            self.assertEqual(0, run.wait(60))
            self.assertEqual(coloured, b'\x1b[' in page, extra)

    def test_brat_offsets_are_characters(self):
        names = [self.write('a.txt', ARTICLE), self.write('wide.txt', WIDE)]
        run = self.sayso('read', *names, '--format', 'brat', '--output', 'out')
        self.assertEqual((0, '', ''), (run.returncode, run.stdout, run.stderr))
        for record in self.read(*names):
            stem = os.path.basename(record['document']['uri'])[:-4]
            text = (self.folder / 'out/text' / f'{stem}.txt').read_bytes().decode()
            self.assertEqual(record['document']['text'], text)
            lines = (self.folder / 'out/attributions' / f'{stem}_auto.ann').read_text().splitlines()
            spans = dict(zip((line.split('\t')[0] for line in lines), lines, strict=True))
            events = [line for line in lines if line[0] == 'E']
            self.assertEqual(len(record['statements']), len(events))
            for statement, event in zip(record['statements'], events, strict=True):
                arguments = dict(part.split(':') for part in event.split('\t')[1].split())
                self.assertIn('Attribution', arguments)
                for role in ('Source', 'Cue'):
                    self.assertEqual(role.lower() in statement, role in arguments)
                for role in ('Source', 'Cue', 'Content'):
                    parts = statement.get(role.lower(), [])
                    parts = parts if isinstance(parts, list) else [parts]
                    if not parts:
                        continue
                    kind, found = ann_spans(spans[arguments[role]])
                    self.assertEqual(role, kind)
                    self.assertEqual(
                        ' '.join(' '.join(part['text'] for part in parts).split()),
                        ' '.join(' '.join(text[begin:end] for begin, end in found).split()),
                    )

    def test_brat_files_of_the_same_name_do_not_overwrite_each_other(self):
        self.write('x/a.txt', ARTICLE)
        self.write('y/a.txt', WIDE)
        self.assertEqual(0, self.sayso('read', 'x', 'y', '--format', 'brat', '--output', 'out').returncode)
        texts = sorted(path.read_text() for path in (self.folder / 'out/text').iterdir())
        self.assertEqual(sorted([ARTICLE, WIDE]), texts)

    def test_output_file(self):
        name = self.write('a.txt', ARTICLE)
        run = self.sayso('read', name, '--format', 'jsonl', '--output', 'out.jsonl')
        self.assertEqual((0, '', ''), (run.returncode, run.stdout, run.stderr))
        self.assertEqual(self.read(name), [json.loads((self.folder / 'out.jsonl').read_text())])

    def test_output_among_the_inputs_is_not_read(self):
        for format, output, left in (('jsonl', 'a/out.jsonl', ['a.txt', 'out.jsonl']), ('brat', 'b/out', ['attributions', 'text'])):
            self.write(output[0] + '/a.txt', ARTICLE)
            for _ in range(2):
                run = self.sayso('read', output[0], '--format', format, '--output', output)
                self.assertEqual((0, ''), (run.returncode, run.stderr))
            folder = self.folder / output if format == 'brat' else self.folder / 'a'
            self.assertEqual(left, sorted(path.name for path in folder.iterdir()))
        self.assertEqual(1, len((self.folder / 'a/out.jsonl').read_text().splitlines()))

    def test_output_that_cannot_be_written(self):
        name = self.write('a.txt', ARTICLE)
        for arguments in (['--output', 'no/such/folder/x.txt'], ['--format', 'brat', '--output', name + '/x']):
            run = self.sayso('read', name, *arguments)
            self.assertEqual((4, ''), (run.returncode, run.stdout))
            self.assert_error(run.stderr, 'SAY009')

    @unittest.skipUnless(os.path.exists('/dev/full'), 'no /dev/full')
    def test_full_disk(self):
        with open('/dev/full', 'wb') as full:
            run = subprocess.run(
                [BINARY, 'read', self.write('a.txt', ARTICLE)],
                stdout=full,
                stderr=subprocess.PIPE,
                env=self.environment,
                check=False,
            )
        self.assertEqual(4, run.returncode)
        self.assert_error(run.stderr.decode(), 'SAY009', 'standard output')

    def test_closed_pipe_ends_quietly(self):
        lines = ''.join(json.dumps({'text': ARTICLE * 4, 'id': str(i)}) + '\n' for i in range(400))
        name = self.write('many.jsonl', lines)
        for threads in ('1', '4'):
            run = subprocess.Popen(
                [BINARY, 'read', name, '--format', 'jsonl', '--threads', threads],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self.environment,
            )
            run.stdout.readline()
            run.stdout.close()
            self.assertEqual(b'', run.stderr.read())
            run.stderr.close()
            self.assertEqual(4, run.wait(120))

    def test_output_does_not_wait_for_the_end_of_the_input(self):
        run = subprocess.Popen(
            [BINARY, 'read', '-', '--format', 'jsonl', '--threads', '2'],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self.environment,
        )
        self.addCleanup(run.kill)
        for number in range(3):
            run.stdin.write((json.dumps({'text': ARTICLE, 'id': f'n{number}'}) + '\n').encode())
            run.stdin.flush()
            self.assertEqual(f'n{number}', json.loads(run.stdout.readline())['document']['uri'])
        run.stdin.close()
        self.assertEqual(b'', run.stdout.read())
        run.stdout.close()
        self.assertEqual(0, run.wait(60))

    def test_threads_change_nothing(self):
        texts = [ARTICLE * (1 + i % 5) if i % 3 else WIDE for i in range(40)]
        lines = [json.dumps({'text': text, 'id': str(i)}) for i, text in enumerate(texts)]
        lines[7] = '{'
        name = self.write('many.jsonl', '\n'.join(lines))
        for form in ('jsonl', 'text', 'json'):
            runs = [self.sayso('read', name, '--format', form, '--threads', n) for n in (1, 4)]
            self.assertEqual([1, 1], [run.returncode for run in runs])
            self.assertEqual(runs[0].stdout, runs[1].stdout)
            self.assertEqual(runs[0].stderr, runs[1].stderr)

    def test_min_confidence(self):
        name = self.write('a.txt', ARTICLE)
        everything = self.read(name)[0]['statements']
        run = self.sayso('read', name, '--format', 'jsonl', '--min-confidence', '0.9')
        kept = [(s['id'], s['confidence']) for s in json.loads(run.stdout)['statements']]
        self.assertEqual([(s['id'], s['confidence']) for s in everything if s['confidence'] >= 0.9], kept)


if __name__ == '__main__':
    unittest.main()
