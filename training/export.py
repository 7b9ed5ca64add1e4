#!/usr/bin/env python3
"""Quantise a trained model and write the file that ships.

export.py --weights runs/NAME/last.pt --out ../models/sayso.sayso [--name sayso-news-1]
"""

import argparse
import os

import decode
import numpy as np
import torch
from encoder import SIZES, pretrained_folder
from events import TYPES
from heads import EDGE, LINK
from weight_file import quantise_linear, quantise_rows, write

# The heads' names here and in the file: those with 8 bits, those in floats padded to 16 outputs, tables.
HEADS = {
    'link_content': 'link.content',
    'link_content_cue': 'link.content_cue',
    'link_source': 'link.source',
    'link_source_cue': 'link.source_cue',
    'extent_head': 'mention.extent_head',
    'extent_edge': 'mention.extent_edge',
    'coreference_mention': 'coreference.mention',
    'coreference_antecedent': 'coreference.antecedent',
    'arc_dependent': 'syntax.arc_dependent',
    'arc_head': 'syntax.arc_head',
    'relation_dependent': 'syntax.relation_dependent',
    'relation_head': 'syntax.relation_head',
}
FLOAT_HEADS = {
    'tag': 'tag',
    'link_no_source': 'link.no_source',
    'mention': 'mention.kind',
    'coreference_none': 'coreference.none',
    'metonym': 'metonym',
    'event': 'event',
    'pos': 'syntax.pos',
    'relation': 'syntax.relation',
}
TABLES = {
    'transitions': 'tag.moves',
    'start': 'tag.start',
    'link_distance': 'link.distance',
    'coreference_forms': 'coreference.forms',
    'coreference_distance': 'coreference.gap',
    'arc_distance': 'syntax.arc_distance',
}


def padded(array, width):
    return np.pad(array, [(0, 0)] * (array.ndim - 1) + [(0, width - array.shape[-1])])


def tensors_of(state):
    state = {k: v.float().numpy() for k, v in state.items()}
    out = {}

    def linear_float(name, ours):
        weight, bias = state[ours + '.weight'].T, state[ours + '.bias']
        width = -(-len(bias) // 16) * 16
        out[name + '.weight'], out[name + '.bias'] = padded(weight, width), padded(bias, width)

    def linear(name, ours):
        q, scale, total = quantise_linear(state[ours + '.weight'])
        out.update({name + '.q': q, name + '.scale': scale, name + '.sum': total, name + '.bias': state[ours + '.bias']})

    out['embeddings.word.q'], out['embeddings.word.scale'] = quantise_rows(state['encoder.word.weight'])
    for table in ('position', 'case', 'gap', 'quote'):
        out['embeddings.' + table] = state[f'encoder.{table}.weight']
    for part in ('weight', 'bias'):
        out['embeddings.norm.' + part] = state['encoder.norm.' + part]
    for i in range(SIZES['layers']):
        for name in ('qkv', 'out', 'up', 'down'):
            linear(f'layer.{i}.{name}', f'encoder.layers.{i}.{name}')
        for norm in ('norm1', 'norm2'):
            for part in ('weight', 'bias'):
                out[f'layer.{i}.{norm}.{part}'] = state[f'encoder.layers.{i}.{norm}.{part}']
    for ours, name in FLOAT_HEADS.items():
        linear_float(name, ours)
    for ours, name in HEADS.items():
        linear(name, ours)
    for ours, name in TABLES.items():
        out[name] = state[ours]
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--weights', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--name', default='sayso-news-1')
    parser.add_argument('--confidence', type=float, nargs=2, default=(1, 0), metavar=('SCALE', 'SHIFT'), help='of calibrate.py')
    args = parser.parse_args()
    settings = {
        'name': args.name,
        'layers': SIZES['layers'],
        'hidden': SIZES['hidden'],
        'heads': SIZES['heads'],
        'ffn': SIZES['ffn'],
        'words': SIZES['vocabulary'],
        'positions': SIZES['positions'],
        'window': decode.WINDOW,
        'overlap': decode.OVERLAP,
        'reach': decode.REACH,
        'link': LINK,
        'mention': EDGE,
        'syntax': LINK,
        'events': len(TYPES),
        'confidence_scale': args.confidence[0],
        'confidence_shift': args.confidence[1],
    }
    with open(os.path.join(pretrained_folder(), 'vocab.txt'), encoding='utf8') as file:
        vocabulary = file.read().rstrip('\n')
    write(args.out, settings, vocabulary, tensors_of(torch.load(args.weights)))
    print(f'{args.out}: {os.path.getsize(args.out) / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
