"""The heads on the encoder: attribution tags (linear-chain CRF, Lafferty et al. 2001), attribution links (content to cue,
cue to source), part of speech, dependency arcs and relations (in the manner of Dozat and Manning 2017), and masked words (Devlin et
al. 2019)."""

import torch
import torch.nn.functional as F
from coreference import FORMS, KINDS
from encoder import SIZES, Encoder
from events import TYPES
from polnear import TAGS
from syntax import RELATIONS, UPOS
from torch import nn

H = SIZES['hidden']
LINK = 128
EDGE = 64  # width in which a mention's head looks for its first and last piece
ARC_DISTANCES = 8
DISTANCES = 16  # signed buckets: 0-7 the segment before the cue, 8-15 after it


def crf_log_partition(emissions, transitions, start, mask):
    """log Z by pairwise products of transition matrices, log2(t) steps. emissions [b, t, k], mask [b, t] -> [b]."""
    b, t, k = emissions.shape
    steps = transitions[None, None] + emissions[:, 1:, None, :]  # [b, t-1, from, to]
    identity = torch.full((k, k), -1e4).fill_diagonal_(0.0)
    steps = torch.where(mask[:, 1:, None, None], steps, identity)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, identity.expand(b, 1, k, k)], 1)
        left, right = steps[:, 0::2], steps[:, 1::2]
        top_l, top_r = left.amax(3, keepdim=True), right.amax(2, keepdim=True)
        product = torch.matmul((left - top_l).exp(), (right - top_r).exp())
        steps = product.clamp_min(1e-30).log() + top_l + top_r
    first = start + emissions[:, 0]
    return torch.logsumexp(torch.logsumexp(first[:, :, None] + steps[:, 0], 1), 1)


def crf_score(emissions, transitions, start, tags, mask):
    picked = emissions.gather(2, tags[..., None])[..., 0] * mask
    moves = transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
    return start[tags[:, 0]] + picked.sum(1) + moves.sum(1)


def distance_bucket(segments, cues):
    """Bucket of the number of pieces between segments and cues [..., 2] of first and last piece."""
    before = segments[..., 0] < cues[..., 0]
    gap = torch.where(before, cues[..., 0] - segments[..., 1], segments[..., 0] - cues[..., 1]).clamp(min=1)
    size = torch.floor(torch.log2(gap.float())).long().clamp(max=7)
    return torch.where(before, size, size + 8)


