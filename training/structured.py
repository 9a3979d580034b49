"""Documents as communities write them, with questions, made by chance:  structured.py OUT.json.xz [COUNT] [SEED]

Facts of a domain, each with a sentence, a label and questions in people's words, are laid out as prose, lists, steps, questions and answers,
lines with labels, tables and turns of a chat. A question about a fact that a document leaves out is one that it does not answer: the hardest kind,
since everything else fits. Written for this; no text of others is in it. OUT has the shape of train.json.xz.
"""
import json
import lzma
import random
import re
import sys

from structured_facts import DOMAINS, FILLERS, GREETINGS, ITEMS, NAMES, PLACES, SURNAMES, TABLES

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = "January February March April May June July August September October November December".split()
CURRENCY = ["€", "£", "$", "euros", "coins", "credits", "gems", "CHF", "kr"]


def clock(style):
    h, m = rng.randint(6, 23), rng.choice([0, 0, 0, 15, 30, 30, 45])
    if style == 0:
        return f"{h}:{m:02d}"
    if style == 1:
        return f"{(h - 1) % 12 + 1}{f':{m:02d}' if m else ''} {'am' if h < 12 else 'pm'}"
    return f"{h}.{m:02d}"


class Filler:
    """Values of slots, in one style a document."""

    def __init__(self):
        self.style, self.cur = rng.choice([0, 0, 1, 1, 2]), rng.choice(CURRENCY)

    def price(self, low=1, high=200):
        n = rng.choice([rng.randint(low, high), rng.randint(low, high), rng.randint(low * 2, high * 2) / 2])
        s = f"{n:.2f}" if isinstance(n, float) and n % 1 else f"{int(n)}"
        return f"{self.cur}{s}" if self.cur in "£$" else f"{s} {self.cur}"

    def value(self, slot):
        kind, _, arg = slot.partition(":")
        kind = kind.rstrip("0123456789")
        if kind == "time":
            return clock(self.style)
        if kind == "price":
            return self.price(*(int(x) for x in arg.split("-"))) if arg else self.price()
        if kind == "num":
            low, high = (int(x) for x in (arg or "2-12").split("-"))
            n = rng.randint(low, high)
            return f"{n:,}" if n >= 1000 else rng.choice([str(n), str(n), SMALL[n]]) if n < 13 else str(n)
        if kind == "day":
            return rng.choice(DAYS)
        if kind == "days":
            a, b = sorted(rng.sample(range(7), 2))
            return rng.choice([f"{DAYS[a]} to {DAYS[b]}", f"{DAYS[a]} and {DAYS[b]}", f"{DAYS[a]}s and {DAYS[b]}s", "weekdays", "weekends"])
        if kind == "date":
            d, m = rng.randint(1, 28), rng.choice(MONTHS)
            return rng.choice([f"{d} {m}", f"{m} {d}", f"{d} {m} {rng.randint(2015, 2027)}"])
        if kind == "month":
            return rng.choice(MONTHS)
        if kind == "year":
            return str(rng.randint(1890, 2026))
        if kind == "person":
            return rng.choice([f"{rng.choice(NAMES)} {rng.choice(SURNAMES)}", rng.choice(NAMES), f"{rng.choice(NAMES)} {rng.choice(SURNAMES)}"])
        if kind == "place":
            return rng.choice(PLACES)
        if kind == "phone":
            return f"0{rng.randint(100, 999)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
        if kind == "email":
            return f"{rng.choice(['info', 'office', 'hello', 'help', 'team', 'bookings', rng.choice(NAMES).lower()])}@{rng.choice(PLACES).lower().replace(' ', '').replace(chr(39), '')}.example"
        if kind == "span":
            return f"{rng.choice(['two', 'three', 'four', 'five', 'ten', '14', '20', '30', '45', '90'])} {rng.choice(['minutes', 'hours', 'days', 'weeks', 'months'])}"
        if kind == "percent":
            return f"{rng.choice([5, 10, 15, 20, 25, 30, 40, 50, 75])}{rng.choice([' %', '%', ' per cent'])}"
        if kind == "version":
            return f"{rng.randint(0, 9)}.{rng.randint(0, 20)}" + rng.choice(["", f".{rng.randint(0, 9)}"])
        if kind in ITEMS:
            return rng.choice(ITEMS[kind])
        raise KeyError(slot)

    def fill(self, template, known):
        def one(m):
            if m[1] not in known:
                known[m[1]] = self.value(m[1])
            return known[m[1]]

        return re.sub(r"\{([a-z]+\d*(?::[\d-]+)?)\}", one, template)


SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()


def chatty(q):
    """As it is typed in a chat."""
    r = rng.random()
    if r < 0.45:
        q = q[0].lower() + q[1:]
    elif r < 0.85:
        q = q[0].upper() + q[1:]
    if rng.random() < 0.4:
        q = q.rstrip("?")
    if rng.random() < 0.06:
        q = rng.choice(GREETINGS) + " " + q
    if rng.random() < 0.08:
        q = q.replace("What is", "whats").replace("what is", "what's").replace("you", "u").replace("I am", "im")
    return q


class Text:
    """A text that grows, with where each fact's answer stands."""

    def __init__(self):
        self.parts, self.length, self.spans = [], 0, {}

    def add(self, s):
        self.parts.append(s)
        self.length += len(s)

    def fact(self, key, s, marked=True):
        """Text with [[the answer]] in it."""
        m = re.search(r"\[\[(.*?)\]\]", s)
        if m:
            if marked:
                self.spans.setdefault(key, (self.length + m.start(), m[1]))
            s = s[: m.start()] + m[1] + s[m.end() :]
        self.add(s)

    def __str__(self):
        return "".join(self.parts)


# Either of two tells what is asked about the other, more or less.
ALIKE = [{"Closed", "Day off"}, {"Children", "Children's age", "Students", "Entry"}, {"Lost property", "Lost property kept"}, {"Founded", "Founder"},
         {"Host", "Judges"}, {"Born", "Lives", "Birth year", "Age"}, {"Sign-up", "How to sign up"}, {"Loan period", "Late fee", "Renewal"}, {"Deposit", "Deposit back"},
         {"Training", "Beginners", "Summer"}, {"Keys", "Lost key"}, {"First prize", "Second prize"}, {"Chair", "Founder"}, {"Latest version", "Released"},
         {"Shipping", "Free shipping"}, {"Warranty", "Returns"}, {"Role", "Job", "Head"}, {"Reset", "Start"}, {"Fee", "Guests"}, {"Parking", "Parking fee"},
         {"Time", "Baking", "Resting"}, {"Flour", "Sugar", "Butter"}, {"Date", "Start", "End"}, {"Visited", "Met", "Stay"}, {"Cheating", "Swearing", "Griefing", "Report"}]


def told_by(label, labels):
    return any(label in group and group & labels for group in ALIKE) and rng.random() < 0.8


def instance(fact, filler, known=None):
    known = dict(known or {})
    return {
        "label": fact["label"],
        "said": filler.fill(fact["said"], known),
        "asked": [filler.fill(q, known) for q in fact["asked"]],
        "value": re.search(r"\[\[(.*?)\]\]", filler.fill(fact["said"], known))[1],
    }


def laid_out(domain, facts, filler):
    t = Text()
    if rng.random() < 0.75:
        t.add(rng.choice([domain["title"], rng.choice(domain["heads"]), f"{domain['title']}. {rng.choice(domain['heads'])}"]) + rng.choice([". ", "\n\n", "\n"]))
    if rng.random() < 0.35:
        t.add(rng.choice(domain["intros"] + FILLERS) + rng.choice([" ", "\n\n"]))
    shape = rng.choice(["prose", "prose", "bullets", "bullets", "numbers", "questions", "questions", "labels", "labels", "rows", "headed", "chat", "mixed"])
    if shape == "mixed":
        half = len(facts) // 2
        lay(t, rng.choice(["prose", "bullets", "labels", "rows"]), facts[:half], filler, 0)
        t.add("\n\n" + (rng.choice(domain["heads"]) + "\n\n" if rng.random() < 0.5 else ""))
        lay(t, rng.choice(["prose", "numbers", "questions", "bullets"]), facts[half:], filler, half)
    else:
        lay(t, shape, facts, filler, 0)
    if rng.random() < 0.25:
        t.add(rng.choice([" ", "\n\n"]) + rng.choice(FILLERS))
    return t


