"""Trains the network that reads stripped text from what stands around each word.

    train_tagger.py FOLDER OUT [--blind] [--start NETWORK] [--rate R] [--words N] [--seconds S] [--processes P]

FOLDER holds what vn.trich.models.train.TaggerText wrote, OUT becomes tagger.net, which vn.trich.models.restore.ReadingTagger
reads. Needs PyTorch and NumPy (Debian: python3-torch, python3-numpy). A bidirectional LSTM (Hochreiter and Schmidhuber 1997;
Graves and Schmidhuber 2005) over the words without their marks, and what the language model takes them for, gives a vector
for each place; the readings that the letters of the word there can have are weighed by its products with theirs (softmax,
cross entropy, AdamW with a rate that falls to nothing). Where the language model is in doubt, they are weighed a second time,
beside what the model and the document say, in shares that are learnt as well: much so does ReadingJudge weigh them in use.
Each process takes steps of its own; every few steps they go on from the mean of their weights.

With --blind the guesses of the language model are not shown; --start goes on from a network of an earlier run, which may have
had a smaller state: what is new in the state says nothing at first. It ends after N words or S seconds, whichever is first.
Two runs give networks that differ in detail: the processors decide the order of sums.
"""

import argparse
import os
import struct
import unicodedata

import numpy as np
import torch
import torch.multiprocessing as mp
import torch.nn as nn
import torch.nn.functional as functional

from joint_training import Training, add_arguments, read_text, whole

PADDING, UNKNOWN, FIRST = 0, 1, 2
# Letters seen less often have no row of their own, readings seen less often are not offered.
LEAST_LETTERS, LEAST_READING, MOST_READINGS = 8, 3, 12
WORD, STATE, OUTPUT = 128, 224, 96
LENGTH, BATCH, RATE = 96, 32, 4e-3
# Marks say how a word looks and, in steps of UNSURE, how sure the language model is; on the lowest its guess is not shown.
MARKS, UNSURE = 32, 8
# Of the rows of a batch, so many are shown without guesses: what stands around is to be learnt as well.
BLIND = 0.4
DROPPED, DROPPED_WORDS = 0.15, 0.1
# Readings that the language model does not name are as good as so far behind; shares of the network, the language model and
# the document, before any are learnt.
LEAST, SHARES = -8.0, (0.6, 0.5, 0.2)
MAGIC = 0x54525447


def bare(word):
    """The letters of a word without marks, as Letters.bare gives them."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("đ", "d")


class Words:
    """Which letters have a row, and which readings each can have."""

    def __init__(self, words, counts):
        self.words = words
        self.letters = [word if word.startswith("<") else bare(word) for word in words]
        readings = {}
        for number, letters in enumerate(self.letters):
            readings.setdefault(letters, []).append(number)
        total = {letters: int(counts[of].sum()) for letters, of in readings.items()}
        common = [letters for letters in total if total[letters] >= LEAST_LETTERS and letters]
        common.sort(key=lambda letters: (-total[letters], letters))
        self.rows = {letters: FIRST + i for i, letters in enumerate(common)}
        self.readings = []
        self.place = {}
        self.table = np.zeros((FIRST + len(common), MOST_READINGS), np.int64)
        for letters, row in self.rows.items():
            offered = sorted(readings[letters], key=lambda n: (-counts[n], words[n]))
            offered = [n for n in offered if counts[n] >= LEAST_READING][:MOST_READINGS]
            if len(offered) > 1:
                for k, number in enumerate(offered):
                    self.readings.append(words[number])
                    self.place[words[number]] = self.table[row, k] = len(self.readings)

        self.columns = np.full(len(words) + 1, -1, np.int8)
        for number, word in enumerate(words):
            if word in self.place:
                row = self.rows[self.letters[number]]
                self.columns[number] = int((self.table[row] == self.place[word]).argmax())

    def encode(self, text):
        """Rows of a text of word numbers, and the number of each word among all readings (0 if none)."""
        rows = np.array([self.rows.get(letters, UNKNOWN) for letters in self.letters] + [PADDING], np.int32)
        numbers = np.array([self.place.get(word, 0) for word in self.words] + [0], np.int32)
        return rows[text], numbers[text]


class Doubts:
    """What the language model and the document say of the words in doubt of a text: where the numbers of each are (-1: it is
    in no doubt), and for each of its row's readings both."""

    def __init__(self, path, length, words):
        said = np.fromfile(path, np.dtype([("place", "<i4"), ("word", "<i4"), ("model", "<f4"), ("document", "<f4")]))
        columns = words.columns[said["word"]]
        said, columns = said[columns >= 0], columns[columns >= 0]
        places, lines = np.unique(said["place"], return_inverse=True)
        self.line = np.full(length, -1, np.int32)
        self.line[places] = np.arange(len(places))
        self.said = np.full((len(places), MOST_READINGS, 2), LEAST, np.float16)
        self.said[lines, columns, 0] = said["model"]
        self.said[lines, columns, 1] = said["document"]


