"""The page on a database: asking it, links between articles, one actor in time, verdicts that stay."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'cli'))

import webdriver  # noqa: E402
from serving import Server  # noqa: E402
from support import BINARY  # noqa: E402
from test_page import ARTICLES, NASTY, PICTURES  # noqa: E402

PROMISE = '\n\nRenn promised to publish the accounts of the union by 1 June 2024.\n'
DENIAL = (
    'The crews of the ferry line had not been asked about the new boats, union chairman Tobias Renn said on Monday.\n\n'
    'Transport Minister Mara Quist said the crews of the ferry line had been asked about the new boats.\n\n'
    'The council of the islands will not pay for the pier, its speaker Ann Lee said.\n'
)


class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if lacking := webdriver.missing():
            raise unittest.SkipTest(f'there is no {lacking} here, so the page was not tested')
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.database = str(pathlib.Path(folder.name, 'news.db'))
        everything = (*ARTICLES, {'text': DENIAL.partition('\n\n')[0] + PROMISE, 'outlet': 'Sea Post', 'date': '2024-05-06'},
                      {'text': DENIAL.split('\n\n')[1] + '\n', 'outlet': 'Tarn Times', 'date': '2024-05-07'},
                      {'text': NASTY, 'outlet': '<i>x</i>', 'date': '2024-05-08'})  # fmt: skip
        for number, article in enumerate(everything):
            file = pathlib.Path(folder.name, f'{number}.txt')
            file.write_text(article['text'])
            subprocess.run([BINARY, 'add', '-q', '--db', cls.database, '--outlet', article['outlet'], '--date', article['date'],
                            str(file)], check=True)  # fmt: skip
        cls.server = Server('--db', cls.database)
        cls.addClassCleanup(cls.server.stop)
        cls.browser = webdriver.Browser()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.browser.size(1200, 800)
        self.open('read')

    def tearDown(self):
        self.assertEqual([], self.browser.complaints())

    def open(self, place):
        self.browser.open('about:blank')
        self.browser.open(f'{self.server.url}#{place}')

    def picture(self, name):
        if PICTURES:
            self.browser.size(960, 640)
            (pathlib.Path(PICTURES) / f'page-{name}.png').write_bytes(self.browser.screenshot())

    def test_asking_by_words_and_speaker(self):
        browser = self.browser
        browser.wait('return [...document.querySelectorAll("nav a")].some((link) => link.textContent === "Archive")')
        browser.run('document.activeElement.blur()')
        browser.press('6')
        browser.wait_for('.question input')
        browser.wait_for('section .card')
        browser.type('input[name=about]', 'boats')
        browser.type('input[name=speaker]', 'quist')
        browser.click('.question button')
        browser.wait('return location.hash.includes("quist") && document.querySelectorAll("section .card").length > 0')
        self.assertTrue(all('boats' in said for said in browser.texts('section .said')))
        self.picture('archive')
        browser.run('[...document.querySelectorAll(".tabs a")][1].click()')
        browser.wait_for('.columns section')
        self.assertIn('Tarn Times', browser.texts('.columns h2'))
        self.assertTrue(browser.texts('.columns mark'))

    def test_links_show_both_sides(self):
        browser = self.browser
        self.open('archive/show%3Dlinks')
        browser.wait_for('.card.link')
        self.picture('links')
        self.assertEqual(2, len(browser.texts('.card.contradicts .side-of-link')))
        self.assertIn('contradicts', browser.texts('.card.contradicts .due')[0])
        browser.click('.card.contradicts a')
        browser.wait_for('.text .content')

    def test_one_actor_in_time(self):
        browser = self.browser
        self.open('archive/show%3Dactors')
        browser.wait_for('td a.chip')
        browser.run('[...document.querySelectorAll("td a.chip")].find((chip) => chip.textContent.includes("Quist")).click()')
        browser.wait('return Boolean(window.Chart?.getChart(document.querySelector("canvas") ?? ""))')
        self.assertIn('Quist', browser.texts('h1')[0])
        self.assertTrue(browser.texts('.board .card'))
        self.picture('person')

    def test_what_is_overdue(self):
        browser = self.browser
        self.open('archive/show%3Dledger%26overdue%3Dtrue')
        browser.wait_for('.board .card')
        self.assertEqual(len(browser.texts('.board .card')), len(browser.texts('.board .card.overdue')))

    def test_a_verdict_stays(self):
        browser = self.browser
        self.open('archive/about%3Dpromise%2Bpurse')
        browser.wait_for('section .card .meta a')
        browser.click('section .card .meta a')
        browser.wait_for('.doc .text')
        browser.press('a')
        browser.wait_for('.card.accepted')
        address = browser.run('return location.hash')
        browser.wait('return fetch(`documents/${location.hash.slice(5, 69)}/verdicts`).then((answer) => answer.json())'
                     '.then((verdicts) => verdicts.items.length === 1)')  # fmt: skip
        self.open(address[1:])
        browser.wait_for('.card.accepted')
        self.assertIn('1 verified', browser.texts('.filter .count')[0])

    def test_markup_in_the_database_stays_text(self):
        browser = self.browser
        for shown in ('statements', 'outlets', 'links', 'actors'):
            self.open(f'archive/show%3D{shown}')
            browser.wait_for('section[aria-label] *')
            made = 'main img, main script, main b, main i:not([aria-hidden])'
            self.assertEqual([], browser.texts(made), shown)


if __name__ == '__main__':
    unittest.main()
