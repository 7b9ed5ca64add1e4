"""What each task of train.py minimises: a batch of its windows -> (loss, {what: its value}).

Each works on a batch as a whole: pairs of different windows are masked, not looped over. Tensors are made on the default device
(encoder.use_fastest_device).
"""

import decode
import events
import numpy as np
import polnear
import torch
import torch.nn.functional as F
from encoder import SIZES, half_precision
from heads import crf_log_partition, crf_score

MASK = 103  # [MASK] in the vocabulary


def words_of(ids, features):
    """[b, t] the number of each piece's word in its row, 0 for [CLS]; True where a piece belongs to a word."""
    begins = (features[..., 1] != 0) & (ids != decode.SEP) & (ids != 0)
    begins[:, 0] = False
    word = begins.cumsum(1)
    return word, (word > 0) & (ids != decode.SEP) & (ids != 0)


def attribution_loss(model, batch, soft, weight, hide):
    ids, features, mask = decode.batch_of([(a.ids[b:e], a.features[b:e]) for a, _, b, e in batch])
    if hide:
        # What stands around a word must do to tell its role.
        word, of_word = words_of(ids, features)
        ids = torch.where((torch.rand(ids.shape) < hide).gather(1, word) & of_word, MASK, ids)
    with half_precision():
        x = model.encoder(ids, features, mask)
    x = x.float()[:, 1:-1]
    size = x.shape[1]
    tags, inside = np.zeros((len(batch), size), np.int64), np.zeros((len(batch), size), bool)
    for i, (_, labels, b, e) in enumerate(batch):
        tags[i, : e - b], inside[i, : e - b] = labels.tags[b:e], True
    tags, inside = torch.as_tensor(tags), torch.as_tensor(inside)
    emissions = model.tag(F.dropout(x, model.dropout, model.training))
    n = inside.sum()
    nll = (
        crf_log_partition(emissions, model.transitions, model.start, inside)
        - crf_score(emissions, model.transitions, model.start, tags, inside)
    ).sum() / n
    plain = F.cross_entropy(emissions[inside], tags[inside])
    loss = nll + 0.3 * plain
    if soft is not None:
        target = F.one_hot(tags, len(polnear.TAGS)).float()
        for i, (a, _, b, e) in enumerate(batch):
            if a.name in soft:
                target[i, : e - b] = torch.as_tensor(soft[a.name][b:e], device=target.device)
        loss = (1 - weight) * loss + weight * 1.3 * -(target[inside] * emissions.log_softmax(-1)[inside]).sum(-1).mean()
    link = link_loss(model, x, batch)
    return loss + 0.3 * link, {'crf': nll.item(), 'link': float(link.detach())}


def segments_in(labels, begin, end, offset):
    """(cues, contents with the numbers of their cues, sources, of_cue) of a window [begin, end) of an article; places count from
    `offset`. of_cue names each cue's source: its number, None where it has none, absent where the window cuts it."""
    number, cues = {}, []
    for k, (first, last) in enumerate(labels.cues):
        if begin <= first and last < end:
            number[k] = len(cues)
            cues.append((first - begin + offset, last - begin + offset))
    contents, sources, of_cue, cut = [], {}, {}, set()
    for first, last, role, cue in labels.segments:
        if cue not in number or first >= end or last < begin:
            if cue in number and role == 'source':
                cut.add(number[cue])
            continue
        if role == 'content':
            contents.append((max(first, begin) - begin + offset, min(last, end - 1) - begin + offset, number[cue]))
        elif begin <= first and last < end:
            of_cue[number[cue]] = sources.setdefault((first - begin + offset, last - begin + offset), len(sources))
        else:
            cut.add(number[cue])
    return cues, contents, list(sources), {c: of_cue.get(c) for c in range(len(cues)) if c in of_cue or c not in cut}