class Tagger(nn.Module):
    def __init__(self, rows, readings):
        super().__init__()
        self.word = nn.Embedding(rows, WORD)
        self.mark = nn.Embedding(MARKS, WORD)
        self.guess = nn.Embedding(readings + 1, WORD)
        self.state = nn.LSTM(WORD, STATE, batch_first=True, bidirectional=True)
        self.output = nn.Linear(2 * STATE, OUTPUT)
        self.reading = nn.Embedding(readings + 1, OUTPUT)
        self.bias = nn.Embedding(readings + 1, 1)
        self.shares = nn.Parameter(torch.tensor(SHARES))
        for weights, spread in ((self.word, 0.1), (self.mark, 0.06), (self.reading, 0.05), (self.guess, 0.0)):
            nn.init.normal_(weights.weight, std=spread)
        nn.init.zeros_(self.bias.weight)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, words, guesses, marks):
        """Vectors of places, batch by length by OUTPUT."""
        state, _ = self.state(self.drop(self.word(words) + self.guess(guesses) + self.mark(marks)))
        return self.output(self.drop(state))

    def scores(self, vectors, readings):
        """Scores of readings, places by MOST_READINGS; those of no reading are far below."""
        products = (self.reading(readings).float() * vectors.float()[:, None]).sum(-1)
        return (products + self.bias(readings)[..., 0]).masked_fill(readings == 0, -1e4)

    def beside(self, scores, said):
        """The scores of readings in doubt with what the language model and the document say of them."""
        logs = scores.log_softmax(-1).clamp(min=-1e3)
        return self.shares[0] * logs + said @ self.shares[1:]


def train(process, a, words, rows, guesses, marks, right, doubts, store):
    table = torch.from_numpy(words.table)
    net = Tagger(len(table), len(words.readings))
    training = Training(process, a, net, store, 29411)
    mean = 0.0
    while training.goes_on(lambda: f"{mean:.4f}"):
        where = training.batch(len(rows), BATCH, LENGTH)
        letters = torch.from_numpy(rows[where]).long()
        hidden = torch.rand(letters.shape) < DROPPED_WORDS
        shown = letters.masked_fill(hidden, UNKNOWN)
        blind = torch.rand(BATCH, 1) < (1 if a.blind else BLIND)
        looks = torch.from_numpy(marks[where]).long()
        guessed = torch.from_numpy(guesses[where]).long().masked_fill(hidden | blind | (looks < UNSURE), 0)
        looks = torch.where(blind, looks % UNSURE, looks)
        truth = torch.from_numpy(right[where]).long()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = net(shown, guessed, looks)
        wanted = truth >= 0
        scores = net.scores(vectors[wanted], table[letters[wanted]])
        loss = functional.cross_entropy(scores, truth[wanted])
        line = torch.from_numpy(doubts.line[where]).long()[wanted]
        said = torch.from_numpy(doubts.said[line[line >= 0]]).float()
        loss = loss + functional.cross_entropy(net.beside(scores[line >= 0], said), truth[wanted][line >= 0])
        training.learn(loss, letters.numel())
        mean = training.mean(mean, loss.item())
    if process == 0:
        shares = " ".join(f"{share:.3f}" for share in net.shares.tolist())
        print("shares of the network, the language model and the document: " + shares)
    training.end()


def write(path, words, state):
    """tagger.net: see ReadingTagger.read."""
    state = {name: weights.numpy() for name, weights in state.items()}
    with open(path, "wb") as out:
        letters = sorted(words.rows, key=words.rows.get)
        out.write(struct.pack(">iiiii", MAGIC, WORD, STATE, OUTPUT, len(letters)))
        for row, text in enumerate(letters, FIRST):
            offered = [words.readings[n - 1] for n in words.table[row] if n]
            line = "\t".join([text] + offered).encode("utf-8")
            out.write(struct.pack(">H", len(line)) + line)
        whole(out, state["word.weight"], np.int8)
        whole(out, state["mark.weight"], np.int16)
        whole(out, state["guess.weight"], np.int8)
        for side in ("", "_reverse"):
            whole(out, state["state.weight_ih_l0" + side], np.int16)
            whole(out, state["state.weight_hh_l0" + side], np.int16)
            bias = state["state.bias_ih_l0" + side] + state["state.bias_hh_l0" + side]
            whole(out, bias[None], np.int16)
        whole(out, state["output.weight"], np.int16)
        whole(out, state["output.bias"][None], np.int16)
        whole(out, state["reading.weight"], np.int8)
        whole(out, state["bias.weight"].T, np.int16)


