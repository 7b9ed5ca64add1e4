"""A running `sayso serve`, and how to ask it."""

import http.client
import json
import os
import subprocess

from support import BINARY


class Server:
    """Serves at a free port until stop(); `url` is what the command printed."""

    def __init__(self, *arguments, environment=None):
        environment = {k: v for k, v in os.environ.items() if not k.startswith('SAYSO_')} | (environment or {})
        self.process = subprocess.Popen(
            [BINARY, 'serve', '--port', '0', '-j', '2', *arguments], stdout=subprocess.PIPE, env=environment, text=True
        )
        self.url = self.process.stdout.readline().strip()
        self.port = int(self.url.rstrip('/').rpartition(':')[2] or 0)

    def stop(self):
        """Asks it to stop; gives its exit code."""
        self.process.terminate()
        code = self.process.wait(20)
        self.process.stdout.close()
        return code

    def ask(self, method, path, body=None, headers=None):
        """The answer, read: status, headers with small names, body as bytes."""
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        try:
            connection.request(method, path, body.encode() if isinstance(body, str) else body, headers or {})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def read(self, article):
        """The record of an article, given as a JSON object."""
        status, _, body = self.ask('POST', '/read', json.dumps(article), {'Content-Type': 'application/json'})
        assert status == 200, body
        return json.loads(body)
