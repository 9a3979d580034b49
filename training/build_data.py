"""Builds the training set from clones of the data sets' repositories:  build_data.py CLONES OUT.json.xz [TITLE ...]

OUT holds {"contexts": [text], "questions": [{"set", "title", "q", "c": index of the context,
"a": [[start, text], ...]}]}; a question that its text does not answer has no "a".

CLONES holds, each in a folder of its own: SQuADShifts (modestyachts/squadshifts-website),
COVID-QA (deepset-ai/COVID-QA), QAMR (uwnlp/qamr), SubjQA (megagonlabs/SubjQA) and
PolicyQA (wasiahmad/PolicyQA), as "git clone" names them.
"""
import csv
import io
import json
import lzma
import random
import re
import subprocess
import sys
from collections import Counter, defaultdict

clones, out, *left_out = sys.argv[1:]  # titles to measure on, which are not trained on
rng = random.Random(11)


def read(repo, path):
    shown = subprocess.run(["git", "-C", f"{clones}/{repo}", "show", f"HEAD:{path}"], capture_output=True, check=True)
    return shown.stdout.decode("utf-8", "replace")


def squad(name, repo, path):
    for i, article in enumerate(json.loads(read(repo, path))["data"]):
        for p in article["paragraphs"]:
            for q in p["qas"]:
                answers = [[a["answer_start"], a["text"]] for a in q["answers"] if p["context"][a["answer_start"] :].startswith(a["text"])]
                if answers or not q["answers"]:
                    yield {"set": name, "title": article.get("title") or f"{name}-{i}", "q": q["question"].strip(), "c": p["context"], "a": answers}


def untokenise(words):
    """Text of Penn-Treebank words, and where each word begins."""
    table = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"'}
    text, starts, open_quote = "", [], False
    glue = True
    for w in words:
        plain = table.get(w, w)
        closing = w in (",", ".", ";", ":", "?", "!", "%", "''", "-RRB-", "-RSB-", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'", ")", "]")
        if text and not glue and not closing:
            text += " "
        starts.append(len(text))
        text += plain
        glue = w in ("``", "-LRB-", "-LSB-", "$", "#", "(", "[", "£", "€")
    return text, starts


def qamr():
    sentences = {}
    for line in read("qamr", "data/wiki-sentences.tsv").split("\n"):
        if "\t" in line:
            key, text = line.split("\t", 1)
            sentences[key] = text.split(" ")
    by_doc = defaultdict(list)
    for key in sentences:
        by_doc[key.rsplit(":", 2)[0]].append(key)
    keys = list(sentences)
    for part in ("dev", "test"):
        seen = set()
        for line in read("qamr", f"data/filtered/{part}.tsv").split("\n"):
            cells = line.split("\t")
            if len(cells) < 8 or cells[0] not in sentences:
                continue
            key, question, given = cells[0], cells[5].strip(), cells[6:]
            spans = []
            for g in given:
                g = g.split(":")[-1].strip()
                at = [int(x) for x in g.split()] if g else []
                if at:
                    spans.append((min(at), max(at)))
            if not spans or (key, question.lower()) in seen:
                continue
            seen.add((key, question.lower()))
            words = sentences[key]
            (a, b), _ = Counter(spans).most_common(1)[0]
            if b >= len(words) or b - a > 12:
                continue
            # The sentence among others of its document, and of other ones.
            near = [k for k in by_doc[key.rsplit(":", 2)[0]] if k != key][:3]
            others = near + rng.sample(keys, 2)
            rng.shuffle(others)
            others = others[: rng.randint(1, 4)]
            place = rng.randint(0, len(others))
            text, begin = "", 0
            for i, k in enumerate(others[:place] + [key] + others[place:]):
                part_text, starts = untokenise(sentences[k])
                if text:
                    text += " "
                if k == key:
                    begin = len(text)
                    own = starts
                text += part_text
            s = begin + own[a]
            e = begin + own[b] + len(untokenise([words[b]])[0])
            yield {"set": "qamr", "title": key.split(":")[2], "q": question, "c": text, "a": [[s, text[s:e]]]}


def subjqa():
    for domain in ("books", "electronics", "grocery", "movies", "restaurants", "tripadvisor"):
        for part in ("train", "dev", "test"):
            try:
                rows = csv.DictReader(io.StringIO(read("SubjQA", f"SubjQA/{domain}/splits/{part}.csv")))
            except subprocess.CalledProcessError:
                continue
            for r in rows:
                text = re.sub(r"\s*ANSWERNOTFOUND\s*$", "", r["review"])
                span = r["human_ans_spans"]
                if span == "ANSWERNOTFOUND":
                    yield {"set": "subjqa", "title": r["item_id"], "q": r["question"].strip(), "c": text, "a": []}
                    continue
                found = re.match(r"\((\d+), (\d+)\)", r["human_ans_indices"])
                s = int(found[1]) if found else text.find(span)
                if s >= 0 and text[s : s + len(span)] == span and len(span) < 200:
                    yield {"set": "subjqa", "title": r["item_id"], "q": r["question"].strip(), "c": text, "a": [[s, span]]}


count = Counter()
contexts, questions = {}, []
for source in (
    squad("wiki", "squadshifts-website", "datasets/new_wiki_v1.0.json"),
    squad("reddit", "squadshifts-website", "datasets/reddit_v1.0.json"),
    squad("amazon", "squadshifts-website", "datasets/amazon_reviews_v1.0.json"),
    squad("covid", "COVID-QA", "data/question-answering/200423_covidQA.json"),
    squad("policy", "PolicyQA", "data/dev.json"),
    squad("policy", "PolicyQA", "data/test.json"),
    qamr(),
    subjqa(),
):
    for e in source:
        if e["title"] in left_out:
            continue
        count[e["set"] + ("" if e["a"] else "-none")] += 1
        questions.append({**e, "c": contexts.setdefault(e["c"], len(contexts))})
with lzma.open(out, "wt") as f:
    json.dump({"contexts": list(contexts), "questions": questions}, f)
print(dict(count))
