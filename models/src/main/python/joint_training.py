"""What the programs share that train a network by several processes: the processes themselves, and how weights are written.

Each process takes steps of its own; every few steps all go on from the mean of their weights.
"""

import os
import struct
import time

import numpy as np
import torch
import torch.distributed as dist
import torch.nn as nn

# Steps between two meetings of the processes, and seconds between two reports.
TOGETHER, TOLD = 8, 120


class Training:
    """One process of a training run: its place among the others, its pieces of text, its steps."""

    def __init__(self, process, a, net, store, port):
        """Joins the others.

        process: its number; a: the arguments (processes, words, seconds, rate, start); net: takes the weights of the file
        `store`, where they are kept from time to time; port: by which the processes find each other.
        """
        os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
        os.environ.setdefault("MASTER_PORT", str(port))
        dist.init_process_group("gloo", rank=process, world_size=a.processes)
        torch.set_num_threads(1)
        net.load_state_dict(torch.load(store))
        torch.manual_seed(100 + process)
        # One pass over all weights a step, where there is such a thing: a fifth less time.
        fused = {"fused": True} if tuple(int(n) for n in torch.__version__.split(".")[:2]) >= (2, 4) else {}
        self.steps = torch.optim.AdamW(net.parameters(), lr=a.rate, weight_decay=0.0, betas=(0.9, 0.98), **fused)
        self.order = np.random.default_rng(process + 10 * bool(a.start))
        self.process, self.a, self.net, self.store = process, a, net, store
        self.begin = self.told = time.time()
        self.seen, self.step, self.at, self.pieces = 0, 0, 0, []
        self.done = torch.zeros(1)

    def goes_on(self, report):
        """Meets the others if it is time; whether there is more to do. report: what to print beside how far it has come."""
        if self.step % TOGETHER:
            return True
        a = self.a
        meet(self.net)
        self.done[0] = max(self.seen * a.processes / max(a.words, 1), (time.time() - self.begin) / a.seconds)
        dist.all_reduce(self.done, op=dist.ReduceOp.MAX)
        if self.process == 0 and (time.time() - self.told > TOLD or self.done[0] >= 1):
            self.told = time.time()
            words = self.seen * a.processes / 1e6
            print(f"{float(self.done[0]):.3f}: {words:.1f} million words, loss {report()}", flush=True)
            torch.save(self.net.state_dict(), self.store)
        return bool(self.done[0] < 1)

    def batch(self, text, rows, length):
        """Indices of so many pieces of a text of so many words, rows by length; all pieces come before one comes again."""
        if self.at + rows > len(self.pieces):
            self.shift, self.at = self.order.integers(0, length), 0
            self.pieces = self.order.permutation(text // length - 1)
        begins = self.pieces[self.at : self.at + rows, None] * length
        self.at += rows
        return begins + self.shift + np.arange(length)

    def learn(self, loss, words):
        """A step against a loss, made of so many words, at a rate that falls to nothing."""
        for group in self.steps.param_groups:
            group["lr"] = self.a.rate * min(1, (self.step + 1) / 100) * max(0.01, 1 - float(self.done[0]))
        self.steps.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.steps.step()
        self.seen += words
        self.step += 1

    def mean(self, means, now):
        """Means of what is reported, the last hundred steps mostly."""
        return 0.99 * means + 0.01 * now if self.step > 100 else now

    def end(self):
        """Leaves the others once all are here."""
        dist.barrier()
        dist.destroy_process_group()


def meet(net):
    """Goes on from the mean of all processes' weights."""
    with torch.no_grad():
        flat = torch.cat([p.reshape(-1) for p in net.parameters()])
        dist.all_reduce(flat)
        flat /= dist.get_world_size()
        at = 0
        for p in net.parameters():
            p.copy_(flat[at : at + p.numel()].view_as(p))
            at += p.numel()


def add_arguments(parser, rate):
    """What to train from, what it becomes, how fast, how long, and by how many."""
    parser.add_argument("folder")
    parser.add_argument("out")
    parser.add_argument("--start", default="")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--words", type=float, default=300e6)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--processes", type=int, default=2)


def read_text(folder):
    """The words that TaggerText wrote, and its text by their numbers."""
    with open(os.path.join(folder, "words.txt"), encoding="utf-8") as lines:
        names = lines.read().split("\n")
    return names, np.fromfile(os.path.join(folder, "text.bin"), "<i4")


def whole(out, matrix, kind):
    """Writes a matrix as whole numbers, each row with a step of its own: see WeightRows."""
    matrix = np.asarray(matrix, np.float32)
    most = np.iinfo(kind).max
    step = np.maximum(np.abs(matrix).max(1), 1e-9) / most
    out.write(struct.pack(">ii", *matrix.shape))
    out.write(step.astype(">f4").tobytes())
    out.write(np.rint(matrix / step[:, None]).astype(np.dtype(kind).newbyteorder(">")).tobytes())
