"""The question asks something else of the same: another attribute, role, deed or question word, which the text does not tell."""
import random
import re

ROLES = """mayor president director chairman chair secretary treasurer manager coach captain owner founder editor author designer architect engineer
composer producer leader head minister governor principal publisher conductor curator builder inventor sponsor organiser host champion winner
referee lawyer spokesman spokeswoman successor deputy assistant husband wife father mother son daughter brother sister doctor teacher driver pilot""".split()
ATTRIBUTES = """height weight length width depth age price cost population area speed temperature colour color capacity name size budget salary rating
number address date distance volume password version diameter title nickname motto origin cause purpose frequency limit voltage power material
shape taste smell fee deadline origin""".split()
DEEDS = {
    "built": "build", "designed": "design", "wrote": "writ", "painted": "paint", "founded": "found", "owned": "own", "owns": "own", "bought": "b(?:ought|uy)",
    "sold": "s(?:old|ell)", "invented": "invent", "discovered": "discover", "directed": "direct", "produced": "produc", "composed": "compos",
    "opened": "open", "closed": "clos", "destroyed": "destroy", "repaired": "repair", "found": "f(?:ound|ind)", "funded": "fund", "paid": "pa(?:id|y)",
    "named": "nam", "renamed": "renam", "published": "publish", "translated": "translat", "edited": "edit", "criticised": "critici", "praised": "prais",
    "visited": "visit", "taught": "t(?:aught|each)", "married": "marr", "killed": "kill", "won": "w(?:on|in)", "lost": "los", "led": "l(?:ed|ead)",
    "joined": "join", "left": "le(?:ft|av)", "attacked": "attack", "defended": "defend", "supported": "support", "announced": "announc", "organised": "organi",
    "presented": "present", "performed": "perform", "recorded": "record", "played": "play", "approved": "approv", "rejected": "reject", "moved": "mov",
    "elected": "elect", "appointed": "appoint", "replaced": "replac", "trained": "train", "saved": "sav", "stole": "st(?:ole|eal)",
}
HOW = {
    "tall": r"\bm\b|met(?:er|re)|f(?:oo|ee)t|\bcm\b|tall|high|heigh", "heavy": r"\bkg\b|kilo|pound|\blbs?\b|ton|gram|weigh|heavy|\bg\b",
    "old": r"\bold|\bage|born|year", "wide": r"\bm\b|met(?:er|re)|f(?:oo|ee)t|\bcm\b|mile|\bkm\b|wid", "deep": r"\bm\b|met(?:er|re)|f(?:oo|ee)t|\bcm\b|deep|depth",
    "fast": r"mph|km/h|knot|speed|fast|per hour|per second", "expensive": r"[$€£¥]|dollar|euro|pound|cost|price|expens|cheap|cent",
    "far": r"mile|\bkm\b|met(?:er|re)|yard|far|distan|walk|f(?:oo|ee)t", "hot": r"degree|°|hot|temperat", "loud": r"decibel|\bdb\b|loud|nois",
}
CAUSAL = re.compile(
    r"\b(?:because|since|due|so|therefore|thus|hence|reason\w*|caus\w+|led|lead\w*|result\w*|owing|thanks|order to|for|to|as|after|following|when|in response|aim\w*|purpose|hop\w+|want\w*|need\w*|motivat\w+|fear\w*)\b",
    re.I,
)
DATE = re.compile(
    r"\d{4}|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|decade|years?|months?|weeks?|days?|hours?|minutes?|yesterday|today|tomorrow|spring|summer|autumn|fall|winter|morning|evening|night|afternoon|ago|when|after|before|during|while|until|since|soon|later|always|usually|once|time|then|now|first|ages?)\b|\d(?:am|pm|:)",
    re.I,
)
PLACE = re.compile(r"\b(?:in|at|near|from|to|on|outside|inside|into|around|behind|under|over|through|across|along|between|where|there|here|home|by) ", re.I)
MONEY = re.compile(r"[$€£¥]|\b(?:dollars?|euros?|pounds?|cents?|cost\w*|pric\w+|paid|pay\w*|free|expens\w+|cheap\w*|million|billion|thousand|worth)\b", re.I)


def asked_otherwise(q, text, rng):
    """Another question that the text does not answer, or None."""
    low = text.lower()
    ways = []
    first = re.match(r"(when|where|why|how)( (?:is|are|was|were|did|does|do|has|have|had|will|can|could|should)\b.*)", q, re.I)
    if first and not re.match(r"how (?:is|are|was|were) ", q, re.I):
        old, rest = first.group(1).lower(), first.group(2)
        if old != "why" and not CAUSAL.search(text):
            ways += ["Why" + rest] * 2
        if old in ("why", "where", "how") and not DATE.search(text):
            ways.append("When" + rest)
        if old in ("why", "when", "how") and not PLACE.search(text):
            ways.append("Where" + rest)
    role = re.search(r"\bwho (?:is|was|are|were) (?:the |a |an |his |her |their |its |your )?(?:\w+ )?(" + "|".join(ROLES) + r")\b", q, re.I)
    if role:
        new = rng.choice(ROLES)
        if new[:5] not in low:
            ways.append(q[: role.start(1)] + new + q[role.end(1) :])
    what = re.search(r"\b(?:what|which) (?:is|was|are|were) (?:the |his |her |their |its )(\w+) (?:of|for|at|in)\b", q, re.I) or re.search(r"\bwhat (" + "|".join(ATTRIBUTES) + r") (?:is|was|did|does|do|are)\b", q, re.I)
    if what:
        new = rng.choice(ATTRIBUTES)
        if new[:4] not in low and what.group(1).lower() != new:
            made = q[: what.start(1)] + new + q[what.end(1) :]
            if not (new in ("price", "cost", "fee", "budget", "salary") and MONEY.search(text)) and not (new in ("date", "age", "deadline") and DATE.search(text)):
                ways += [made] * 2
    deed = re.match(r"who (\w+)\b", q, re.I)
    if deed and deed.group(1).lower() in DEEDS:
        new = rng.choice(list(DEEDS))
        if not re.search(r"\b" + DEEDS[new], low) and not (new == "wrote" and "author" in low):
            ways += [q[: deed.start(1)] + new + q[deed.end(1) :]] * 2
    passive = re.search(r"\b(?:was|were|been) (\w+)(?= (?:by|in|on|at|for|to|from|with)\b|\?|$)", q, re.I)
    if passive and passive.group(1).lower() in DEEDS:
        new = rng.choice([d for d in DEEDS if d not in ("wrote", "owns", "stole", "led", "won", "left", "lost", "joined", "moved")])
        if not re.search(r"\b" + DEEDS[new], low):
            ways.append(q[: passive.start(1)] + new + q[passive.end(1) :])
    how = re.search(r"\bhow (tall|heavy|old|wide|deep|fast|expensive|far|hot|loud|big|large|long|high|often)\b", q, re.I)
    if how:
        new = rng.choice(list(HOW))
        if new != how.group(1).lower() and not re.search(HOW[new], low):
            ways.append(q[: how.start(1)] + new + q[how.end(1) :])
    many = re.search(r"\bhow many (\w+s)\b", q, re.I)
    if many and not MONEY.search(text) and rng.random() < 0.3:
        ways.append(re.sub(r"\bhow many \w+s\b", "how much money", q, flags=re.I))
    return rng.choice(ways) if ways else None