class Model(nn.Module):
    def __init__(self, encoder=None, dropout=0.1):
        super().__init__()
        self.encoder = encoder or Encoder(**SIZES, dropout=dropout)
        self.tag = nn.Linear(H, len(TAGS))
        self.transitions, self.start = nn.Parameter(torch.zeros(len(TAGS), len(TAGS))), nn.Parameter(torch.zeros(len(TAGS)))
        self.link_content, self.link_content_cue = nn.Linear(2 * H, LINK), nn.Linear(2 * H, LINK)
        self.link_source, self.link_source_cue = nn.Linear(2 * H, LINK), nn.Linear(2 * H, LINK)
        self.link_no_source = nn.Linear(LINK, 1)
        self.link_distance = nn.Parameter(torch.zeros(2, DISTANCES))  # [content | source, bucket]
        self.pos = nn.Linear(H, len(UPOS))
        self.arc_dependent, self.arc_head = nn.Linear(H, LINK), nn.Linear(H, LINK)
        self.arc_distance = nn.Parameter(torch.zeros(2 * ARC_DISTANCES + 1))  # signed log2 of the pieces between
        self.relation_dependent, self.relation_head = nn.Linear(H, LINK), nn.Linear(H, LINK)
        self.relation = nn.Linear(LINK, len(RELATIONS))
        self.mention = nn.Linear(H, 1 + len(KINDS))
        self.event = nn.Linear(H, 1 + len(TYPES))  # of a word: that it names no event, or one of a type
        self.metonym = nn.Linear(H, 1)  # of a place name's head: that it stands for who acts there
        self.extent_head, self.extent_edge = nn.Linear(H, 2 * EDGE), nn.Linear(H, 2 * EDGE)  # begin, end
        self.coreference_mention, self.coreference_antecedent = nn.Linear(H, LINK), nn.Linear(H, LINK)
        self.coreference_none = nn.Linear(LINK, 1)
        self.coreference_forms = nn.Parameter(torch.zeros(len(FORMS), len(FORMS), 2))  # [mention, antecedent, same head word]
        self.coreference_distance = nn.Parameter(torch.zeros(len(FORMS), DISTANCES // 2))
        self.masked, self.masked_norm = nn.Linear(H, H), nn.LayerNorm(H)
        self.dropout = dropout

    def ends(self, x, where):
        """First and last piece's vectors of segments: x [n, hidden] of one window, where [(first, last)] -> [s, 2 hidden]."""
        return torch.cat([x[where[:, 0]], x[where[:, 1]]], -1)

    def content_scores(self, x, contents, cues):
        """[content, cue]: how well each content segment goes with each cue. Segments are tensors [n, 2] of first and last piece."""
        a, b = (
            F.gelu(head(self.ends(x, where)), approximate='tanh')
            for head, where in ((self.link_content, contents), (self.link_content_cue, cues))
        )
        return a @ b.T / LINK**0.5 + self.link_distance[0][distance_bucket(contents[:, None], cues[None])]

    def source_scores(self, x, cues, sources):
        """[cue, 1 + source]: each cue without a source (first column), or with each source segment; cues may share one."""
        a, b = (
            F.gelu(head(self.ends(x, where)), approximate='tanh')
            for head, where in ((self.link_source_cue, cues), (self.link_source, sources))
        )
        scores = a @ b.T / LINK**0.5 + self.link_distance[1][distance_bucket(sources[None], cues[:, None])]
        return torch.cat([self.link_no_source(a), scores], 1)

    def extent_scores(self, x, heads):
        """[m, 2, t]: each piece of a window as the first and as the last one of each mention, on the right side of its head."""
        a, b = self.extent_head(x[heads]).view(-1, 2, EDGE), self.extent_edge(x).view(-1, 2, EDGE)
        scores = torch.einsum('mse,tse->mst', a, b) / EDGE**0.5
        at = torch.arange(len(x))[None]
        outside = torch.stack([at > heads[:, None], at < heads[:, None]], 1)
        return scores.masked_fill(outside, -torch.inf)

    def antecedent_scores(self, x, heads, forms, same):
        """[m, 1 + m]: each mention as a new entity (first column) or with each earlier mention; later ones are -inf.

        x [t, hidden] of a window, heads [m] pieces, forms [m] of their words, same [m, m] whether two head words are one.
        """
        a, b = (F.gelu(head(x[heads]), approximate='tanh') for head in (self.coreference_mention, self.coreference_antecedent))
        scores = a @ b.T / LINK**0.5 + self.coreference_forms[forms[:, None], forms[None], same.long()]
        gap = (heads[:, None] - heads[None]).clamp(min=1).float()
        scores = scores + self.coreference_distance[forms[:, None], torch.floor(torch.log2(gap)).long().clamp(max=7)]
        scores = scores.masked_fill(torch.ones_like(scores, dtype=torch.bool).triu(), -torch.inf)
        return torch.cat([self.coreference_none(a), scores], 1)

    def arc_scores(self, x):
        """[b, dependent, head] of vectors [b, t, hidden]."""
        d, h = (F.gelu(head(x), approximate='tanh') for head in (self.arc_dependent, self.arc_head))
        at = torch.arange(x.shape[1])
        gap = at[None] - at[:, None]
        size = torch.where(gap == 0, 0, 1 + torch.floor(torch.log2(gap.abs().clamp(min=1).float()))).clamp(max=ARC_DISTANCES)
        return d @ h.transpose(1, 2) / LINK**0.5 + self.arc_distance[(ARC_DISTANCES + gap.sign() * size).long()]

    def relation_scores(self, dependents, heads):
        """[n, relations] of the vectors of words and of their heads."""
        return self.relation(
            F.gelu(self.relation_dependent(dependents), approximate='tanh') * F.gelu(self.relation_head(heads), approximate='tanh')
        )

    def masked_scores(self, x):
        """[n, vocabulary] of vectors [n, hidden]: which piece each stands for, by the encoder's own embeddings."""
        return self.masked_norm(F.gelu(self.masked(x), approximate='tanh')) @ self.encoder.word.weight.T
