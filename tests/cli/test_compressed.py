"""Compressed inputs and WARC files, as they come from archives."""

import gzip
import json
import subprocess
import unittest

from support import ARTICLE, BINARY, Case

LINE = json.dumps({'text': ARTICLE, 'published': '2024-05-03', 'url': 'a'}) + '\n'


def record(body: str, kind: str = 'response', status: str = '200 OK', lie: int = 0) -> bytes:
    page = f'<html><body><article><p>{body}</p></article></body></html>'.encode()
    content = f'HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'.encode() + page
    head = (f'WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://news.example/{len(body)}\r\n'
            'WARC-Date: 2031-03-04T05:06:07Z\r\n'
            f'Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content) + lie}\r\n\r\n')  # fmt: skip
    return head.encode() + content + b'\r\n\r\n'


class Compressed(Case):
    def write_bytes(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return str(path)

    def test_what_is_compressed_reads_as_what_is_not(self):
        plain = self.read(self.write('a.jsonl', LINE * 3))
        self.assertEqual(plain, self.read(self.write_bytes('a.jsonl.gz', gzip.compress((LINE * 3).encode()))))
        whole = self.read(self.write('b.txt', ARTICLE))
        packed = self.read(self.write_bytes('c.txt.gz', gzip.compress(ARTICLE.encode())))
        self.assertEqual(whole[0]['statements'], packed[0]['statements'])
        piped = subprocess.run([BINARY, 'read', '-', '--format', 'jsonl'], input=gzip.compress(LINE.encode()), capture_output=True)
        self.assertEqual(plain[0], json.loads(piped.stdout))

    def test_a_crawl_is_read_record_by_record(self):
        good = [gzip.compress(record(f'Ada Holm said she had {number} boats.')) for number in range(5)]
        lie = gzip.compress(record('Ada Holm lied.', lie=7))
        damaged = bytearray(gzip.compress(record('x' * 3000)))
        damaged[40:60] = bytes(20)
        request, missing = gzip.compress(record('no', kind='request')), gzip.compress(record('no', status='404 Not Found'))
        parts = [good[0], request, lie, good[1], missing, bytes(damaged), *good[2:]]
        path = self.write_bytes('crawl.warc.gz', b''.join(parts))
        run = self.sayso('read', path, '--format', 'jsonl')
        records = [json.loads(line) for line in run.stdout.splitlines()]
        wanted = [f'Ada Holm said she had {number} boats.' for number in range(5)]
        self.assertEqual(wanted, [r['document']['text'] for r in records])
        self.assertEqual({'2031-03-04'}, {r['document']['published'] for r in records})
        self.assertTrue(records[0]['document']['uri'].startswith('https://news.example/'))
        self.assertEqual(1, run.returncode)
        for part in (lie, bytes(damaged)):
            offset = sum(len(before) for before in parts[: parts.index(part)])
            self.assertRegex(run.stderr, rf'SAY012 .*crawl\.warc\.gz.*\b{offset}\b')

    def test_a_bomb_is_refused(self):
        path = self.write_bytes('bomb.txt.gz', gzip.compress(bytes(100 << 20)))
        run = self.sayso('read', path)
        self.assertEqual(1, run.returncode)
        self.assertIn('SAY008', run.stderr)


if __name__ == '__main__':
    unittest.main()
