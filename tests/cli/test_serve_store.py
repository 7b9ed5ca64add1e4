"""`sayso serve --db`: what it answers from the database."""

import json
import pathlib
import subprocess
import tempfile
import unittest

from serving import Server
from support import ARTICLE, BINARY

OTHER = 'Transport Minister Mara Quist said she would dredge the harbour by 1 June 2024.\n'


@unittest.skipUnless(BINARY, 'SAYSO_BINARY does not name the program')
class Stored(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.database = str(cls.folder / 'news.db')
        for name, text, day, outlet in (
            ('a.txt', ARTICLE, '2024-05-03', 'Harbour Gazette'),
            ('b.txt', OTHER, '2024-05-06', 'Tarn <b>Times</b>'),
            ('c.txt', ARTICLE + ' ', '2024-05-07', 'Sea Post'),
        ):
            (cls.folder / name).write_text(text)
            arguments = ['add', '-q', '--db', cls.database, '--date', day, '--outlet', outlet, str(cls.folder / name)]
            subprocess.run([BINARY, *arguments], check=True)
        cls.server = Server('--db', cls.database)
        cls.addClassCleanup(cls.server.stop)

    def get(self, path):
        status, headers, body = self.server.ask('GET', path)
        self.assertEqual((200, 'application/json'), (status, headers['content-type']), body)
        return json.loads(body)

    def command(self, *arguments):
        run = subprocess.run([BINARY, *arguments, '--db', self.database, '-f', 'json'], check=True, capture_output=True)
        return json.loads(run.stdout)

    def test_the_answers_are_those_of_the_command(self):
        self.assertEqual(self.command('find'), self.get('/statements')['items'])
        self.assertEqual(self.command('timeline', '--speaker', 'renn'), self.get('/timeline?speaker=renn')['items'])
        self.assertEqual(self.command('ledger'), self.get('/ledger')['items'])
        self.assertEqual(self.command('links'), self.get('/links')['items'])
        self.assertEqual(self.command('actors'), self.get('/actors')['items'])
        self.assertEqual(['2024-06-01'], [row['deadline']['day'] for row in self.get('/ledger?due_to=2024-06-01')['items']])
        self.assertEqual([], self.get('/events?about=xyzzy')['items'])
        self.assertIsInstance(self.get('/events')['items'], list)

    def test_pages_follow_each_other(self):
        for path in ('/statements', '/timeline', '/ledger'):
            with self.subTest(path):
                whole = self.get(path)
                self.assertNotIn('next', whole)
                paged, after = [], ''
                while True:
                    page = self.get(f'{path}?limit=2{after}')
                    paged += page['items']
                    if 'next' not in page:
                        break
                    after = f'&after={page["next"]}'
                self.assertEqual(whole['items'], paged)

    def test_one_actor_and_one_document(self):
        actor = self.get('/actors?speaker=quist')['items'][0]
        self.assertEqual(actor, self.get(f'/actors/{actor["key"]}'))
        statement = self.get('/statements?outlet=tarn')['items'][0]
        document, local = statement['id'].split('#')
        record = self.get(f'/documents/{document}')
        self.assertEqual(OTHER, record['document']['text'])
        self.assertIn(statement['content'], [s['content'] for s in record['statements'] if s['id'] == local])

    def test_what_cannot_be_answered(self):
        for path, status, code in (
            ('/statements?speeker=x', 400, 'SAY091'), ('/statements?limit=0', 400, 'SAY091'),
            ('/statements?limit=1001', 400, 'SAY091'), ('/statements?limit=x', 400, 'SAY091'),
            ('/statements?after=-1', 400, 'SAY091'), ('/statements?mode=loud', 400, 'SAY091'),
            ('/statements?since=2024-02-30', 400, 'SAY005'), ('/statements?speaker=nemo', 400, 'SAY077'),
            ('/statements?about=%22', 400, 'SAY077'), ('/actors/x', 404, 'SAY095'), ('/actors/99999', 404, 'SAY095'),
            ('/actors/99999999999999999999', 404, 'SAY095'), ('/documents/none', 404, 'SAY095'),
            ('/documents/..%2f..%2fetc%2fpasswd', 404, 'SAY095'),
        ):  # fmt: skip
            with self.subTest(path):
                answered, headers, body = self.server.ask('GET', path)
                self.assertEqual((status, code), (answered, json.loads(body)['code']), body)
                self.assertEqual('application/problem+json', headers['content-type'])

    def post(self, path, value, status=204):
        answered, headers, body = self.server.ask('POST', path, json.dumps(value), {'Content-Type': 'application/json'})
        self.assertEqual(status, answered, body)
        return body

    def test_how_much_there_is(self):
        counts = self.get('/store')
        self.assertTrue(counts['database'])
        self.assertGreaterEqual(counts['statements'], len(self.get('/statements')['items']))

    def test_verdicts_are_kept_and_given_back_as_brat(self):
        row = self.get('/statements?outlet=tarn')['items'][0]
        address = f'/documents/{row["document"]["id"]}/verdicts'
        self.assertEqual([], self.get(address)['items'])
        begin, end = row['content'][0]['span'][0], row['content'][-1]['span'][1]
        said = {'statement': [begin, end], 'verdict': 'rejected', 'source': [], 'cue': [], 'content': [[begin, end]]}
        self.post(address, said)
        right = said | {'verdict': 'corrected', 'source': [[0, 18]], 'content': [[begin, end - 1]]}
        self.post(address, right)
        self.assertEqual([right], self.get(address)['items'])
        subprocess.run([BINARY, 'add', '-q', '--again', '--db', self.database, '--date', '2024-05-06', '--outlet',
                        'Tarn <b>Times</b>', str(self.folder / 'b.txt')], check=True)  # fmt: skip
        self.assertEqual([right], self.get(address)['items'])
        told = subprocess.run([BINARY, 'verdicts', '--db', self.database, '--output', str(self.folder / 'checked')],
                              check=True, capture_output=True, text=True).stdout  # fmt: skip
        self.assertEqual('0 accepted, 1 corrected, 0 rejected, in 1 documents\n', told)
        (ann,) = (self.folder / 'checked' / 'attributions').iterdir()
        self.assertIn('\tSource 0 18\tTransport Minister\n', ann.read_text())
        subprocess.run([BINARY, 'eval', str(self.folder / 'checked')], check=True, capture_output=True)

    def test_verdicts_that_cannot_be_kept(self):
        address = f'/documents/{self.get("/statements")["items"][0]["document"]["id"]}/verdicts'
        good = {'statement': [0, 3], 'verdict': 'accepted', 'content': [[0, 3]]}
        for value in ({}, [], good | {'verdict': 'maybe'}, good | {'verdict': 3}, good | {'statement': [0, 99999999]},
                      good | {'statement': [3, 0]}, good | {'source': [[0]]}, good | {'cue': 'x'}):  # fmt: skip
            with self.subTest(value):
                self.assertEqual('SAY091', json.loads(self.post(address, value, 400))['code'])
        self.assertEqual('SAY095', json.loads(self.post('/documents/none/verdicts', good, 404))['code'])
        headers = {'Content-Type': 'application/json', 'Origin': 'http://elsewhere.example'}
        self.assertEqual(403, self.server.ask('POST', address, json.dumps(good), headers)[0])

    def test_without_a_database(self):
        server = Server()
        self.addCleanup(server.stop)
        for path in ('/statements', '/actors', '/actors/1', '/documents/x'):
            status, _, body = server.ask('GET', path)
            self.assertEqual((404, 'SAY070'), (status, json.loads(body)['code']))
        self.assertEqual(b'{"database":false}', server.ask('GET', '/store')[2])

    def test_a_database_that_is_not_there_ends_the_server(self):
        arguments = ['serve', '--port', '0', '--db', str(self.folder / 'none.db')]
        run = subprocess.run([BINARY, *arguments], capture_output=True, timeout=60)
        self.assertEqual(4, run.returncode)
        self.assertIn(b'SAY070', run.stderr)

    def test_what_is_added_meanwhile_is_found(self):
        (self.folder / 'd.txt').write_text('Ilse Varga said the lighthouse would stay.\n')
        self.assertEqual([], self.get('/statements?about=lighthouse')['items'])
        subprocess.run([BINARY, 'add', '-q', '--db', self.database, str(self.folder / 'd.txt')], check=True)
        self.assertEqual(1, len(self.get('/statements?about=lighthouse')['items']))


if __name__ == '__main__':
    unittest.main()
