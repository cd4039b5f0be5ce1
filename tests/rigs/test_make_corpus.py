#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""What make_corpus.py promises, with a few texts of its own."""
import datetime
import json
import os
import subprocess
import sys
import tempfile
import unittest

import make_corpus

SCRIPT = make_corpus.__file__
FRENCH = """L'école est finie pour aujourd'hui, et le tableau est propre.
%
Qui veut la paix prépare la table : il y a des crêpes pour six.
%
Une phrase avec des mots qui se suivent, et rien d'autre.
"""
ENGLISH = "The quick brown fox.\n%\nTwo lines\nof one text.\n%\nshort\n%\nAll that glitters is not gold.\n"
TEXTS = {"fr": [text.strip() for text in FRENCH.split("%")], "en": ["The quick brown fox.", "All that glitters is not gold."]}


def entries(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class MakeCorpus(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def written(self, name, messages=2000, seed=1):
        return make_corpus.write_corpus(os.path.join(self.folder, name), TEXTS, messages, seed)

    def test_the_same_seed_gives_the_same_file(self):
        first, again, other = self.written("a"), self.written("b"), self.written("c", seed=2)
        with open(first, "rb") as a, open(again, "rb") as b, open(other, "rb") as c:
            bytes_of_first = a.read()
            self.assertEqual(bytes_of_first, b.read())
            self.assertNotEqual(bytes_of_first, c.read())

    def test_it_begins_with_a_line_about_itself(self):
        head, *messages = entries(self.written("a", messages=7))
        self.assertEqual((head["salon"], head["version"], head["room"]["name"]), ("export", 1, "Corpus"))
        self.assertEqual(len(messages), 7)

    def test_messages_are_in_order_over_two_years(self):
        _, *messages = entries(self.written("a"))
        self.assertEqual([message["seq"] for message in messages], list(range(1, 2001)))
        times = [message["time"] for message in messages]
        self.assertEqual(times, sorted(set(times)))
        first, last = (datetime.datetime.fromisoformat(times[i].replace("Z", "+00:00")) for i in (0, -1))
        self.assertGreater((last - first).days, 720)
        self.assertLess((last - first).days, 731)
        self.assertEqual(len({message["cid"] for message in messages}), 2000)

    def test_several_people_write_in_both_languages(self):
        _, *messages = entries(self.written("a"))
        self.assertGreater(len({message["author"]["login"] for message in messages}), 8)
        for language in ("fr", "en"):
            said = sum(any(text in message["text"] for text in TEXTS[language]) for message in messages)
            self.assertGreater(said, 200, language)

    def test_there_is_all_that_people_do_with_messages(self):
        _, *messages = entries(self.written("a"))
        by_seq = {message["seq"]: message for message in messages}
        logins = {person[0] for person in make_corpus.PEOPLE}
        for name in ("replyTo", "edited", "reactions", "mentions"):
            self.assertGreater(sum(name in message for message in messages), 20, name)
        self.assertGreater(sum(message.get("format") == "markdown" for message in messages), 100)
        self.assertGreater(sum("https://" in message["text"] for message in messages), 50)
        for message in messages:
            if "replyTo" in message:
                self.assertLess(message["replyTo"], message["seq"])
                self.assertNotEqual(by_seq[message["replyTo"]]["author"], message["author"])
            if "edited" in message:
                self.assertGreater(message["edited"], message["time"])
            for reaction in message.get("reactions", []):
                self.assertLessEqual({one["login"] for one in reaction["people"]}, logins - {message["author"]["login"]})
                self.assertEqual(reaction["count"], len(reaction["people"]))
            for one in message.get("mentions", []):
                self.assertIn("@" + one["login"], message["text"])

    def test_files_of_texts_are_read_and_short_ones_left_out(self):
        paths = []
        for name, text in (("fr", FRENCH), ("en", ENGLISH)):
            paths.append(os.path.join(self.folder, name))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(text)
        target = os.path.join(self.folder, "out")
        result = subprocess.run([sys.executable, "-B", SCRIPT, target, "--french", paths[0], "--english", paths[1], "--messages", "50"],
                                capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("3 French and 3 English texts", result.stdout)
        self.assertEqual(len(entries(os.path.join(target, "messages.jsonl"))), 51)

    def test_it_says_which_packages_are_missing(self):
        nothing = os.path.join(self.folder, "nothing")
        result = subprocess.run([sys.executable, "-B", SCRIPT, os.path.join(self.folder, "out"), "--english", nothing],
                                capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("apt-get install fortunes", result.stderr)


if __name__ == "__main__":
    unittest.main()
