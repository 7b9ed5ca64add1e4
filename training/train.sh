#!/usr/bin/env bash
# From data to the model that ships: training/train.sh DATA OUT.sayso [RUNS]
#   DATA  folder with polnear/, ewt/ and gum/        RUNS  folder for checkpoints (default training/runs)
# About 20 minutes on 2 cores. Interrupted, it goes on where it stopped. Needs: pip install -r training/requirements.txt
set -eu
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
data=$(readlink -f -- "$1") out=$(readlink -f -- "$2") runs=$(readlink -m -- "${3:-$here/runs}")
# Large tensors of ever-changing size: keep the heap instead of mapping and unmapping it at each step.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=40000000000 MALLOC_TOP_PAD_=268435456 GLIBC_TUNABLES=glibc.malloc.hugetlb=1
cd "$here"
python3 train.py --data "$data" --out "$runs/syntax" --tasks syntax --epochs 2 --rate 2e-4 --resume
python3 train.py --data "$data" --out "$runs/attribution" --init "$runs/syntax/last.pt" --epochs 4 --resume
python3 export.py --weights "$runs/attribution/last.pt" --out "$out"
