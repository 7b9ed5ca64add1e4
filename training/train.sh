#!/usr/bin/env bash
# From data to the model that ships: training/train.sh DATA OUT.sayso [RUNS]
#   DATA  folder with polnear/, ewt/ and gum/        RUNS  folder for checkpoints (default training/runs)
# About two hours on 2 cores. Interrupted, it goes on where it stopped. Needs: pip install -r training/requirements.txt
set -eu
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
data=$(readlink -f -- "$1") out=$(readlink -f -- "$2") runs=$(readlink -m -- "${3:-$here/runs}")
# Large tensors of ever-changing size: keep the heap instead of mapping and unmapping it at each step.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=40000000000 MALLOC_TOP_PAD_=268435456 GLIBC_TUNABLES=glibc.malloc.hugetlb=1
cd "$here"
train() {
  local name=$1
  shift
  python3 train.py --data "$data" --out "$runs/$name" --resume "$@"
}
train syntax --tasks syntax --epochs 2 --rate 2e-4
train plain1 --init "$runs/syntax/last.pt" --epochs 4 --seed 1 --layouts 0
train plain2 --init "$runs/syntax/last.pt" --epochs 4 --seed 71 --layouts 0
train hidden1 --init "$runs/syntax/last.pt" --epochs 5 --seed 51 --layouts 200 --hide 0.1
train hidden2 --init "$runs/syntax/last.pt" --epochs 5 --seed 52 --layouts 200 --hide 0.1
python3 average.py --out "$runs/average.pt" --models \
  "$runs/hidden1/last.pt:0.2" "$runs/hidden2/last.pt:0.2" "$runs/plain1/last.pt:0.3" "$runs/plain2/last.pt:0.3"
train last --init "$runs/average.pt" --epochs 1 --rate 5e-5 --head-rate 3e-4 --seed 61 --layouts 120
python3 export.py --weights "$runs/last/last.pt" --out "$out"
