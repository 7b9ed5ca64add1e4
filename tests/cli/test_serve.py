"""`sayso serve`: what it answers, and what it refuses."""

import concurrent.futures
import json
import re
import signal
import socket
import time
import unittest
import urllib.parse

from serving import Server
from support import ARTICLE, BINARY, ROOT, WIDE, Case

JSON = {'Content-Type': 'application/json'}
TEXT = {'Content-Type': 'text/plain'}
FORM = {'Content-Type': 'application/x-www-form-urlencoded'}


@unittest.skipUnless(BINARY, 'SAYSO_BINARY does not name the program')
class Serving(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.addClassCleanup(cls.server.stop)

    def assert_problem(self, status, code, answer):
        self.assertEqual(status, answer[0], answer[2])
        self.assertEqual('application/problem+json', answer[1]['content-type'])
        problem = json.loads(answer[2])
        self.assertEqual((status, code), (problem['status'], problem['code']))
        self.assertTrue(problem['detail'] and problem['title'])

    def send_raw(self, data):
        """Bytes as they are; gives the status of the answer."""
        with socket.create_connection(('127.0.0.1', self.server.port), 30) as raw:
            raw.sendall(data)
            return int(raw.makefile('rb').readline().split()[1])


class Answers(Serving, Case):
    def test_an_article_is_read_as_the_command_reads_it(self):
        path = self.write('a.txt', ARTICLE)
        [wanted] = self.read(path, '--date', '2024-05-03', '--outlet', 'Gazette')
        record = self.server.read({'text': ARTICLE, 'date': '2024-05-03', 'outlet': 'Gazette', 'title': 'Ferry', 'url': path})
        self.check(record)
        self.assertEqual('Ferry', record['document'].pop('title'))
        self.assertEqual(wanted, record)
        status, _, body = self.server.ask('POST', f'/read?date=2024-05-03&outlet=Gazette&url={path}', ARTICLE, TEXT)
        self.assertEqual((200, wanted), (status, json.loads(body)))

    def test_html_is_reduced_to_its_article(self):
        page = (
            '<html><title>A page</title><article>'
            + ''.join(f'<p>{line}</p>' for line in ARTICLE.split('\n\n'))
            + '</article></html>'
        )
        status, _, body = self.server.ask('POST', '/read', page, {'Content-Type': 'text/html; charset=utf-8'})
        self.assertEqual(200, status)
        self.assertNotIn('<', json.loads(body)['document']['text'])

    def test_markup_in_an_article_stays_text(self):
        text = '“<script>alert(1)</script><img src=x onerror=alert(1)>,” Ann Lee said on Monday.\n'
        record = self.server.read({'text': text, 'title': '<b onclick=alert(1)>'})
        self.assertEqual((text, '<b onclick=alert(1)>'), (record['document']['text'], record['document']['title']))

    def test_quotes_have_the_form_of_citron(self):
        text = WIDE + ARTICLE
        encoded = urllib.parse.urlencode({'text': text})
        answers = [self.server.ask('GET', f'/quotes?{encoded}'), self.server.ask('POST', '/quotes', encoded, FORM)]
        self.assertEqual([200, 200], [answer[0] for answer in answers])
        self.assertEqual(answers[0][2], answers[1][2])
        found = json.loads(answers[0][2])
        self.assertTrue(found['quotes'])
        self.assertIn('application', found['source'])
        for quote in found['quotes']:
            self.assertEqual({'sources', 'coreferences', 'cue', 'contents', 'confidence'}, quote.keys())
            self.assertTrue(0 <= float(quote['confidence']) <= 1 and quote['sources'] and quote['contents'])
            for place in (*quote['sources'], *quote['coreferences'], *quote['contents'], quote['cue']):
                self.assertEqual(place['text'], text[place['start'] : place['end']])

    def test_quotes_without_text_are_refused_in_citrons_words(self):
        status, _, body = self.server.ask('GET', '/quotes')
        self.assertEqual((400, {'error': 'A text parameter must be provided.'}), (status, json.loads(body)))

    def test_verified_statements_become_brat(self):
        text = 'Åre — “We go,” Ann Lee said.\n'
        raw = text.encode()
        spans = {role: [[raw.index(words.encode()), raw.index(words.encode()) + len(words.encode())]]
                 for role, words in (('source', 'Ann Lee'), ('cue', 'said'), ('content', '“We go,”'))}  # fmt: skip
        status, headers, body = self.server.ask('POST', '/brat', json.dumps({'text': text, 'attributions': [spans]}), JSON)
        self.assertEqual((200, 'text/plain; charset=utf-8'), (status, headers['content-type']))
        lines = body.decode().splitlines()
        begin = text.index('Ann Lee')
        self.assertIn(f'Source {begin} {begin + 7}\tAnn Lee', '\n'.join(lines))
        self.assertRegex(lines[-1], r'^E1\tAttribution:T\d Content:T\d Cue:T\d Source:T\d')
        for bad in ([[1, 2]], [[0, 999]], [[3, 3]], [[-1, 2]], [['0', 2]], 7):
            body = json.dumps({'text': text, 'attributions': [{'content': bad}]})
            self.assert_problem(400, 'SAY091', self.server.ask('POST', '/brat', body, JSON))

    def test_the_page_comes_whole_and_asks_nobody_else(self):
        status, headers, page = self.server.ask('GET', '/')
        self.assertEqual((200, 'text/html; charset=utf-8'), (status, headers['content-type']))
        self.assertIn("default-src 'self'", headers['content-security-policy'])
        self.assertEqual(('nosniff', 'no-referrer'), (headers['x-content-type-options'], headers['referrer-policy']))
        for file in sorted((ROOT / 'web').iterdir()):
            content = file.read_text()
            self.assertIsNone(re.search(r'innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(', content), file)
            self.assertEqual(
                [], [url for url in re.findall(r'https?://[^\s"\'<>]+', content) if 'www.w3.org/2000/svg' not in url], file
            )
            if file.name != 'index.html':
                self.assertEqual(content.encode(), self.server.ask('GET', f'/{file.name}')[2])
        self.assertEqual(b'<!doctype html>', page[:15])
        self.assertEqual(200, self.server.ask('GET', '/chart.js')[0])

    def test_openapi_names_the_routes_that_there_are(self):
        described = json.loads(self.server.ask('GET', '/openapi.json')[2])
        files = {f'/{file.name}' for file in (ROOT / 'web').iterdir() if file.name != 'index.html'} | {'/chart.js'}
        source = '\n'.join(file.read_text() for file in (ROOT / 'src/serve').glob('*route*.cc'))
        served = set(re.findall(r'\{Method::(?:get|post), "(/[^"]*)"', source)) | {'/', '/openapi.json'}
        self.assertEqual(served, set(described['paths']) - files)
        for path, methods in described['paths'].items():
            status, headers, _ = self.server.ask('OPTIONS', path)
            allowed = set(headers['allow'].split(', ')) - {'HEAD', 'OPTIONS'}
            self.assertEqual((204, {method.upper() for method in methods}), (status, allowed), path)

    def test_head_and_etag(self):
        status, headers, body = self.server.ask('GET', '/openapi.json')
        known = {'If-None-Match': headers['etag']}
        self.assertEqual((304, b''), self.server.ask('GET', '/openapi.json', headers=known)[::2])
        self.assertEqual((200, b''), self.server.ask('HEAD', '/openapi.json')[::2])
        self.assertEqual(str(len(body)), self.server.ask('HEAD', '/openapi.json')[1]['content-length'])
        self.assertEqual(200, self.server.ask('GET', '/openapi.json', headers={'If-None-Match': '"other"'})[0])

    def test_many_at_once_are_all_answered(self):
        with concurrent.futures.ThreadPoolExecutor(40) as pool:
            statuses = list(pool.map(lambda i: self.server.ask('GET', '/style.css' if i % 2 else '/')[0], range(200)))
        self.assertEqual({200}, set(statuses))


class BadInput(Serving):
    def test_malformed_requests_are_refused(self):
        for body, headers, status, code in (
            ('{"text": ', JSON, 400, 'SAY091'),
            ('[]', JSON, 400, 'SAY091'),
            ('{}', JSON, 400, 'SAY091'),
            ('{"text": 1}', JSON, 400, 'SAY091'),
            ('{"text": "a", "html": "b"}', JSON, 400, 'SAY091'),
            ('{"text": "a", "colour": "b"}', JSON, 400, 'SAY091'),
            (b'{"text": "\xff\xfe"}', JSON, 400, 'SAY091'),
            ('{"text": "a", "date": "2024-02-30"}', JSON, 400, 'SAY005'),
            ('[' * 100000, JSON, 400, 'SAY091'),
            ('<p>', {'Content-Type': 'application/xml'}, 415, 'SAY092'),
            (b'%PDF-1.7\n\x00\x01\x02' * 9, TEXT, 415, 'SAY003'),
            ('', TEXT, 400, 'SAY091'),
        ):
            with self.subTest(body[:40]):
                self.assert_problem(status, code, self.server.ask('POST', '/read', body, headers))

    def test_malformed_addresses_are_refused(self):
        for path in ('/quotes?text=%ff', '/quotes?text=%zz', '/quotes?text=%', '/quotes?text=a%00b', '/%0a', '/read?x=1'):
            with self.subTest(path):
                self.assert_problem(400, 'SAY091', self.server.ask('POST', path, 'x', TEXT))

    def test_unreadable_bytes_of_a_text_are_noted_as_everywhere(self):
        status, _, body = self.server.ask('POST', '/read', b'Ann Lee said \xe2\x82 it was so.\n', TEXT)
        self.assertEqual((200, 'SAY030'), (status, json.loads(body)['notes'][0]['code']))

    def test_no_path_reaches_the_file_system(self):
        for path in (
            '/../etc/passwd',
            '/%2e%2e/%2e%2e/etc/passwd',
            '/..%2f..%2fetc/passwd',
            '//etc/passwd',
            '/style.css/',
            '/a\\..\\b',
        ):
            with self.subTest(path):
                self.assert_problem(404, 'SAY095', self.server.ask('GET', path))

    def test_other_methods_are_refused(self):
        answer = self.server.ask('GET', '/read')
        self.assert_problem(405, 'SAY096', answer)
        self.assertEqual('POST, OPTIONS', answer[1]['allow'])
        for method in ('PUT', 'DELETE', 'PATCH', 'BREW'):
            self.assertEqual(405, self.server.ask(method, '/')[0])

    def test_bodies_too_large_are_refused_before_they_come(self):
        head = b'POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n'
        self.assertEqual(413, self.send_raw(head + b'Content-Length: 99999999999\r\n\r\n'))
        chunk = b'10000\r\n' + b'a' * 65536 + b'\r\n'
        self.assertEqual(413, self.send_raw(head + b'Transfer-Encoding: chunked\r\n\r\n' + chunk * 65))
        self.assertEqual(413, self.send_raw(b'GET / HTTP/1.1\r\nHost: localhost\r\nX: ' + b'a' * 40000 + b'\r\n\r\n'))

    def test_what_is_no_http_is_refused(self):
        for data in (
            b'hello\r\n\r\n',
            b'GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
            b'\x16\x03\x01\x00\r\n\r\n',
        ):
            self.assertEqual(400, self.send_raw(data))
        self.assertEqual(400, self.send_raw(b'GET / HTTP/1.1\r\n\r\n'))  # no Host

    def test_pages_of_other_sites_are_refused(self):
        own = f'http://127.0.0.1:{self.server.port}'
        for headers, status in (
            ({'Origin': own}, 200),
            ({'Origin': 'http://evil.example'}, 403),
            ({'Origin': 'null'}, 403),
            ({'Origin': f'http://127.0.0.1:{self.server.port + 1}'}, 403),
            ({'Sec-Fetch-Site': 'cross-site'}, 403),
            ({'Sec-Fetch-Site': 'same-origin'}, 200),
            ({'Host': 'evil.example'}, 403),
            ({'Host': f'evil.example:{self.server.port}'}, 403),
            ({'Host': 'localhost.evil.example'}, 403),
            ({'Host': f'localhost:{self.server.port}'}, 200),
        ):
            with self.subTest(headers):
                answer = self.server.ask('POST', '/read', 'Ann Lee said so.', TEXT | headers)
                if status == 403:
                    self.assert_problem(403, 'SAY094', answer)
                self.assertEqual(status, answer[0])
                self.assertNotIn('access-control-allow-origin', answer[1])

    def test_the_page_may_be_linked_to_and_the_rest_not(self):
        for path, status in (('/', 200), ('/quotes?text=a', 403), ('/nowhere', 403)):
            self.assertEqual(status, self.server.ask('GET', path, headers={'Sec-Fetch-Site': 'cross-site'})[0], path)

    def test_a_slow_client_holds_nobody_up(self):
        with socket.create_connection(('127.0.0.1', self.server.port), 30) as slow:
            slow.sendall(b'POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc')
            begun = time.monotonic()
            self.assertEqual(200, self.server.ask('GET', '/')[0])
            self.assertLess(time.monotonic() - begun, 5)


class Start(Case):
    def test_other_addresses_need_a_token(self):
        run = self.sayso('serve', '--listen', '0.0.0.0:0')
        self.assertEqual((2, ''), (run.returncode, run.stdout))
        self.assertIn('SAYSO_TOKEN', run.stderr)
        for place in ('127.0.0.1:70000', '127.0.0.1:x', ':80', '127.0.0.1:'):
            self.assertEqual(2, self.sayso('serve', '--listen', place).returncode, place)

    def test_a_port_in_use_is_told(self):
        with socket.create_server(('127.0.0.1', 0)) as taken:
            run = self.sayso('serve', '--port', str(taken.getsockname()[1]))
        self.assertEqual((4, ''), (run.returncode, run.stdout))
        self.assertIn('SAY090', run.stderr)

    def test_the_token_is_asked_for(self):
        server = Server('--listen', '0.0.0.0:0', environment={'SAYSO_TOKEN': 'open sesame'})
        self.addCleanup(server.stop)
        for given, status in (
            (None, 401),
            ('Bearer open', 401),
            ('Bearer open sesamf', 401),
            ('Bearer ', 401),
            ('Basic open sesame', 401),
            ('Bearer open sesameopen sesame', 401),
            ('Bearer open sesame', 200),
        ):
            headers = TEXT | ({'Authorization': given} if given else {})
            answer = server.ask('POST', '/read', 'Ann Lee said so.', headers)
            self.assertEqual(status, answer[0], given)
            if status == 401:
                self.assertEqual('SAY093', json.loads(answer[2])['code'])
                self.assertIn('Bearer', answer[1]['www-authenticate'])
        self.assertEqual(401, server.ask('GET', '/nowhere')[0])
        self.assertEqual(200, server.ask('GET', '/')[0])

    def test_it_stops_when_told_and_ends_what_is_under_way(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            server = Server()
            idle = socket.create_connection(('127.0.0.1', server.port), 10)
            with concurrent.futures.ThreadPoolExecutor(1) as pool:
                asked = pool.submit(server.ask, 'POST', '/read', ARTICLE * 4, TEXT)
                time.sleep(0.3)
                server.process.send_signal(number)
                self.assertEqual(200, asked.result()[0])
            idle.close()
            self.assertEqual(0, server.process.wait(15))
            server.process.stdout.close()


if __name__ == '__main__':
    unittest.main()
