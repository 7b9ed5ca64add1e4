"""How `sayso serve` holds out: 200 connections at once for a while, then many requests with an eye on memory.

    python3 bench/serve.py build/release/bin/sayso [--seconds 60] [--requests 100000] [--db news.db]

Most requests ask for what needs no reading; one in fifty has an article read. With a database most of them are questions to it:
statements, timelines, the ledger, actors, links and documents, by words and speakers that it holds. Prints the requests and
errors, the times of either kind, and the resident memory before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import pathlib
import random
import re
import subprocess
import time
import urllib.parse
import urllib.request

ARTICLE = (
    'PORT ELDER — The ferry line will stay open until spring, Transport Minister Mara Quist said on Friday.\n\n'
    '“We will not let the islands down,” Quist told reporters.\n'
)
BRAT = {'text': 'Ann Lee said so.', 'attributions': [{'source': [[0, 7]], 'cue': [[8, 12]], 'content': [[13, 15]]}]}


def request(method: str, path: str, body: str = '') -> bytes:
    data = body.encode()
    head = f'{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n'
    return head.encode() + data


WORDS = ('election', 'campaign', 'voters', 'tax', 'border', 'emails', 'police', 'trade', 'health care', 'primary', 'court')
STORED = [
    request('GET', '/'),
    request('GET', '/style.css'),
    request('GET', '/openapi.json'),
    request('POST', '/brat', json.dumps(BRAT)),
]
READ = request('POST', '/read', json.dumps({'text': ARTICLE}))


def fetched(port: int, path: str) -> dict:
    with urllib.request.urlopen(f'http://127.0.0.1:{port}/{path}') as answer:
        return json.load(answer)


def questions(port: int) -> list[bytes]:
    """Questions to the database of a server: those of a reader at a desk, fifty answers each."""
    actors = fetched(port, 'actors?limit=40')['items']
    documents = {item['document']['id'] for item in fetched(port, 'statements?limit=40')['items']}
    paths = [f'/statements?about={urllib.parse.quote(word)}' for word in WORDS]
    paths += [f'/timeline?speaker=%23{actor["key"]}' for actor in actors]
    paths += [f'/statements?about={urllib.parse.quote(word)}&speaker=%23{actor["key"]}' for word in WORDS for actor in actors[:5]]
    paths += [f'/ledger?speaker=%23{actor["key"]}' for actor in actors[:20]] + ['/ledger?act=pledge', '/ledger?overdue=true']
    paths += [f'/actors/{actor["key"]}' for actor in actors] + [f'/documents/{document}' for document in documents]
    return [request('GET', path) for path in paths]


async def answer(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b'\r\n\r\n')).decode()
    await reader.readexactly(int(re.search(r'(?i)content-length: (\d+)', head)[1]))
    return int(head.split()[1])


async def client(port: int, number: int, stored: list[bytes], goes_on, reads: float, times: dict, errors: list[str]) -> None:
    chance = random.Random(number)
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    while goes_on():
        kind = 'read' if chance.random() < reads else 'stored'
        begun = time.perf_counter()
        writer.write(READ if kind == 'read' else chance.choice(stored))
        try:
            status = await answer(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            errors.append(repr(error))
            break
        times[kind].append(time.perf_counter() - begun)
        if status != 200:
            errors.append(str(status))
    writer.close()


def resident(process: subprocess.Popen) -> float:
    status = pathlib.Path(f'/proc/{process.pid}/status').read_text()
    return int(re.search(r'VmRSS:\s+(\d+)', status)[1]) / 1024


async def load(port: int, clients: int, stored: list[bytes], goes_on, reads: float) -> tuple[dict[str, list[float]], list[str]]:
    times: dict[str, list[float]] = {'read': [], 'stored': []}
    errors: list[str] = []
    await asyncio.gather(*(client(port, number, stored, goes_on, reads, times, errors) for number in range(clients)))
    return times, errors


def told(times: list[float]) -> str:
    ordered = sorted(times)
    at = {share: ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 for share in (0.5, 0.95, 0.99)} if ordered else {}
    return f'{len(ordered)} requests, ' + ', '.join(f'p{share * 100:.0f} {ms:.1f} ms' for share, ms in at.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('--seconds', type=float, default=60)
    parser.add_argument('--requests', type=int, default=100_000)
    parser.add_argument('--db', help='a database to ask')
    options = parser.parse_args()
    database = ['--db', options.db] if options.db else []
    process = subprocess.Popen([options.program, 'serve', '--port', '0', *database], stdout=subprocess.PIPE, text=True)
    port = int(process.stdout.readline().strip().rstrip('/').rpartition(':')[2])
    try:
        stored = questions(port) if options.db else STORED
        end = time.monotonic() + options.seconds
        times, errors = asyncio.run(load(port, 200, stored, lambda: time.monotonic() < end, 0.02))
        print(f'200 connections, {options.seconds:.0f} s: {len(errors)} errors {errors[:3]}')
        for kind, list_ in times.items():
            print(f'  {kind}: {told(list_)}')
        before = resident(process)
        left = iter(range(options.requests))
        times, errors = asyncio.run(load(port, 16, stored, lambda: next(left, None) is not None, 0.0))
        print(f'{len(times["stored"])} requests: {len(errors)} errors, memory {before:.1f} -> {resident(process):.1f} MiB')
    finally:
        process.terminate()
        process.wait()


if __name__ == '__main__':
    main()
