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
from heads import EDGE, LINK
from weight_file import quantise_linear, quantise_rows, write


def padded(array, width):
    return np.pad(array, [(0, 0)] * (array.ndim - 1) + [(0, width - array.shape[-1])])


def tensors_of(state):
    state = {k: v.float().numpy() for k, v in state.items()}
    out = {}

    def linear_float(name, ours, width=None):
        weight, bias = state[ours + '.weight'].T, state[ours + '.bias']
        width = width or weight.shape[1]
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
    linear_float('tag', 'tag', 16)
    out['tag.moves'], out['tag.start'] = state['transitions'], state['start']
    for name in ('content', 'content_cue', 'source', 'source_cue'):
        linear('link.' + name, 'link_' + name)
    linear_float('link.no_source', 'link_no_source', 16)
    out['link.distance'] = state['link_distance']
    linear_float('mention.kind', 'mention', 16)
    linear('mention.extent_head', 'extent_head')
    linear('mention.extent_edge', 'extent_edge')
    for name in ('mention', 'antecedent'):
        linear('coreference.' + name, 'coreference_' + name)
    linear_float('coreference.none', 'coreference_none', 16)
    out['coreference.forms'], out['coreference.gap'] = state['coreference_forms'], state['coreference_distance']
    linear_float('metonym', 'metonym', 16)
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
        'confidence_scale': args.confidence[0],
        'confidence_shift': args.confidence[1],
    }
    with open(os.path.join(pretrained_folder(), 'vocab.txt'), encoding='utf8') as file:
        vocabulary = file.read().rstrip('\n')
    write(args.out, settings, vocabulary, tensors_of(torch.load(args.weights)))
    print(f'{args.out}: {os.path.getsize(args.out) / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