def lay(t, shape, facts, filler, at):
    mark = rng.choice(["- ", "• ", "* ", "– "])
    sep = rng.choice([" | ", " · ", " | ", "\t"])
    speakers = [filler.value("person") for _ in range(3)]
    for i, f in enumerate(facts):
        key, said = at + i, f["said"]
        if shape == "prose":
            t.fact(key, said)
            t.add(" " if rng.random() < 0.8 else "\n\n")
            if rng.random() < 0.1:
                t.add(rng.choice(FILLERS) + " ")
        elif shape == "bullets":
            t.fact(key, mark + (said if rng.random() < 0.7 else said.rstrip(".")) + "\n")
        elif shape == "numbers":
            t.fact(key, f"{i + 1}{rng.choice(['.', ')'])} {said}\n")
        elif shape == "questions":
            q = rng.choice(f["asked"])
            f["heading"] = q
            q = q[0].upper() + q[1:]
            t.add(rng.choice(["", "", "Q: "]) + q + ("" if q.endswith("?") else "?") + rng.choice(["\n\n", "\n"]))
            t.fact(key, rng.choice(["", "", "", "Yes. ", "A: "]) * (not said.startswith("No")) + said + "\n\n")
        elif shape == "labels":
            t.fact(key, f"{f['label']}: [[{f['value']}]]\n")
        elif shape == "rows":
            if i == 0 and rng.random() < 0.4:
                t.add(rng.choice(["What", "Item", "Topic", "About"]) + sep + rng.choice(["Details", "Answer", "Info", "Note"]) + "\n")
            t.fact(key, f"{f['label']}{sep}[[{f['value']}]]\n")
        elif shape == "headed":
            t.add(f["label"] + rng.choice(["\n\n", "\n"]))
            t.fact(key, said + "\n\n")
        elif shape == "chat":
            t.fact(key, f"{rng.choice(speakers)}: {rng.choice(['', '', 'ok so ', 'btw ', 'fyi '])}{said}\n")


def from_facts(out):
    name = rng.choice(list(DOMAINS))
    domain, filler = DOMAINS[name], Filler()
    chosen = rng.sample(domain["facts"], min(len(domain["facts"]), rng.randint(3, 9)))
    person = filler.value("person")
    shared = {"person": person} if name == "people" and rng.random() < 0.5 else {}
    facts = [instance(f, filler, shared) for f in chosen]
    labels = {f["label"] for f in chosen}
    left_out = [instance(f, filler, shared if rng.random() < 0.7 else {}) for f in domain["facts"] if f not in chosen and not told_by(f["label"], labels)]
    if not shared and name == "people":
        left_out += [instance(f, filler, {"person": rng.choice(NAMES)}) for f in chosen if "{person}" in f["said"]]
    t = laid_out(domain, facts, filler)
    text = str(t)
    for key in rng.sample(range(len(facts)), min(len(facts), 3)):
        if key in t.spans:
            others = [q for q in facts[key]["asked"] if q != facts[key].get("heading")] or facts[key]["asked"]
            out.append((chatty(rng.choice(others if rng.random() < 0.85 else facts[key]["asked"])), text, [t.spans[key]]))
    for f in rng.sample(left_out, min(len(left_out), 1 if rng.random() < 0.75 else 2)):
        out.append((chatty(rng.choice(f["asked"])), text, []))


def cell(filler, column, row):
    return filler.fill(rng.choice(column["values"]), {"row": row})


