"""Trains the reader, and goes on from a checkpoint:
    train.py ENCODER.safetensors tokenizer.json train.json.xz HOURS OUT.pt [RESUME.pt] [--flat] [--more=structured.json.xz]

The learning rate falls linearly to zero over the given wall time, or stays, with --flat. A question comes with a window of 60 to 190
word pieces that holds its answer. Some come again with what does not answer them: the same text about another name or year, or
without the sentence that answers; another text of its title or, of many, the one that shares most of its words; another part of the
text. Others come beside a question for something else that the same sentences do not tell. Some are typed as in a chat, without "What
is the" or the question mark.
"""
import json
import lzma
import math
import random
import re
import sys
import time
from collections import defaultdict

import torch
import torch.nn.functional as F

from asked_otherwise import asked_otherwise
from reader import CLS, SEP, Data, Reader, majority

more = [a[len("--more=") :] for a in sys.argv[1:] if a.startswith("--more=")]
encoder, tokenizer, data_file, hours, out, *resume = [a for a in sys.argv[1:] if not a.startswith("--")]
DECAY = "--flat" not in sys.argv
LR, BATCH_TOKENS = 1.5e-4, 4096
SHARE = {"wiki": 2.0, "reddit": 1.0, "amazon": 0.7, "covid": 1.0, "policy": 0.25, "qamr": 0.8, "subjqa": 0.4, "structured": 0.7}
# So many questions come again about another name or year, with the sentence that answers taken out, or beside another question.
CHANGED, DROPPED, OTHERWISE = 0.22, 0.33, 0.6
seed = int(time.time()) % 100000 if resume else 7
torch.manual_seed(seed)
rng = random.Random(seed)
data = Data(tokenizer)
with lzma.open(data_file, "rt") as f:
    packed = json.load(f)
examples = [{**q, "c": packed["contexts"][q["c"]]} for q in packed["questions"]]
for file in more:
    with lzma.open(file, "rt") as f:
        packed = json.load(f)
    examples += [{**q, "c": packed["contexts"][q["c"]]} for q in packed["questions"]]
