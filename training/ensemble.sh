#!/usr/bin/env bash
# Soft labels and all tasks from the start (EXPERIMENTS.md): training/ensemble.sh DATA OUT.sayso [RUNS]
#   DATA  folder with the sets of the model card    RUNS  folder for checkpoints (default training/runs)
#   JOBS=12     trainings side by side (default 1); a GPU with 16 cores carries a dozen
#   EPOCHS=6    epochs of each student
#   SILVER=FILE items labelled by silver_events.py; without it the head for events learns from the phrasebook alone
# Interrupted, it goes on where it stopped. Needs: pip install -r training/requirements.txt
set -eu
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
data=$(readlink -f -- "$1") out=$(readlink -m -- "$2") runs=$(readlink -m -- "${3:-$here/runs}")
jobs=${JOBS:-1}
silver=()
[[ -z ${SILVER-} ]] || silver=(--silver-events "$(readlink -f -- "$SILVER")")
cd "$here"
mkdir -p "$runs"
train() {
  local name=$1
  shift
  python3 train.py --data "$data" --out "$runs/$name" --resume "$@" >"$runs/$name.log" 2>&1 || { tail -n 5 "$runs/$name.log" >&2; return 1; }
}
# beside NAME ARGS...: trains in the background, as soon as fewer than $jobs trainings run.
beside() {
  while (($(jobs -rp | wc -l) >= jobs)); do wait -n; done
  train "$@" &
}
all_done() { while (($(jobs -rp | wc -l) > 0)); do wait -n; done; }

train syntax --tasks syntax --epochs 2 --rate 2e-4
teachers=()
for seed in 1 2 3; do
  for fold in 0 1 2 3; do
    beside "teacher$seed$fold" --init "$runs/syntax/last.pt" --fold "$fold/4" --epochs 3 --seed "$seed$fold" --layouts 0
    teachers+=("$runs/teacher$seed$fold/last.pt:$fold/4")
  done
done
all_done
[[ -e $runs/soft.pt ]] || python3 soften.py --data "$data" --out "$runs/soft.pt" --models "${teachers[@]}"
plain=attribution,syntax,metonymy,events every=attribution,syntax,coreference,metonymy,events
soft=(--soft "$runs/soft.pt" "${silver[@]}")
train start --init "$runs/syntax/last.pt" --tasks $every --epochs 1 --seed 21 --layouts 60 "${soft[@]}"
students=()
for seed in 30 31 32 33 34 35 36 37; do
  tasks=$plain
  ((seed % 2)) && tasks=$every
  beside "student$seed" --init "$runs/start/last.pt" --tasks "$tasks" --epochs "${EPOCHS:-6}" --seed "$seed" --layouts 60 "${soft[@]}"
  students+=("$runs/student$seed/last.pt:0.125")
done
all_done
python3 average.py --out "$runs/students.pt" --models "${students[@]}"
train heads --init "$runs/students.pt" --tasks syntax,coreference,metonymy,events --freeze --epochs 4 --head-rate 2e-3 --seed 41 "${silver[@]}"
python3 export.py --weights "$runs/heads/last.pt" --out "$out"