def from_table(out):
    table, filler = TABLES[rng.choice(list(TABLES))], Filler()
    names = [filler.fill(n, {}) for n in table["rows"]]
    rows = rng.sample(sorted(set(names)), min(len(set(names)), rng.randint(3, 8)))
    columns = rng.sample(table["columns"], rng.randint(1, min(4, len(table["columns"]))))
    absent = [c for c in table["columns"] if c not in columns]
    other = sorted(set(names) - set(rows))
    cells = [[cell(filler, c, r) for c in columns] for r in rows]
    t = Text()
    if rng.random() < 0.7:
        t.add(rng.choice(table["titles"]) + rng.choice([". ", "\n\n"]))
    if rng.random() < 0.2:
        t.add(rng.choice(FILLERS) + "\n\n")
    sep = rng.choice([" | ", " | ", " | ", " · ", "\t", "  "])
    shape = rng.choice(["table", "table", "table", "across", "sentence", "labels", "headed"])
    head = rng.choice(table["names"])
    heads = [rng.choice(c["names"]) for c in columns]
    if shape == "across":
        t.add(sep.join([head, *rows]) + "\n")
        for j, h in enumerate(heads):
            t.add(h)
            for i in range(len(rows)):
                t.fact((i, j), f"{sep}[[{cells[i][j]}]]")
            t.add("\n")
    elif shape == "table":
        if rng.random() < 0.85:
            t.add(sep.join([head, *heads]) + "\n")
        for i, row in enumerate(rows):
            t.add(row)
            for j in range(len(heads)):
                t.fact((i, j), f"{sep}[[{cells[i][j]}]]")
            t.add("\n")
    elif shape == "labels":
        for i, row in enumerate(rows):
            t.add(rng.choice(["- ", "- ", ""]) + row + rng.choice([": ", " – ", " - "]))
            for j in range(len(heads)):
                t.fact((i, j), ", " * (j > 0) + f"[[{cells[i][j]}]]")
            t.add("\n")
    elif shape == "headed":
        for i, row in enumerate(rows):
            t.add(row + "\n\n")
            for j, h in enumerate(heads):
                t.fact((i, j), f"{h}: [[{cells[i][j]}]]\n")
            t.add("\n")
    else:
        for i, row in enumerate(rows):
            t.add(f"{head}: {row}")
            for j, h in enumerate(heads):
                t.fact((i, j), f" · {h}: [[{cells[i][j]}]]")
            t.add("\n")
    if rng.random() < 0.2:
        t.add("\n" + rng.choice(FILLERS))
    text = str(t)
    low = lambda r: r if rng.random() < 0.5 else r.lower()
    for _ in range(3):
        i, j = rng.randrange(len(rows)), rng.randrange(len(columns))
        out.append((chatty(rng.choice(columns[j]["asked"]).replace("{row}", low(rows[i]))), text, [t.spans[(i, j)]]))
    for j, c in enumerate(columns):  # which row has this value, if but one has
        column = [cells[i][j] for i in range(len(rows))]
        i = rng.randrange(len(rows))
        if "back" in c and column.count(column[i]) == 1 and rng.random() < 0.5 and shape != "across":
            at = text.find(rows[i])
            out.append((chatty(rng.choice(c["back"]).replace("{value}", column[i])), text, [(at, rows[i])]))
    r = rng.random()
    if other and r < 0.6:
        out.append((chatty(rng.choice(rng.choice(columns)["asked"]).replace("{row}", low(rng.choice(other)))), text, []))
    if absent and r > 0.4:
        out.append((chatty(rng.choice(rng.choice(absent)["asked"]).replace("{row}", low(rng.choice(rows)))), text, []))


def main():
    made = []
    while len(made) < COUNT:
        (from_facts if rng.random() < 0.62 else from_table)(made)
    contexts, number = [], {}
    questions = []
    for q, c, a in made:
        if c not in number:
            number[c] = len(contexts)
            contexts.append(c)
        for start, said in a:
            assert c[start : start + len(said)] == said, (c, start, said)
        questions.append({"set": "structured", "title": "structured", "q": q, "c": number[c], "a": [list(x) for x in a]})
    with lzma.open(sys.argv[1], "wt") as f:
        json.dump({"contexts": contexts, "questions": questions}, f)
    print(len(contexts), "texts", len(questions), "questions", sum(not q["a"] for q in questions), "not answered")


if __name__ == "__main__":
    main()
