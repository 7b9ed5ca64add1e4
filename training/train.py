#!/usr/bin/env python3
"""Train the encoder and its heads.

  train.py --data ../shared/data --out runs/NAME [--epochs 5] [--init runs/syntax/last.pt] [--tasks attribution,syntax]
           [--soft runs/soft.pt] [--fold 0/3] [--resume]

Writes last.pt (weights averaged over the last steps), state.pt (everything, to --resume from) and log.jsonl to --out. --data holds
the sets that the tasks learn from. With --scorer FOLDER (that of score_attribution.py) each epoch is scored on polnear/dev.
The same seed, data and machine give the same weights.
"""

import argparse
import json
import os
import random
import sys
import time

import coreference
import decode
import events
import layouts
import losses
import metonymy
import numpy as np
import polnear
import silver_pronouns
import syntax
import torch
from encoder import pretrained, pretrained_folder, use_fastest_device
from heads import Model
from pieces import Vocabulary

# Tables of scores: they have far to go from 0.
PRIORS = ('coreference_forms', 'coreference_distance', 'link_distance', 'arc_distance')


def cut_windows(articles, rng, limit=decode.WINDOW):
    """[(article, labels, begin, end)]: each article cut once into windows of random sizes, one annotator drawn for it."""
    out = []
    for a in articles:
        labels, n, at = rng.choice(a.labels), len(a.ids), 0
        while at < n:
            end = n if n - at <= limit else at + rng.randint(limit // 2, limit)
            out.append((a, labels, at, end))
            at = end
    return out


def batches(items, length, rng, budget=4096):
    """Items of like length together, at most `budget` pieces with padding, in random order."""
    items = sorted(items, key=lambda x: (length(x), rng.random()))
    out, current = [], []
    for item in items:
        if current and (len(current) + 1) * (length(item) + 2) > budget:
            out.append(current)
            current = []
        current.append(item)
    if current:
        out.append(current)
    rng.shuffle(out)
    return out


class Average:
    """Exponential moving average of the weights."""

    def __init__(self, model, decay):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            ours, theirs = list(self.weights.values()), [v.detach() for v in model.state_dict().values()]
            torch._foreach_lerp_(ours, theirs, 1 - decay)


def evaluate(weights, dev, dev_folder, scorer):
    """Development scores of a set of weights."""
    sys.path.insert(0, scorer)
    import score_attribution

    model = Model()
    model.load_state_dict(weights)
    model.eval()
    found = {a.name: decode.attributions(model, a, half=True) for a in dev}
    folder = dev_folder
    result = score_attribution.evaluate(score_attribution.load_gold(folder, 'dev'), found)
    keys = [f'exact {r} 0' for r in polnear.ROLES] + [f'attr {k}' for k in ('all', 'direct', 'mixed', 'indirect')]
    return {k: round(100 * result[k]['F1'], 2) for k in keys}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add('--data', required=True)
    add('--out', required=True)
    add('--init', help='weights to start from instead of the pretrained encoder')
    add(
        '--tasks',
        default='attribution',
        help='of attribution, syntax, coreference, metonymy, events, masked (words)',
    )
    add('--epochs', type=int, default=5)
    add('--seed', type=int, default=1)
    add('--rate', type=float, default=4e-4)
    add('--head-rate', type=float, default=2e-3)
    add('--dropout', type=float, default=0.1)
    add('--average', type=float, default=0.995)
    add('--freeze', action='store_true', help="train the tasks' heads on an encoder that stays as it is (not attribution)")
    add('--hide', type=float, default=0.0, help='share of words that are masked while attributions are learnt')
    add('--silver-events', help='items labelled by the dictionary coder (silver_events.py)')
    add('--soft', help='piece marginals of other models (soften.py)')
    add('--soft-weight', type=float, default=0.5)
    add('--layouts', type=int, default=240, help='invented articles with rare layouts (layouts.py)')
    add('--fold', help='K/N: leave the K-th of N parts of the articles out')
    add('--scorer')
    add('--score-from', type=int, default=1)
    add('--resume', action='store_true')
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    use_fastest_device()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    vocabulary = Vocabulary(os.path.join(pretrained_folder(), 'vocab.txt'))
    tasks = args.tasks.split(',')
    data = {}
    if 'attribution' in tasks or 'masked' in tasks:
        articles = polnear.read(os.path.join(args.data, 'polnear/train'))
        if args.fold:
            k, n = map(int, args.fold.split('/'))
            articles = [a for i, a in enumerate(articles) if i % n != k]
        real = [polnear.cut(*a, vocabulary) for a in articles]
        if 'attribution' in tasks:
            data['attribution'] = real + layouts.invented(articles, vocabulary, random.Random(args.seed), args.layouts)
        if 'masked' in tasks:
            data['masked'] = real
    if 'syntax' in tasks:
        data['syntax'] = syntax.windows(os.path.join(args.data, 'ewt/en_ewt-ud-train.conllu'), vocabulary) + syntax.windows(
            os.path.join(args.data, 'gum/gum-train.conllu'), vocabulary, syntax.is_free_gum
        )
    if 'coreference' in tasks:
        texts = coreference.load_gum(os.path.join(args.data, 'gum/gum-train.conllu'), vocabulary)
        pronouns = coreference.load_gap(os.path.join(args.data, 'gap/gap-validation.tsv'), vocabulary)
        gender_of = silver_pronouns.genders(os.path.join(args.data, 'gazetteers/us_officials.json'))
        pronouns += silver_pronouns.passages(polnear.read(os.path.join(args.data, 'polnear/train')), gender_of, vocabulary)
        pronouns += silver_pronouns.renamed_gap(os.path.join(args.data, 'gap/gap-validation.tsv'), vocabulary, rng)
        once = coreference.windows(texts, pronouns, rng) if args.freeze else None
        # An encoder that learns other tasks too meets a third of the many pronouns in each epoch.
        data['coreference'] = lambda rng: once or coreference.windows(texts, rng.sample(pronouns, len(pronouns) // 3), rng)
    if 'metonymy' in tasks:
        data['metonymy'] = metonymy.load(os.path.join(args.data, 'metonymy/ReLocaR_Train.xml'), vocabulary, held=False)
    if 'events' in tasks:
        data['events'] = events.windows(args.data, args.silver_events, vocabulary, random.Random(args.seed))
    dev = []
    if args.scorer and 'attribution' in tasks:
        dev = polnear.load(os.path.join(args.data, 'polnear/dev'), vocabulary)
    soft = torch.load(args.soft) if args.soft else None

    model = Model(pretrained(args.dropout), args.dropout)
    if args.init:
        model.load_state_dict(torch.load(args.init), strict=False)
    model.known = None
    if args.freeze:
        model.encoder.requires_grad_(False)
        model.known = {}
    groups = {}
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        rate = args.rate if name.startswith('encoder.') else args.head_rate
        decay = 0.01 if p.dim() > 1 else 0.0
        if name in PRIORS:
            rate, decay = 25 * rate, 0.0
        groups.setdefault((rate, decay), []).append(p)
    optimizer = torch.optim.AdamW([{'params': p, 'lr': r, 'weight_decay': d} for (r, d), p in groups.items()], fused=True)
    average = Average(model, args.average)

    def plan():
        steps = []
        for task in ('attribution', 'masked'):
            if task in data:
                steps += [(task, b) for b in batches(cut_windows(data[task], rng), lambda w: w[3] - w[2], rng)]
        if 'coreference' in data:
            steps += [('coreference', b) for b in batches(data['coreference'](rng), lambda w: len(w.ids), rng, 2048)]
        for task, budget in (('syntax', 4096), ('metonymy', 1024), ('events', 4096)):
            if task in data:
                steps += [(task, b) for b in batches(data[task], lambda w: len(w.ids), rng, budget)]
        rng.shuffle(steps)
        return steps

    loss_of = {
        'attribution': lambda batch: losses.attribution_loss(model, batch, soft, args.soft_weight, args.hide),
        'syntax': lambda batch: losses.syntax_loss(model, batch),
        'masked': lambda batch: losses.masked_loss(model, batch),
        'coreference': lambda batch: losses.coreference_loss(model, batch),
        'metonymy': lambda batch: losses.metonymy_loss(model, batch),
        'events': lambda batch: losses.event_loss(model, batch),
    }
    per_epoch = len(plan())
    total, step, first_epoch = per_epoch * args.epochs, 0, 0
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.1 * total + 1)) * max(0.02, 1 - max(0.0, s - 0.1 * total) / (0.9 * total))
    )
    state_path = os.path.join(args.out, 'state.pt')
    if args.resume and os.path.exists(state_path):
        state = torch.load(state_path, weights_only=False)
        model.load_state_dict(state['model'])
        optimizer.load_state_dict(state['optimizer'])
        scheduler.load_state_dict(state['scheduler'])
        average.weights, average.steps = state['average'], state['average_steps']
        rng.setstate(state['rng'])
        torch.set_rng_state(state['torch_rng'])
        step, first_epoch = state['step'], state['epoch']
    for epoch in range(first_epoch, args.epochs):
        model.train()
        if args.freeze:
            model.encoder.eval()
        began, sums = time.time(), {}
        for task, batch in plan():
            loss, parts = loss_of[task](batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            scheduler.step()
            average.update(model)
            step += 1
            for k, v in parts.items():
                sums.setdefault(k, []).append(v)
            if step % 50 == 0:
                print(f'step {step}/{total} ' + ' '.join(f'{k} {np.mean(v[-50:]):.4f}' for k, v in sums.items()), flush=True)
        line = dict(
            epoch=epoch + 1, seconds=round(time.time() - began), **{k: round(float(np.mean(v)), 4) for k, v in sums.items()}
        )
        torch.save({k: v.cpu() for k, v in average.weights.items()}, os.path.join(args.out, 'last.pt'))
        torch.save(
            {
                'model': model.state_dict(),
                'optimizer': optimizer.state_dict(),
                'scheduler': scheduler.state_dict(),
                'average': average.weights,
                'average_steps': average.steps,
                'rng': rng.getstate(),
                'torch_rng': torch.get_rng_state(),
                'step': step,
                'epoch': epoch + 1,
            },
            state_path,
        )
        if dev and epoch + 1 >= args.score_from:
            line['dev'] = evaluate(average.weights, dev, os.path.join(args.data, 'polnear/dev'), args.scorer)
        print(json.dumps(line), flush=True)
        with open(os.path.join(args.out, 'log.jsonl'), 'a', encoding='utf8') as log:
            log.write(json.dumps(line) + '\n')


if __name__ == '__main__':
    main()
