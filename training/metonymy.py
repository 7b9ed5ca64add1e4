"""ReLocaR (Gritta et al. 2017) -> windows with one place name each, used for the place or for who acts there."""

import html
import re
from dataclasses import dataclass

import numpy as np
from coreference import last_word
from pieces import pieces

SAMPLE = re.compile(r'<sample number="\d+">(.*?)</sample>', re.DOTALL)
PLACE = re.compile(r'<loc reading="(lit|met|mixed)">(.*?)</loc>', re.DOTALL)
HELD = 5  # each fifth sample is set aside for development


@dataclass
class Window:
    ids: np.ndarray
    features: np.ndarray
    head: int  # first piece of the name's last word
    metonymic: bool


def load(path, vocabulary, held):
    """Samples that are held out for development, or the others."""
    out = []
    with open(path, encoding='utf8') as file:
        samples = SAMPLE.findall(file.read())
    for i, sample in enumerate(samples):
        place = PLACE.search(sample)
        if place is None or (i % HELD == 0) != held:
            continue
        before, name, after = (html.unescape(x) for x in (sample[: place.start()], place[2], sample[place.end() :]))
        table = np.array(pieces(before + name + after, vocabulary), np.int64)
        first = int(np.searchsorted(table[:, 2], len(before), 'right'))
        last = int(np.searchsorted(table[:, 1], len(before) + len(name), 'left')) - 1
        out.append(Window(table[:, 0], table[:, 3:6], last_word(table, first, last), place[1] != 'lit'))
    return out
