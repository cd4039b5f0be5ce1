#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Writes a folder that a server imports as a room: make_corpus.py [--messages N] [--seed N] FOLDER

Several people write to each other in French and in English for two years: replies, edits, reactions, some Markdown, links
and mentions. The same seed, number and texts give the same file. Texts are those of Debian's packages fortunes (English)
and fortunes-fr or, where Debian does not have that any more, debian-reference-fr and debian-faq-fr (French); --french and
--english name other files. What stands in the folder is described in docs/EXPORT.md; `/import FOLDER` on the server's
console reads it."""
import argparse
import datetime
import glob
import json
import os
import random
import re
import sys
import uuid

from text_files import MAX_TEXT, texts_of

FRENCH_FORTUNES = "/usr/share/games/fortunes/fr/*"
FRENCH_PAGES = ["/usr/share/debian-reference/*.fr.html", "/usr/share/doc/debian/FAQ/fr/*.fr.html"]
ENGLISH_FORTUNES = "/usr/share/games/fortunes/*"
START = datetime.datetime(2024, 3, 1, tzinfo=datetime.timezone.utc)
DAYS = 730
LONGEST = 12 * 1024  # bytes of a text before anything is put around it
# login, name, languages, how much they write
PEOPLE = [
    ("marie", "Marie Curie", "fr", 9), ("ahmed", "Ahmed Benali", "fr en", 7), ("zoe", "Zoé Lefèvre", "fr", 6),
    ("luc", "Luc Ørsted", "en fr", 5), ("ines", "Inès Muñoz", "fr", 4), ("grace", "Grace Hopper", "en", 8),
    ("alan", "Alan Turing", "en", 6), ("sarah", "שרה לוי", "en", 3), ("li.ming", "李明", "en fr", 3),
    ("renee", "Renée 🌻", "fr", 2), ("noel", "Noël d’Œuvre", "fr", 1), ("eve", "Eve O’Neill", "en", 1)]
HOURS = [1, 0, 0, 0, 0, 0, 1, 4, 9, 14, 15, 12, 6, 8, 13, 14, 12, 10, 6, 4, 4, 4, 3, 2]  # how much is written in each
EMOJI = ["👍", "❤️", "😂", "🎉", "😮", "👀", "🙏", "🚀"]
LINKS = ["https://www.debian.org/doc/", "https://fr.wikipedia.org/wiki/École_normale", "https://example.org/notes?page=2",
         "https://www.rfc-editor.org/rfc/rfc9562", "https://packages.debian.org/bookworm/fortunes"]
ASIDES = {"fr": ["Tout à fait d’accord.", "Ça alors !", "Où as-tu trouvé ça ?", "À l’école, on disait déjà cela.", "Merci !",
                 "Je ne crois pas, non…", "C’est noté pour demain.", "Qu’en pensez-vous ?"],
          "en": ["So true.", "Where did you find that?", "Thanks!", "I doubt it…", "Noted for tomorrow.", "What do you think?",
                 "That made my day.", "Ha!"]}


def pieces_of(text):
    """A page's paragraph as people would say it: one or two sentences at a time."""
    sentences = re.split(r"(?<=[.!?…]) +(?=[A-ZÀÂÉÈÊÎÔŒ«])", text)
    for i in range(0, len(sentences), 2):
        yield " ".join(sentences[i:i + 2])


def is_french(text):
    return len(text.split()) > 4 and re.search(r"\b(le|la|les|une?|des?|est|vous|pour|que|qui)\b", text) is not None


def texts_in(patterns, language):
    """Sorted, so that a folder's order does not matter, and each text once."""
    found = {}
    for path in sorted({path for pattern in patterns for path in glob.glob(pattern)}):
        if not os.path.isfile(path) or path.endswith((".dat", ".u8")):
            continue
        for text in texts_of(path):
            is_page = path.endswith((".html", ".htm"))
            for piece in pieces_of(text) if is_page else [text]:
                if len(piece.encode()) <= LONGEST and (not is_page or language != "fr" or is_french(piece)):
                    found[piece] = True
    return list(found)


def moments(count, rng):
    """That many times in order, in milliseconds: fewer at night and at weekends, and never two the same."""
    weights = [(0.15 if (START.weekday() + day) % 7 >= 5 else 1.0) * rng.uniform(0.5, 1.5) for day in range(DAYS)]
    total, written, share = sum(weights), 0, 0.0
    last = 0
    for day, weight in enumerate(weights):
        share += weight
        wanted = count if day == DAYS - 1 else round(count * share / total)
        hours = rng.choices(range(24), HOURS, k=wanted - written)
        written = wanted
        midnight = int((START + datetime.timedelta(days=day)).timestamp() * 1000)
        for offset in sorted(hour * 3_600_000 + rng.randrange(3_600_000) for hour in hours):
            last = max(last + 1, midnight + offset)
            yield last