def link_loss(model, x, batch):
    """Each content's cue among the window's, and each cue's source among the window's or none; mean over the choices."""
    size, flat = x.shape[1], x.reshape(-1, x.shape[2])
    cues, contents, sources, with_source = [], [], [], []
    for i, (_, labels, b, e) in enumerate(batch):
        some_cues, some_contents, some_sources, of_cue = segments_in(labels, b, e, i * size)
        if len(some_cues) > 1:
            contents += [(first, last, len(cues) + cue) for first, last, cue in some_contents]
        if some_sources:
            with_source += [(len(cues) + cue, 0 if s is None else 1 + len(sources) + s) for cue, s in of_cue.items()]
        cues += some_cues
        sources += some_sources
    if not contents and not with_source:
        return x.new_zeros(())
    cues, contents, losses = torch.tensor(cues), torch.tensor(contents), []
    window = cues[:, 0] // size
    if len(contents):
        scores = model.content_scores(flat, contents[:, :2], cues)
        scores = scores.masked_fill(contents[:, :1] // size != window, -torch.inf)
        losses.append(F.cross_entropy(scores, contents[:, 2], reduction='none'))
    if with_source:
        sources, with_source = torch.tensor(sources), torch.tensor(with_source)
        scores = model.source_scores(flat, cues, sources)[with_source[:, 0]]
        elsewhere = window[with_source[:, :1]] != sources[None, :, 0] // size
        scores = scores.masked_fill(F.pad(elsewhere, (1, 0)), -torch.inf)
        losses.append(F.cross_entropy(scores, with_source[:, 1], reduction='none'))
    return torch.cat(losses).mean()


def vectors(model, windows):
    """[b, t, hidden] of windows, with dropout. A frozen encoder (model.known is a dict) reads each window once."""
    if model.known is None:
        with half_precision():
            x = model.encoder(*decode.batch_of([(w.ids, w.features) for w in windows])).float()[:, 1:-1]
    else:
        keys = [w.ids.tobytes() + w.features.tobytes() for w in windows]
        if any(key not in model.known for key in keys):
            with torch.no_grad(), half_precision():
                x = model.encoder(*decode.batch_of([(w.ids, w.features) for w in windows]))
            for key, w, row in zip(keys, windows, x, strict=True):
                model.known[key] = row[1 : len(w.ids) + 1].half()
        x = torch.nn.utils.rnn.pad_sequence([model.known[key].float() for key in keys], batch_first=True)
    return F.dropout(x, model.dropout, model.training)


def padded_syntax(batch, size):
    """[b, size] part of speech, head and relation, -100 where there is none; [b, dependent, head] what may be a head."""
    tables = tuple(np.full((len(batch), size), fill) for fill in (-100, -100, -100, -2))
    for i, w in enumerate(batch):
        for table, values in zip(tables, (w.pos, w.head, w.relation, w.sentence), strict=True):
            table[i, : len(values)] = values
    pos, head, relation, sentence = map(torch.as_tensor, tables)
    return pos, head, relation, (sentence[:, :, None] == sentence[:, None, :]) & (pos != -100)[:, None, :]


def syntax_loss(model, batch):
    x = vectors(model, batch)
    pos, head, relation, possible = padded_syntax(batch, x.shape[1])
    pos_scores, arcs = model.pos(x), model.arc_scores(x).masked_fill(~possible, -1e4)
    has = head != -100
    b, t = torch.nonzero(has, as_tuple=True)
    h = head[has]
    parts = (
        F.cross_entropy(pos_scores[pos != -100], pos[pos != -100]),
        F.cross_entropy(arcs[has], h),
        F.cross_entropy(model.relation_scores(x[b, t], x[b, h]), relation[has]),
    )
    right = float((arcs[has].argmax(-1) == h).float().mean())
    return sum(parts), {'pos': parts[0].item(), 'arc': parts[1].item(), 'uas': right}


def same_words(heads):
    """[m, m] whether two mentions have the same head word."""
    number = {word: i for i, word in enumerate(sorted(set(heads)))}
    numbers = torch.tensor([number[word] for word in heads])
    return numbers[:, None] == numbers[None]


def coreference_loss(model, batch):
    """Where mentions are headed and of what kind; and for each mention the probability of its true antecedents, or of none."""
    x = vectors(model, batch)
    size, flat = x.shape[1], x.reshape(-1, x.shape[2])
    parts = {'mention': torch.zeros(()), 'extent': torch.zeros(()), 'antecedent': torch.zeros(())}
    texts = [i for i, w in enumerate(batch) if w.right is None]
    if texts:
        kinds = np.full((len(batch), size), -100)
        edges = []
        for i in texts:
            w = batch[i]
            kinds[i, : len(w.ids)][w.features[:, 1] != 0] = 0
            kinds[i, w.mentions[:, 0]] = w.mentions[:, 1] + 1
            whole = (w.extents[:, 0] >= 0) & (w.extents[:, 1] < len(w.ids))
            edges.append(np.stack([w.mentions[whole, 0], w.extents[whole, 0], w.extents[whole, 1]], 1) + i * size)
        parts['mention'] = F.cross_entropy(model.mention(flat), torch.as_tensor(kinds).view(-1), ignore_index=-100)
        edges = torch.as_tensor(np.concatenate(edges))
        if len(edges):
            of_window = np.repeat(np.arange(len(batch)), size)
            of_window[np.concatenate([np.arange(len(w.ids), size) + i * size for i, w in enumerate(batch)])] = -1
            elsewhere = edges[:, :1] // size != torch.as_tensor(of_window)
            scores = model.extent_scores(flat, edges[:, 0]).masked_fill(elsewhere[:, None], -torch.inf)
            parts['extent'] = F.cross_entropy(scores.transpose(1, 2), edges[:, 1:])
    heads = np.concatenate([w.mentions[:, 0] + i * size for i, w in enumerate(batch)])
    if len(heads):
        chains = torch.as_tensor(np.concatenate([w.mentions[:, 2] + i * size for i, w in enumerate(batch)]))
        # Of GAP's three mentions only the pronoun is a question.
        asked = np.concatenate(
            [np.arange(len(w.heads)) == len(w.heads) - 1 if w.right is not None else np.ones(len(w.heads), bool) for w in batch]
        )
        forms, words = np.concatenate([w.forms for w in batch]), [word for w in batch for word in w.heads]
        scores = model.antecedent_scores(flat, torch.as_tensor(heads), torch.as_tensor(forms), same_words(words))
        window = torch.as_tensor(heads // size)
        scores = scores.masked_fill(F.pad(window[:, None] != window[None], (1, 0)), -torch.inf)
        true = (chains[:, None] == chains[None]).tril(-1) & (window[:, None] == window[None])
        true = torch.cat([~true.any(1, keepdim=True), true], 1)
        scores, true = scores[torch.as_tensor(asked)], true[torch.as_tensor(asked)]
        parts['antecedent'] = (scores.logsumexp(1) - scores.masked_fill(~true, -torch.inf).logsumexp(1)).mean()
    return sum(parts.values()), {name: x.item() for name, x in parts.items()}


def metonymy_loss(model, batch):
    heads = vectors(model, batch)[torch.arange(len(batch)), [w.head for w in batch]]
    true = torch.tensor([float(w.metonymic) for w in batch])
    loss = F.binary_cross_entropy_with_logits(model.metonym(heads)[:, 0], true)
    return loss, {'metonym': loss.item()}


def event_loss(model, batch):
    x = vectors(model, batch)
    types = np.full(x.shape[:2], events.IGNORED)
    for row, w in zip(types, batch, strict=True):
        row[: len(w.ids)] = w.types
    loss = F.cross_entropy(model.event(x).flatten(0, 1), torch.as_tensor(types).flatten(), ignore_index=events.IGNORED)
    return loss, {'event': loss.item()}


def masked_loss(model, batch):
    """Whole words hidden (15 % of them: 80 % masked, 10 % replaced, 10 % kept) and named again."""
    ids, features, mask = decode.batch_of([(a.ids[b:e], a.features[b:e]) for a, _, b, e in batch])
    word, of_word = words_of(ids, features)
    hidden = (torch.rand(ids.shape) < 0.15).gather(1, word) & of_word
    action = torch.rand(ids.shape).gather(1, word)
    shown = torch.where(hidden & (action < 0.8), MASK, ids)
    shown = torch.where(hidden & (action >= 0.9), torch.randint(1000, SIZES['vocabulary'], ids.shape), shown)
    with half_precision():
        x = model.encoder(shown, features, mask)
        scores = model.masked_scores(x[hidden])
    loss = F.cross_entropy(scores.float(), ids[hidden])
    return loss, {'masked': loss.item()}
