"""Writes and reads the weight file that src/model/weight_file.h specifies."""

import json
import struct

import numpy as np
import xxhash

MAGIC, VERSION = b'SAYSO\r\n\x1a', 1
TYPES = {np.dtype(np.uint8): 0, np.dtype(np.int8): 1, np.dtype(np.int32): 2, np.dtype(np.float32): 3}


def quantise_linear(weight):
    """[out, in] floats -> (q int8 [out/16, in/4, 16, 4], scale [out], sum int32 [out]), symmetric by output column."""
    outputs, inputs = weight.shape
    assert outputs % 16 == 0 and inputs % 4 == 0, weight.shape
    scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
    q = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
    packed = q.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)
    return np.ascontiguousarray(packed), scale.astype(np.float32), q.sum(1, dtype=np.int32)


def quantise_rows(table):
    """[rows, width] floats -> (int8 of the same shape, scale [rows])."""
    scale = np.maximum(np.abs(table).max(1), 1e-12) / 127
    return np.clip(np.rint(table / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def write(path, settings, vocabulary, tensors):
    """settings: dict; vocabulary: the pieces, joined by line ends; tensors: {name: array}."""
    blobs = {'settings': json.dumps(settings, sort_keys=True).encode(), 'vocabulary': vocabulary.encode()}
    entries = [(name, np.frombuffer(blob, np.uint8)) for name, blob in blobs.items()]
    entries += [(name, np.ascontiguousarray(tensor)) for name, tensor in tensors.items()]
    offset, directory, data = 32 + 128 * len(entries), b'', b''
    for name, array in entries:
        gap = -offset % 64
        data += bytes(gap)
        offset += gap
        sizes = list(array.shape) + [1] * (4 - array.ndim)
        directory += struct.pack('<64sII4QQQQ', name.encode(), TYPES[array.dtype], array.ndim, *sizes, offset, array.nbytes, 0)
        data += array.tobytes()
        offset += array.nbytes
    body = directory + data
    with open(path, 'wb') as file:
        file.write(MAGIC + struct.pack('<IIQQ', VERSION, len(entries), 32 + len(body), xxhash.xxh3_64_intdigest(body)) + body)


def read(path):
    """(settings, {name: array}) of a weight file that write() wrote."""
    with open(path, 'rb') as file:
        whole = file.read()
    assert whole[:8] == MAGIC and struct.unpack_from('<I', whole, 8) == (VERSION,), f'{path} is no weight file of this version'
    kinds = {number: kind for kind, number in TYPES.items()}
    tensors = {}
    for i in range(struct.unpack_from('<I', whole, 12)[0]):
        name, kind, dimensions, *rest = struct.unpack_from('<64sII4QQQQ', whole, 32 + 128 * i)
        sizes, (offset, size, _) = rest[:4], rest[4:]
        array = np.frombuffer(whole, kinds[kind], count=size // kinds[kind].itemsize, offset=offset)
        tensors[name.rstrip(b'\0').decode()] = array.reshape(sizes[:dimensions])
    return json.loads(tensors.pop('settings').tobytes()), tensors
