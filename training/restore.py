#!/usr/bin/env python3
"""Weights of a model file as a state to train on from: what export.py wrote, out of 8 bits again.

restore.py --model ../models/sayso.sayso --out runs/shipped.pt

Heads that the file lacks are fresh ones.
"""

import argparse

import numpy as np
import torch
from encoder import SIZES
from heads import Model
from weight_file import read

from export import FLOAT_HEADS, HEADS, TABLES


def restored(tensors):
    """State dict of the tensors {name: array} of a weight file."""
    state = Model().state_dict()

    def put(name, value):
        target = state[name]
        target.copy_(torch.from_numpy(np.ascontiguousarray(value)).view(target.shape))

    def linear(ours, name):
        if name + '.q' not in tensors:
            return
        packed = tensors[name + '.q']  # [out/16, in/4, 16, 4]
        outputs, inputs = packed.shape[0] * 16, packed.shape[1] * 4
        weight = packed.transpose(0, 2, 1, 3).reshape(outputs, inputs).astype(np.float32)
        put(ours + '.weight', weight * tensors[name + '.scale'].reshape(-1, 1))
        put(ours + '.bias', tensors[name + '.bias'])

    def linear_float(ours, name):
        if name + '.weight' not in tensors:
            return
        outputs = state[ours + '.bias'].numel()
        put(ours + '.weight', tensors[name + '.weight'][:, :outputs].T)
        put(ours + '.bias', tensors[name + '.bias'].reshape(-1)[:outputs])

    words = tensors['embeddings.word.q'].astype(np.float32) * tensors['embeddings.word.scale'].reshape(-1, 1)
    put('encoder.word.weight', words)
    for table in ('position', 'case', 'gap', 'quote'):
        put(f'encoder.{table}.weight', tensors['embeddings.' + table])
    for part in ('weight', 'bias'):
        put('encoder.norm.' + part, tensors['embeddings.norm.' + part])
    for i in range(SIZES['layers']):
        for name in ('qkv', 'out', 'up', 'down'):
            linear(f'encoder.layers.{i}.{name}', f'layer.{i}.{name}')
        for norm in ('norm1', 'norm2'):
            for part in ('weight', 'bias'):
                put(f'encoder.layers.{i}.{norm}.{part}', tensors[f'layer.{i}.{norm}.{part}'])
    for ours, name in FLOAT_HEADS.items():
        linear_float(ours, name)
    for ours, name in HEADS.items():
        linear(ours, name)
    for ours, name in TABLES.items():
        if name in tensors:
            put(ours, tensors[name])
    return state


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--model', required=True)
    parser.add_argument('--out', required=True)
    args = parser.parse_args()
    _, tensors = read(args.model)
    torch.save(restored(tensors), args.out)


if __name__ == '__main__':
    main()
