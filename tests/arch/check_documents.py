# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Every picture, file and heading to which a document of the tree links is there: check_documents.py ROOT"""

import pathlib
import re
import sys

FENCED = re.compile(r"^( *)```.*?^\1```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def text_of(path):
    return FENCED.sub("", path.read_text(encoding="utf-8"))


def anchors_of(path):
    """As web sites that show documents make them from headings."""
    for heading in re.findall(r"^#+ +(.*)$", text_of(path), re.MULTILINE):
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("*", "")
        yield re.sub(r"[^\w\- ]", "", plain.strip().lower()).replace(" ", "-")


def problems(root):
    root = pathlib.Path(root)
    documents = [path for path in [*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("installer/**/*.md"),
                                   *root.glob("benchmarks/*.md")] if path.is_file()]
    if not documents:
        return [f"{root}: no document"]
    found = []
    for document in sorted(documents):
        for target in LINK.findall(text_of(document)):
            if re.match(r"\w+:", target):
                continue
            name, _, anchor = target.partition("#")
            path = document.parent / name if name else document
            where = document.relative_to(root)
            if not path.exists():
                found.append(f"{where}: there is no {target}")
            elif anchor and path.suffix == ".md" and anchor not in anchors_of(path):
                found.append(f"{where}: no heading is {target}")
    return found


if __name__ == "__main__":
    report = problems(sys.argv[1])
    print("\n".join(report) or "every link leads somewhere")
    sys.exit(1 if report else 0)
