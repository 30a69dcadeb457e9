"""Trains the network that tells which word stands at a place from what stands around it.

    train_predictor.py FOLDER OUT [--start STORE] [--rate R] [--words N] [--seconds S] [--processes P]

FOLDER holds what vn.trich.models.train.TaggerText wrote, of which the text alone is taken; OUT becomes predictor.net, which
vn.trich.models.restore.WordPredictor reads. Needs PyTorch and NumPy (Debian: python3-torch, python3-numpy). Two recurrent
layers (Hochreiter and Schmidhuber, "Long Short-Term Memory", 1997), one over what stands before a place and one over what
stands behind it, give a vector for the place, by a straight sum and by rectified units beside it, for both sides together say
more than each by itself; it is compared with one of each word, the same by which it is shown elsewhere (Press and Wolf, "Using
the output embedding to improve language models", 2017). Two losses: against words drawn by how frequent they are (Jean and
others, "On using very large target vocabulary for neural machine translation", 2015), and against words that look alike, for
among these is the choice in ruined text. As such text is never read without a mistake, some words are shown as others that
look like them, or not at all.

OUT.pt holds the weights as they were last kept; --start goes on from such a file. It ends after N words or S seconds,
whichever is first. Two runs give networks that differ in detail: the processors decide the order of sums.
"""

import argparse
import struct

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn as nn
import torch.nn.functional as functional

from joint_training import Training, add_arguments, read_text, whole
from train_tagger import bare

PADDING, UNKNOWN, FIRST = 0, 1, 2
# Words seen less often are unknown.
LEAST = 6
WORD, STATE, UNITS = 128, 192, 512
LENGTH, BATCH, RATE = 96, 32, 4e-3
DROPPED = 0.1
# Of the words shown, so many are shown as one that looks alike, and so many as unknown.
MISTAKEN, HIDDEN = 0.03, 0.03
# Words drawn beside the right ones of a batch, and those that look alike beside each.
DRAWN, ALIKE, MOST_ALIKE = 1500, 15, 60
STOPS = ".;:?!"
MAGIC = 0x54525053


class Words:
    """Which words have a row; those seen too seldom have none."""

    def __init__(self, names, text):
        stop = {number for number, name in enumerate(names) if name and all(c in STOPS + "…" for c in name)}
        counts = np.bincount(text[text >= 0], minlength=len(names))
        first = next(n for n in sorted(stop, key=lambda n: -counts[n]))
        for number in stop - {first}:
            counts[first] += counts[number]
            counts[number] = 0
        kept = [n for n in np.argsort(-counts, kind="stable") if counts[n] >= LEAST]
        self.names = [names[n] for n in kept]
        self.counts = counts[kept]
        rows = np.full(len(names) + 1, UNKNOWN, np.int32)
        rows[kept] = np.arange(FIRST, FIRST + len(kept))
        rows[list(stop)] = rows[first]
        rows[-1] = PADDING
        self.rows = rows

    def alike(self):
        """For each row, rows of words that look like it: of the same letters, or of letters that differ by one."""
        letters = ["" if name.startswith("<") else bare(name) for name in self.names]
        near = {}
        for n, text in enumerate(letters):
            for key in shapes(text):
                near.setdefault(key, []).append(n)
        draw = np.random.default_rng(1)
        table = np.full((FIRST + len(letters), MOST_ALIKE), PADDING, np.int32)
        for n, text in enumerate(letters):
            others = {m for key in shapes(text) for m in near[key] if m != n}
            # Those of the same letters first, then by how frequent they are.
            weight = {m: np.sqrt(self.counts[m]) * (8 if letters[m] == text else 1) for m in others}
            chosen = np.array(sorted(others, key=lambda m: (-weight[m], m))[:MOST_ALIKE], np.int32)
            if len(chosen):
                table[FIRST + n] = FIRST + (chosen if len(chosen) == MOST_ALIKE else draw.choice(chosen, MOST_ALIKE))
        return table


def shapes(letters):
    """What words have in common whose letters are the same or differ by one, put in, left out or another."""
    if not letters.isalpha():
        return set()
    places = range(len(letters))
    return {letters} | {letters[:i] + "_" + letters[i + 1 :] for i in places} | {letters[:i] + letters[i + 1 :] for i in places}