named = [t for e in examples if e["set"] != "structured" for t in re.findall(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*", e["q"])]
by_title = defaultdict(list)
texts = list({e["c"] for e in examples if e["set"] in ("wiki", "reddit", "amazon", "covid")})
words_of = lambda t: set(re.findall(r"[a-z0-9]{3,}", t.lower()))
bags = [words_of(t) for t in texts]
frequency = defaultdict(int)
for bag in bags:
    for w in bag:
        frequency[w] += 1
idf = {w: math.log(len(texts) / n) for w, n in frequency.items()}
for e in examples:
    by_title[(e["set"], e["title"])].append(e["c"])
by_title = {k: sorted(set(v)) for k, v in by_title.items()}


def typed(q):
    """As people type in a chat, now and then."""
    if rng.random() < 0.3:
        short = re.sub(r"^(?:what|which) (?:is|was|are|were) (?:the )?", "", q, flags=re.I)
        if len(short.split()) >= 2:
            q = short
    return q.rstrip("? ") if rng.random() < 0.25 else q


def window(q, text, answer, size):
    q = typed(q)
    return data.example(q, text, answer, rng, size)


def without(e, size):
    """The question with a text that does not answer it."""
    answers = [t for _, t in e["a"]]
    own = [t for t in by_title[(e["set"], e["title"])] if t != e["c"] and not any(a.lower() in t.lower() for a in answers)]
    if len(own) >= 3 and rng.random() < 0.8:
        asked = words_of(e["q"])
        text = max(rng.sample(own, min(len(own), 8)), key=lambda t: sum(idf.get(w, 3) for w in asked & words_of(t)))
    elif rng.random() < 0.5:
        asked = words_of(e["q"])
        pool = rng.sample(range(len(texts)), 300)
        text = texts[max(pool, key=lambda i: sum(idf.get(w, 0) for w in asked & bags[i]))]
        if text == e["c"] or any(a.lower() in text.lower() for a in answers):
            return None
    else:
        return data.example(e["q"], e["c"], majority(e["a"]), rng, size, True)
    ids, _ = data.context(text)
    at = rng.randint(0, max(0, len(ids) - size))
    question = data.question(typed(e["q"]))
    return [CLS] + question + [SEP] + ids[at : at + size] + [SEP], len(question) + 2, 0, 0


SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(])")


def dropped(e, size):
    """The question with its own text, without the sentence that answers: all else still fits."""
    at, answer = majority(e["a"])
    text = e["c"]
    cuts = [0, *(m.end() for m in SENTENCE.finditer(text)), len(text)]
    i = max(n for n, c in enumerate(cuts[:-1]) if c <= at)
    if len(cuts) < 4 or at + len(answer) > cuts[i + 1]:
        return None
    rest = text[: cuts[i]] + text[cuts[i + 1] :]
    if any(a.lower() in rest.lower() for _, a in e["a"]):
        return None
    ids = data.tok.encode(rest, add_special_tokens=False).ids
    near = len(data.tok.encode(text[: cuts[i]], add_special_tokens=False).ids)
    a = max(0, min(near - rng.randint(0, size), len(ids) - size))
    question = data.question(typed(e["q"]))
    return [CLS] + question + [SEP] + ids[a : a + size] + [SEP], len(question) + 2, 0, 0


def beside_another(e):
    """Something else asked of the same, beside the question itself, both with a few sentences around the answer."""
    at, answer = majority(e["a"])
    text = e["c"]
    cuts = [0, *(m.end() for m in SENTENCE.finditer(text)), len(text)]
    i = max(n for n, c in enumerate(cuts[:-1]) if c <= at)
    if at + len(answer) > cuts[i + 1]:
        return []
    first, last = max(0, i - rng.randint(0, 2)), min(len(cuts) - 1, i + 1 + rng.randint(0, 2))
    part = text[cuts[first] : cuts[last]]
    if len(part) > 900:
        return []
    q = asked_otherwise(e["q"], part, rng)
    if q is None:
        return []
    own = data.example(typed(e["q"]), part, (at - cuts[first], answer), rng, 200)
    ids, _ = data.context(part)
    question = data.question(typed(q))
    null = ([CLS] + question + [SEP] + ids[:200] + [SEP], len(question) + 2, 0, 0)
    return [own, null] if own else []


def changed(e, size):
    """The question with another name in it, which nothing is said of here."""
    years = re.findall(r"\b(?:1[5-9]|20)\d\d\b", e["q"])
    if years and rng.random() < 0.6:
        old = rng.choice(years)
        here = [y for y in set(re.findall(r"\b(?:1[5-9]|20)\d\d\b", e["c"])) if y not in e["q"] and all(y not in t for _, t in e["a"])]
        new = rng.choice(here) if here and rng.random() < 0.5 else str(int(old) + rng.choice([-9, -4, -2, -1, 1, 2, 3, 7, 12]))
        if new in e["c"] and new not in here:
            return None
        return window(e["q"].replace(old, new), e["c"], majority(e["a"]), size)
    names = re.findall(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*", e["q"])
    answers = " ".join(t for _, t in e["a"])
    if not names:
        return None
    old = rng.choice(names)
    here = [n for n in set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*", e["c"])) if n not in e["q"] and n not in answers and old not in n and n not in old]
    new = rng.choice(here) if here and rng.random() < 0.4 else rng.choice(named)
    if new in e["q"] or (new not in here and new.lower() in e["c"].lower()):
        return None
    return window({**e, "q": e["q"].replace(old, new)}["q"], e["c"], majority(e["a"]), size)


def batches():
    made = []
    for e in examples:
        share = SHARE[e["set"]]
        for _ in range(int(share) + (rng.random() < share % 1)):
            size = rng.randint(60, 190)
            if not e["a"]:
                ids, _ = data.context(e["c"])
                question = data.question(e["q"])
                made.append(([CLS] + question + [SEP] + ids[:size] + [SEP], len(question) + 2, 0, 0))
                continue
            x = window(e["q"], e["c"], majority(e["a"]), size)
            if x:
                made.append(x)
            if e["set"] in ("wiki", "qamr", "reddit", "amazon") and rng.random() < CHANGED:
                n = changed(e, size)
                if n:
                    made.append((*n[:2], 0, 0))
            if e["set"] != "structured" and rng.random() < DROPPED:
                n = dropped(e, size)
                if n:
                    made.append(n)
            if e["set"] in ("wiki", "qamr", "reddit", "amazon", "covid") and rng.random() < OTHERWISE:
                made += beside_another(e)
            if e["set"] not in ("subjqa", "structured") and rng.random() < 0.15:
                n = without(e, size)
                if n:
                    made.append(n)
    rng.shuffle(made)
    done = []
    for i in range(0, len(made), 2000):
        batch = []
        for x in sorted(made[i : i + 2000], key=lambda x: len(x[0])):
            if batch and (len(batch) + 1) * len(x[0]) > BATCH_TOKENS:
                done.append(batch)
                batch = []
            batch.append(x)
        done.append(batch)
    rng.shuffle(done)
    print(f"{len(made)} examples in {len(done)} batches", flush=True)
    return done


def collate(batch):
    n, T = len(batch), max(len(e[0]) for e in batch)
    ids, mask, kind = (torch.zeros(n, T, dtype=torch.long) for _ in range(3))
    for i, (x, base, _, _) in enumerate(batch):
        ids[i, : len(x)], mask[i, : len(x)], kind[i, base : len(x)] = torch.tensor(x), 1, 1
    return ids, mask, kind, torch.tensor([e[2] for e in batch]), torch.tensor([e[3] for e in batch])


device = "cuda" if torch.cuda.is_available() else "cpu"
model = Reader()
model.load_encoder(encoder)
state = torch.load(resume[0], map_location="cpu") if resume else None
if state:
    model.load_state_dict(state["model"], strict=False)  # a checkpoint may lack the embeddings, which stay the encoder's
model.to(device)
for name, p in model.named_parameters():
    p.requires_grad_(not name.startswith(("word", "pos", "typ")))
free = [p for p in model.parameters() if p.requires_grad]
groups = [{"params": [p for p in free if p.ndim > 1], "weight_decay": 0.01}, {"params": [p for p in free if p.ndim <= 1], "weight_decay": 0}]
optimiser = torch.optim.AdamW(groups, lr=LR, fused=True)
began, saved, step, seen, loss_mean = time.time(), time.time(), 0, (state or {}).get("seen", 0), None
model.train()


def save():
    torch.save({"model": model.state_dict(), "seen": seen}, out)


while (time.time() - began) / 3600 < float(hours):
    for batch in batches():
        spent = (time.time() - began) / 3600 / float(hours)
        if spent >= 1:
            break
        for g in optimiser.param_groups:
            g["lr"] = LR * min(1, step / 50) * ((1 - spent) if DECAY else 1)
        ids, mask, kind, start, end = (x.to(device) for x in collate(batch))
        with torch.autocast(device, dtype=torch.bfloat16):
            starts, ends = model(ids, mask, kind)
        outside = (1 - mask).bool() | ((kind == 0) & (torch.arange(ids.shape[1], device=device)[None] > 0))
        loss = (F.cross_entropy(starts.float().masked_fill(outside, -1e4), start) + F.cross_entropy(ends.float().masked_fill(outside, -1e4), end)) / 2
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(free, 1.0)
        optimiser.step()
        step, seen = step + 1, seen + len(batch)
        loss_mean = loss.item() if loss_mean is None else 0.98 * loss_mean + 0.02 * loss.item()
        if step % 50 == 0:
            print(f"{step} steps, {seen} examples, loss {loss_mean:.3f}, {spent:.0%}, {seen / (time.time() - began):.1f}/s", flush=True)
        if time.time() - saved > 300:
            save()
            saved = time.time()
save()
