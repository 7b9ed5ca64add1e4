#!/usr/bin/env bash
# From data to the model that ships: training/train.sh DATA OUT.sayso [RUNS]
#   DATA  folder with the sets of the model card    RUNS  folder for checkpoints (default training/runs)
# About five hours on 2 cores. Interrupted, it goes on where it stopped. Needs: pip install -r training/requirements.txt
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
average() {
  local out=$1
  shift
  python3 average.py --first-heads --out "$runs/$out.pt" --models "${@/#/$runs/}"
}
actors=attribution,coreference,metonymy
train actors --init "$runs/syntax/last.pt" --tasks $actors --epochs 4 --seed 71 --layouts 0
average four hidden1/last.pt:0.2 hidden2/last.pt:0.2 plain1/last.pt:0.3 plain2/last.pt:0.3
train short1 --init "$runs/four.pt" --epochs 1 --rate 5e-5 --head-rate 3e-4 --seed 61 --layouts 60
train short2 --init "$runs/four.pt" --epochs 1 --rate 5e-5 --head-rate 3e-4 --seed 61 --layouts 120
average five actors/last.pt:0.2 hidden1/last.pt:0.15 hidden2/last.pt:0.15 plain1/last.pt:0.25 plain2/last.pt:0.25
train short3 --init "$runs/five.pt" --tasks $actors --epochs 2 --rate 6e-5 --head-rate 4e-4 --seed 81 --layouts 60
average three short3/last.pt:0.4 short1/last.pt:0.3 short2/last.pt:0.3
train short4 --init "$runs/three.pt" --tasks $actors --epochs 1 --rate 5e-5 --head-rate 4e-4 --seed 91 --layouts 150
average last short4/last.pt:0.6 short3/last.pt:0.2 short1/last.pt:0.2
train heads --init "$runs/last.pt" --tasks coreference,metonymy --freeze --epochs 8 --head-rate 2e-3 --seed 111
# The same with trees: the weights so far learn them beside attribution, and are averaged with what they were.
train trees --init "$runs/heads/last.pt" --tasks syntax,metonymy --epochs 1 --rate 1e-4 --head-rate 3e-3 --seed 131
train joint --init "$runs/trees/last.pt" --tasks attribution,syntax,metonymy --epochs 1 --rate 1.5e-4 --head-rate 1e-3 \
  --seed 132 --layouts 60
average both joint/last.pt:0.67 heads/last.pt:0.33
train all --init "$runs/both.pt" --tasks syntax,coreference,metonymy --freeze --epochs 5 --head-rate 2e-3 --seed 141
python3 export.py --weights "$runs/all/last.pt" --out "$out"