def numbers(file, kind):
    """A matrix that `whole` wrote."""
    rows, columns = struct.unpack(">ii", file.read(8))
    step = np.frombuffer(file.read(4 * rows), ">f4")
    kind = np.dtype(kind).newbyteorder(">")
    return np.frombuffer(file.read(rows * columns * kind.itemsize), kind).reshape(rows, columns) * step[:, None]


def read(path):
    """What `write` wrote: the letters of the rows with their readings, the size of the state, and the weights in order."""
    with open(path, "rb") as file:
        magic, word, size, output, count = struct.unpack(">iiiii", file.read(20))
        if (magic, word, output) != (MAGIC, WORD, OUTPUT) or size > STATE:
            raise SystemExit(f"{path}: not a network that this one can go on from")
        lines = [file.read(struct.unpack(">H", file.read(2))[0]).decode("utf-8").split("\t") for _ in range(count)]
        kinds = [np.int8, np.int16, np.int8] + 8 * [np.int16] + [np.int8, np.int16]
        return lines, size, [torch.from_numpy(numbers(file, kind).astype(np.float32)) for kind in kinds]


@torch.no_grad()
def go_on(net, words, start):
    """Begins with the weights of another network, as far as it knows the words."""
    lines, size, weights = start
    word, mark, guess, *layers, output, output_bias, reading, bias = weights
    old = [FIRST + n for n, line in enumerate(lines) if line[0] in words.rows]
    new = [words.rows[line[0]] for line in lines if line[0] in words.rows]
    net.word.weight[[PADDING, UNKNOWN] + new] = word[[PADDING, UNKNOWN] + old]
    net.mark.weight[:] = mark
    texts = [text for line in lines for text in line[1:]]
    old = [0] + [n for n, text in enumerate(texts, 1) if text in words.place]
    new = [0] + [words.place[text] for text in texts if text in words.place]
    net.guess.weight[new] = guess[old]
    net.reading.weight[new] = reading[old]
    net.bias.weight[new] = bias.T[old]
    gates = [gate * STATE + n for gate in range(4) for n in range(size)]
    for side, (into, state, gate_bias) in (("", layers[:3]), ("_reverse", layers[3:])):
        net.get_parameter("state.weight_ih_l0" + side)[gates] = into
        recurrent = net.get_parameter("state.weight_hh_l0" + side)
        recurrent[gates] = functional.pad(state, (0, STATE - size))
        net.get_parameter("state.bias_ih_l0" + side)[gates] = gate_bias[0]
        net.get_parameter("state.bias_hh_l0" + side)[gates] = 0
    net.output.weight[:] = 0
    net.output.weight[:, :size] = output[:, :size]
    net.output.weight[:, STATE : STATE + size] = output[:, size:]
    net.output.bias[:] = output_bias[0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--blind", action="store_true")
    add_arguments(parser, RATE)
    a = parser.parse_args()
    names, text = read_text(a.folder)
    marks = np.fromfile(os.path.join(a.folder, "marks.bin"), np.uint8)
    words = Words(names, np.bincount(text[text >= 0], minlength=len(names)))
    rows, _ = words.encode(text)
    right = words.columns[text]
    _, guesses = words.encode(np.fromfile(os.path.join(a.folder, "guesses.bin"), "<i4"))
    doubts = Doubts(os.path.join(a.folder, "doubts.bin"), len(text), words)
    print(f"{len(text)} words, {len(words.rows)} rows, {len(words.readings)} readings")
    print(f"{(right >= 0).mean():.3f} in question, {len(doubts.said) / len(text):.3f} in doubt")
    store = a.out + ".pt"
    torch.manual_seed(1)
    net = Tagger(len(words.table), len(words.readings))
    if a.start:
        go_on(net, words, read(a.start))
    torch.save(net.state_dict(), store)
    mp.spawn(train, (a, words, rows, guesses, marks, right, doubts, store), a.processes)
    write(a.out, words, torch.load(store))


if __name__ == "__main__":
    main()