class Predictor(nn.Module):
    def __init__(self, rows):
        super().__init__()
        self.word = nn.Embedding(rows, WORD)
        self.bias = nn.Embedding(rows, 1)
        self.before = nn.LSTM(WORD, STATE, batch_first=True)
        self.after = nn.LSTM(WORD, STATE, batch_first=True)
        self.straight = nn.Linear(2 * STATE, WORD)
        self.units = nn.Linear(2 * STATE, UNITS)
        self.beyond = nn.Linear(UNITS, WORD, bias=False)
        nn.init.normal_(self.word.weight, std=0.1)
        nn.init.zeros_(self.bias.weight)
        nn.init.zeros_(self.beyond.weight)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, shown):
        """Vectors of places from the words before and behind each, batch by length - 2 by WORD: none of the first and last."""
        words = self.drop(self.word(shown))
        before, _ = self.before(words)
        after, _ = self.after(words.flip(1))
        states = self.drop(torch.cat([before[:, :-2], after.flip(1)[:, 2:]], -1))
        return self.straight(states) + self.beyond(self.drop(self.units(states).relu()))


def train(process, a, rows, counts, alike, store):
    net = Predictor(len(alike))
    training = Training(process, a, net, store, 29412)
    table = torch.from_numpy(alike).long()
    weights = torch.zeros(len(alike))
    weights[FIRST:] = torch.from_numpy(counts).float() ** 0.75
    logs = torch.log(DRAWN * weights / weights.sum() + 1e-12)
    # Both losses, and how many words are missed among those that look alike.
    means = np.zeros(3)
    while training.goes_on(lambda: " ".join(f"{mean:.4f}" for mean in means)):
        right = torch.from_numpy(rows[training.batch(len(rows), BATCH, LENGTH)]).long()
        chance = torch.rand(right.shape)
        mistaken = table[right, torch.randint(0, MOST_ALIKE, right.shape)]
        shown = torch.where((chance < MISTAKEN) & (mistaken != PADDING), mistaken, right)
        shown = shown.masked_fill(chance > 1 - HIDDEN, UNKNOWN)
        drawn = torch.multinomial(weights, DRAWN, replacement=True)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = net(shown)
        truth = right[:, 1:-1]
        wanted = truth >= FIRST
        truth = truth[wanted]
        vectors = vectors[wanted]
        own = (net.word(truth) * vectors.float()).sum(-1) + net.bias(truth)[:, 0]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            others = vectors @ net.word(drawn).T
        others = others.float() + net.bias(drawn)[:, 0] - logs[drawn]
        others = others.masked_fill(drawn[None] == truth[:, None], -1e4)
        loss = functional.cross_entropy(torch.cat([(own - logs[truth])[:, None], others], 1), torch.zeros_like(truth))
        like = table[truth][:, torch.randperm(MOST_ALIKE)[:ALIKE]]
        some = like[:, 0] != PADDING
        like = like[some]
        beside = (net.word(like) * vectors[some].float()[:, None]).sum(-1) + net.bias(like)[..., 0]
        beside = torch.cat([own[some][:, None], beside], 1)
        close = functional.cross_entropy(beside, torch.zeros_like(like[:, 0]))
        training.learn(loss + close, right.numel())
        missed = (beside.argmax(1) > 0).float().mean().item()
        means = training.mean(means, np.array([loss.item(), close.item(), missed]))
    training.end()


def write(path, words, state):
    """predictor.net: see WordPredictor.read."""
    state = {name: weights.numpy() for name, weights in state.items()}
    with open(path, "wb") as out:
        out.write(struct.pack(">iiii", MAGIC, WORD, STATE, len(words.names)))
        for name in words.names:
            line = name.encode("utf-8")
            out.write(struct.pack(">H", len(line)) + line)
        whole(out, state["word.weight"], np.int8)
        whole(out, state["bias.weight"].T, np.int16)
        for side in ("before", "after"):
            whole(out, state[side + ".weight_ih_l0"], np.int16)
            whole(out, state[side + ".weight_hh_l0"], np.int16)
            bias = state[side + ".bias_ih_l0"] + state[side + ".bias_hh_l0"]
            whole(out, bias[None], np.int16)
        for layer in ("straight", "units"):
            whole(out, state[layer + ".weight"], np.int16)
            whole(out, state[layer + ".bias"][None], np.int16)
        whole(out, state["beyond.weight"], np.int16)


def main():
    parser = argparse.ArgumentParser()
    add_arguments(parser, RATE)
    a = parser.parse_args()
    names, text = read_text(a.folder)
    words = Words(names, text)
    rows = words.rows[text]
    print(f"{len(text)} words, {len(words.names)} rows, unknown {(rows == UNKNOWN).mean():.4f}", flush=True)
    alike = words.alike()
    store = a.out + ".pt"
    torch.manual_seed(1)
    net = Predictor(len(alike))
    if a.start:
        net.load_state_dict(torch.load(a.start))
    torch.save(net.state_dict(), store)
    mp.spawn(train, (a, rows, words.counts, alike, store), a.processes)
    write(a.out, words, torch.load(store))


if __name__ == "__main__":
    main()
