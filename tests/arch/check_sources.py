# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Rules that a single file must keep: check_sources.py ROOT"""

import pathlib
import re
import sys

import source_tree

SHIPPED = ("shared", "server", "client-gui", "client-console")
# Written in two parts, so that `reuse` does not take them for this file's own.
COPYRIGHT, LICENCE = "SPDX-" "FileCopyrightText:", "SPDX-" "License-Identifier: Apache-2.0"
WITH_HEADER = (".h", ".cpp", ".py", ".sh", ".cmake", ".sql", ".cddl", ".yaml", ".yml", ".toml")
SNAKE_CASE = re.compile(r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")

# (what is wrong, pattern in the code, which files)
CODE_RULES = (
    # Inside a function it does no harm; clang-format keeps what is outside at the first column.
    ("`using namespace` in a header", re.compile(r"^using\s+namespace\b", re.MULTILINE), lambda p: p.endswith(".h")),
    ("connect by string", re.compile(r"\b(SIGNAL|SLOT)\s*\("), lambda p: True),
    ("a wait that blocks the thread", re.compile(
        r"\bwaitFor(Connected|Encrypted|ReadyRead|BytesWritten|Disconnected|NewConnection|Started|Finished)\b"),
     lambda p: p.startswith(SHIPPED)),
    ("an event loop inside a function", re.compile(
        r"\bQEventLoop\b(?!::)|\b(Q\w*Application::|qApp->|QEventLoop::)processEvents\s*\("),
     lambda p: p.startswith(SHIPPED)),
    ("text handed to Qt's HTML or Markdown", re.compile(r"\b(setHtml|setMarkdown|insertHtml|appendHtml)\b"),
     lambda p: p.startswith(SHIPPED)),
    ("words for a tool tip that are not told to be plain (plainToolTip)", re.compile(
        r"(?<!m_icon\.)\bsetToolTip\s*\((?![^;]*\bplainToolTip\()|\bQToolTip::showText\s*\((?![^;]*\bplainToolTip\()"),
     lambda p: p.startswith("client-gui/")),
    ("rows read without a look at what ended them (SqliteConnection::next)", re.compile(r"(\.|->)next\(\)"),
     lambda p: p.startswith("server/store/") and p != "server/store/sqlite/sqlite_connection.cpp"),
    ("a lower-case Qt keyword", re.compile(r"^\s*(signals\s*:|(public|private|protected)\s+slots\s*:|emit\s)"
                                           r"|\bforeach\s*\(", re.MULTILINE), lambda p: True),
)
# A table may hold texts that it marks with one of these; elsewhere tr() takes literals, since lupdate sees no others.
TR_OF_VARIABLE = re.compile(r"(?<![\w:.>])tr\((?!\s*(?:\"\"|const char|\)))")
MARKED = re.compile(r"\bQT_(TR|TRANSLATE)_(N_)?NOOP\b")


def needs_header(path):
    return path.endswith(WITH_HEADER) or path.split("/")[-1] in ("CMakeLists.txt", ".clang-tidy", ".clang-format")


def problems(root):
    found = []
    names = list(source_tree.files(root))
    if not names:
        found.append(f"no file below {root}")
    for name in names:
        if needs_header(name):
            lines = (pathlib.Path(root) / name).read_text(encoding="utf-8", errors="replace").split("\n")[:6]
            if not all(any(tag in line for line in lines) for tag in (COPYRIGHT, LICENCE)):
                found.append(f"{name}: no SPDX header in its first lines")
        if name.endswith(source_tree.CODE_SUFFIXES) and not SNAKE_CASE.match(name.split("/")[-1]):
            found.append(f"{name}: file names are snake_case")
    for file in source_tree.code_files(root):
        code = file.code
        if file.path.endswith(".h") and not re.search(r"^#pragma once$", code, re.MULTILINE):
            found.append(f"{file.path}: no #pragma once")
        rules = CODE_RULES if MARKED.search(code) else CODE_RULES + (
            ("tr() of something else than a literal", TR_OF_VARIABLE, lambda p: p.startswith(SHIPPED)),)
        for what, pattern, applies in rules:
            if applies(file.path):
                for match in pattern.finditer(code):
                    line = code.count("\n", 0, match.end()) + 1
                    found.append(f"{file.path}:{line}: {what}: {match.group(0).strip()}")
    return found


if __name__ == "__main__":
    report = problems(sys.argv[1])
    print("\n".join(report) or "every source keeps the rules")
    sys.exit(1 if report else 0)
