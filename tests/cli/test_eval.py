"""sayso eval: gold in brat's format, records as predictions."""

import json
import unittest

from support import ARTICLE, Case

TEXT = 'Zoë said “it is so,” in Córdoba.\nIt was denied by Al.\n'
ANN = """T1\tSource 0 3\tZoë
T2\tCue 4 8\tsaid
T3\tContent 9 20\t“it is so,”
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
T4\tSource 50 52\tAl
T5\tCue 36 49\twas denied by
T6\tContent 33 35\tIt
E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6
"""


def part(words):
    begin = TEXT.encode().index(words.encode())
    return {'span': [begin, begin + len(words.encode())], 'text': words}


STATEMENTS = [
    {'content': [part('“it is so,”')], 'cue': part('said'), 'source': part('Zoë')},
    {'content': [part('It')], 'cue': part('was denied by'), 'source': part('Al')},
]


class Eval(Case):
    def setUp(self):
        super().setUp()
        self.write('gold/dev/text/zoe.txt', TEXT)
        self.write('gold/dev/attributions/zoe_aaaa.ann', ANN)
        self.write('gold/dev/attributions/zoe_bbbb.ann', '')

    def predictions(self, statements, uri='zoe.txt'):
        return json.dumps({'document': {'uri': uri, 'text': TEXT}, 'statements': statements}) + '\n'

    def scores(self, *arguments, code=0, **options):
        run = self.sayso('eval', 'gold', '--split', 'dev', '--format', 'json', *arguments, **options)
        self.assertEqual(code, run.returncode, run.stderr)
        self.errors = run.stderr.splitlines()
        return json.loads(run.stdout)

    def test_gold_against_itself(self):
        name = self.write('p.jsonl', self.predictions(STATEMENTS))
        for arguments, options in ((['--pred', name], {}), (['--pred', '-'], {'stdin': self.predictions(STATEMENTS)})):
            scores = self.scores(*arguments, **options)
            for measure in ('exact source 0', 'exact cue 0', 'exact content 0', 'overlap content', 'attr all', 'attr direct'):
                self.assertEqual(1, scores[measure]['F1'], measure)
            self.assertEqual({'acc': 1, 'n': 2}, scores['src acc'])
        run = self.sayso('eval', 'gold/dev', '--pred', name)
        self.assertIn('  all       100.0 100.0 100.0', run.stdout)

    def test_missing_source_and_unknown_document(self):
        lines = self.predictions([{**STATEMENTS[0], 'source': None}, STATEMENTS[1]])
        lines += json.dumps({'document': {'uri': 'x', 'text': 'Other.'}, 'statements': []})
        scores = self.scores('--pred', self.write('p.jsonl', lines))
        self.assertEqual((0.5, 1), (scores['attr all']['F1'], scores['content all']['F1']))
        self.assertEqual(1, scores['unknown docs'])

    def test_parts_of_a_span(self):
        halves = [{**STATEMENTS[0], 'content': [part('“it is'), part('so,”')]}, STATEMENTS[1]]
        name = self.write('p.jsonl', self.predictions(halves))
        self.assertEqual(1, self.scores('--pred', name)['exact content 0']['F1'])
        self.assertLess(self.scores('--pred', name, '--no-merge')['exact content 0']['F1'], 1)

    def test_bad_predictions_are_named_and_the_rest_is_scored(self):
        name = self.write('p.jsonl', '{\n' + self.predictions([{'content': [{'span': [0, 3]}]}], 'zoe') + '[]\n')
        self.scores('--pred', name, code=1)
        self.assertEqual(3, len(self.errors))
        for number, line in enumerate(self.errors, 1):
            self.assert_error(line, 'SAY004', f'p.jsonl:{number}')

    def test_bad_gold(self):
        self.write('gold/dev/attributions/zoe_aaaa.ann', ANN + 'T9\tCue 50 5000\tx\n')
        run = self.sayso('eval', 'gold/dev', '--pred', self.write('p.jsonl', self.predictions(STATEMENTS)))
        self.assertEqual((1, ''), (run.returncode, run.stdout))
        self.assert_error(run.stderr, 'SAY010', 'zoe_aaaa.ann:9')

    def test_no_gold_and_no_predictions(self):
        self.assert_error(self.sayso('eval', '.', '--pred', 'p').stderr, 'SAY010')
        self.assert_error(self.sayso('eval', 'gold/dev', '--pred', 'nowhere.jsonl').stderr, 'SAY001', 'nowhere.jsonl')

    def test_the_model_reads_the_gold(self):
        self.write('gold/dev/text/quay.txt', ARTICLE)
        self.write('gold/dev/attributions/quay_aaaa.ann', '')
        by_model = self.scores()
        run = self.sayso('read', 'gold/dev/text', '--format', 'jsonl', '--output', 'own.jsonl')
        self.assertEqual(0, run.returncode, run.stderr)
        self.assertEqual(by_model, self.scores('--pred', 'own.jsonl'))

    def test_brat_round_trip(self):
        """Records written as brat are perfect gold for the same records."""
        name = self.write('quay.txt', ARTICLE)
        self.assertEqual(0, self.sayso('read', name, '--format', 'brat', '--output', 'own').returncode)
        self.assertEqual(0, self.sayso('read', name, '--format', 'jsonl', '--output', 'own.jsonl').returncode)
        run = self.sayso('eval', 'own', '--pred', 'own.jsonl', '--format', 'json')
        self.assertEqual(0, run.returncode, run.stderr)
        scores = json.loads(run.stdout)
        self.assertGreater(scores['attr all']['gold'], 0)
        self.assertEqual(scores['attr all']['gold'], scores['attr all']['pred'])
        self.assertEqual(1, scores['attr all']['F1'])


if __name__ == '__main__':
    unittest.main()
