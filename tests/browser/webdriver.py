"""A browser driven by the W3C WebDriver protocol: chromedriver and Chromium of Debian's packages, without a screen."""

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
FLAGS = [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars',
]  # fmt: skip


def missing():
    """What is not installed here, if anything."""
    return next((name for name in ('chromium', 'chromedriver') if not shutil.which(name)), None)


class Browser:
    def __init__(self):
        with socket.create_server(('127.0.0.1', 0)) as free:
            port = free.getsockname()[1]
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen(['chromedriver', f'--port={port}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f'http://127.0.0.1:{port}'
        for _ in range(300):
            try:
                self._call('GET', '/status')
                break
            except OSError:
                time.sleep(0.1)
        options = {'args': [*FLAGS, f'--user-data-dir={self.profile.name}'], 'binary': shutil.which('chromium')}
        wanted = {'browserName': 'chrome', 'goog:chromeOptions': options, 'goog:loggingPrefs': {'browser': 'ALL'}}
        session = self._call('POST', '/session', {'capabilities': {'alwaysMatch': wanted}})
        self.base += f'/session/{session["sessionId"]}'

    def close(self):
        try:
            self._call('DELETE', '')
        finally:
            self.driver.terminate()
            self.driver.wait()
            self.profile.cleanup()

    def _call(self, method, path, body=None):
        data = None if method != 'POST' else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.base + path, data, {'Content-Type': 'application/json'}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)['value']['message'].split('\n')[0]) from error

    def open(self, url):
        self._call('POST', '/url', {'url': url})

    def size(self, width, height):
        """The size of what is seen, whatever surrounds it."""
        self._call('POST', '/goog/cdp/execute', {'cmd': 'Emulation.setDeviceMetricsOverride', 'params': {
            'width': width, 'height': height, 'deviceScaleFactor': 1, 'mobile': width < 600}})  # fmt: skip

    def run(self, script, *arguments):
        """What a function body returns."""
        return self._call('POST', '/execute/sync', {'script': script, 'args': list(arguments)})

    def texts(self, selector):
        return self.run('return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)', selector)

    def wait(self, script, *arguments, seconds=60):
        """What `script` returns as soon as that is something."""
        end = time.monotonic() + seconds
        while not (found := self.run(script, *arguments)):
            if time.monotonic() > end:
                raise AssertionError(f'never came true: {script} {arguments}')
            time.sleep(0.1)
        return found

    def wait_for(self, selector):
        return self.wait('return document.querySelector(arguments[0])', selector)[ELEMENT]

    def click(self, selector):
        self._call('POST', f'/element/{self.wait_for(selector)}/click')

    def type(self, selector, text):
        self._call('POST', f'/element/{self.wait_for(selector)}/value', {'text': text})

    def press(self, key):
        """A key, wherever the focus is."""
        actions = [{'type': 'keyDown', 'value': key}, {'type': 'keyUp', 'value': key}]
        self._call('POST', '/actions', {'actions': [{'type': 'key', 'id': 'keyboard', 'actions': actions}]})

    def complaints(self):
        """What the browser's console holds of errors: a breach of the content security policy is one."""
        return [entry['message'] for entry in self._call('POST', '/se/log', {'type': 'browser'}) if entry['level'] == 'SEVERE']

    def screenshot(self):
        return base64.b64decode(self._call('GET', '/screenshot'))
