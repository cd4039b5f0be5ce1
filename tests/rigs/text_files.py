# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Texts for messages out of files: fortune files (paragraphs between lines with %) and HTML pages."""
import html.parser
import re

MAX_TEXT, MAX_LINE, MAX_LINES = 16 * 1024, 4000, 500  # what a server takes, in bytes, characters and lines


class Paragraphs(html.parser.HTMLParser):
    """The text of <p>, <li> and <pre>, without markup."""

    def __init__(self):
        super().__init__()
        self.found, self.depth, self.parts = [], 0, []

    def handle_starttag(self, tag, attrs):
        if tag in ("p", "pre", "li"):
            self.depth += 1

    def handle_endtag(self, tag):
        if tag in ("p", "pre", "li") and self.depth:
            self.depth -= 1
            self.found.append("".join(self.parts))
            self.parts = []

    def handle_data(self, data):
        if self.depth:
            self.parts.append(data)


def texts_of(path):
    """Those of one file that a server takes as they stand; no control characters, none of a few letters only."""
    with open(path, encoding="utf-8", errors="replace") as file:
        content = file.read()
    if path.endswith((".html", ".htm")):
        parser = Paragraphs()
        parser.feed(content)
        found = [re.sub(r"\s+", " ", text) for text in parser.found]
    else:
        found = re.split(r"^%$", content, flags=re.MULTILINE)
    for text in found:
        text = "".join(c for c in text.strip() if c in "\n\t" or c.isprintable())
        fits = len(text.encode()) <= MAX_TEXT and all(len(line) <= MAX_LINE for line in text.split("\n"))
        if len(text) > 8 and fits and text.count("\n") < MAX_LINES:
            yield text