def iso(ms):
    moment = datetime.datetime.fromtimestamp(ms // 1000, datetime.timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{ms % 1000:03d}Z"


def cid(ms, rng):
    """UUID of version 7 (RFC 9562)."""
    value = ms << 80 | 7 << 76 | rng.getrandbits(12) << 64 | 2 << 62 | rng.getrandbits(62)
    return str(uuid.UUID(int=value))


def person(login):
    """As docs/EXPORT.md §2.3 has them."""
    number, name = next((i, one[1]) for i, one in enumerate(PEOPLE, 1) if one[0] == login)
    return {"id": number, "login": login, "name": name}


def decorated(text, rng):
    """The text with a sign of Markdown in it."""
    words = text.split(" ")
    way = rng.choice(["bold", "italic", "quote", "list", "code", "strike", "spoiler"])
    if way == "quote":
        return "\n".join("> " + line for line in text.split("\n"))
    if way == "list" and len(words) > 6:
        third = len(words) // 3
        return "\n".join("- " + " ".join(part) for part in (words[:third], words[third:2 * third], words[2 * third:]))
    if way == "code":
        return "```\n" + text.replace("```", "'''") + "\n```"
    sign = {"italic": "_", "strike": "~~", "spoiler": "||"}.get(way, "**")
    at = rng.randrange(len(words))
    if words[at].isalnum():
        words[at] = sign + words[at] + sign
    return " ".join(words)


class Room:
    """Says what is written next. Knows the last messages, which are answered and reacted to."""

    def __init__(self, texts, rng):
        self.texts, self.rng = texts, rng
        self.recent = []  # (seq, login, language)
        self.languages = [language for language in ("fr", "en") if texts[language]]
        self.language = self.languages[0]
        self.speaker = PEOPLE[0]

    def turn(self):
        if self.rng.random() < 0.12:
            self.language = self.rng.choice(self.languages)
        if self.rng.random() < 0.55 or self.language not in self.speaker[2].split():
            able = [one for one in PEOPLE if self.language in one[2].split()]
            self.speaker = self.rng.choices(able, [one[3] for one in able])[0]

    def message(self, seq, ms):
        rng = self.rng
        self.turn()
        login = self.speaker[0]
        others = [other[0] for other in PEOPLE if other[0] != login]
        text = rng.choice(self.texts[self.language] if rng.random() < 0.8 else ASIDES[self.language])
        entry = {"seq": seq, "time": iso(ms), "kind": "message", "author": person(login), "cid": cid(ms, rng)}
        answered = [seq for seq, by, _ in self.recent if by != login]
        if answered and rng.random() < 0.12:
            entry["replyTo"] = rng.choice(answered[-20:])
        if rng.random() < 0.15:
            text, entry["format"] = decorated(text, rng), "markdown"
        elif rng.random() < 0.01:
            text, entry["format"] = text.split("\n")[0], "action"
        if rng.random() < 0.05:
            text += "\n" + rng.choice(LINKS)
        if rng.random() < 0.06:
            called = rng.choice(others)
            text, entry["mentions"] = f"@{called} {text}", [person(called)]
        entry["text"] = text
        if rng.random() < 0.04:
            entry["edited"] = iso(ms + rng.randrange(5_000, 600_000))
        if rng.random() < 0.08:
            entry["reactions"] = []
            for emoji in rng.sample(EMOJI, rng.choice([1, 1, 1, 2, 3])):
                people = rng.sample(others, rng.randint(1, 4))
                entry["reactions"].append({"emoji": emoji, "count": len(people), "people": [person(login) for login in people]})
        if rng.random() < 0.0005:
            entry["pinned"] = True
        assert len(text.encode()) <= MAX_TEXT
        self.recent = (self.recent + [(seq, login, self.language)])[-60:]
        return entry


def write_corpus(folder, texts, messages, seed, room="Corpus"):
    rng = random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "messages.jsonl")
    conversation = Room(texts, rng)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        server = {"id": uuid.UUID(int=random.Random(seed).getrandbits(128)).hex, "name": "Corpus"}
        head = {"salon": "export", "version": 1, "server": server, "room": {"id": 1, "kind": "public", "name": room},
                "exportedMs": int((START + datetime.timedelta(days=DAYS)).timestamp() * 1000), "exportedBy": person(PEOPLE[0][0]),
                "from": 1, "to": messages}
        file.write(json.dumps(head, ensure_ascii=False) + "\n")
        for seq, ms in enumerate(moments(messages, rng), 1):
            file.write(json.dumps(conversation.message(seq, ms), ensure_ascii=False) + "\n")
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--messages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", default="Corpus")
    parser.add_argument("--french", nargs="+", metavar="FILE")
    parser.add_argument("--english", nargs="+", metavar="FILE")
    parser.add_argument("folder")
    options = parser.parse_args()
    texts = {"fr": texts_in(options.french or [FRENCH_FORTUNES], "fr"), "en": texts_in(options.english or [ENGLISH_FORTUNES], "en")}
    if not texts["fr"] and not options.french:
        texts["fr"] = texts_in(FRENCH_PAGES, "fr")
    if not texts["en"]:
        sys.exit("There is no English text: apt-get install fortunes")
    if not texts["fr"]:
        sys.exit("There is no French text: apt-get install fortunes-fr or, where that is missing, debian-reference-fr debian-faq-fr")
    path = write_corpus(options.folder, texts, options.messages, options.seed, options.room)
    print(f"{path}: {options.messages} messages of {len(PEOPLE)} people, {len(texts['fr'])} French and {len(texts['en'])} English texts.")


if __name__ == "__main__":
    main()
