"""Sayso in a pipeline of the real spaCy."""

import unittest

try:
    import spacy
except ImportError:
    raise unittest.SkipTest('spaCy is not installed, so its component was not tested') from None

from test_reader import ARTICLE, DATE


class Pipeline(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.nlp = spacy.blank('en')
        cls.nlp.add_pipe('sayso', config={'date': DATE})

    def test_spans_cover_the_words(self):
        doc = self.nlp(ARTICLE)
        record = doc._.sayso
        labels = {span.label_ for span in doc.spans['sayso']}
        self.assertEqual({'source', 'cue', 'content', 'ledger'}, labels)
        sources = [span for span in doc.spans['sayso'] if span.label_ == 'source']
        wanted = [statement.source.text for statement in record.statements if statement.source]
        self.assertEqual(len(wanted), len(sources))
        for words, span in zip(wanted, sources, strict=True):
            self.assertIn(words, span.text)
            self.assertIn(span._.sayso, record.statements)
            self.assertEqual(span._.sayso.id, span.id_)

    def test_pipe_gives_what_single_calls_give(self):
        texts = [ARTICLE, 'Ann Lee said no.', '']
        for doc, text in zip(self.nlp.pipe(texts, batch_size=2), texts, strict=True):
            self.assertEqual(text, doc.text)
            self.assertEqual(self.nlp(text)._.sayso, doc._.sayso)


if __name__ == '__main__':
    unittest.main()
