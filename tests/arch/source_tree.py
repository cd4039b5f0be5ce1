# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""The source tree as the checks of this folder see it: files, their code without comments and texts, their includes."""

import pathlib
import re

TOP_FOLDERS = ("shared", "server", "client-gui", "client-console", "tests", "benchmarks", "cmake", "resources",
               "translations", "installer", "docs", ".ci")
CODE_SUFFIXES = (".h", ".cpp")
_TOKEN = re.compile(
    r"""(?P<raw>R"(?P<mark>[^()\s\\]*)\(.*?\)(?P=mark)")"""
    r"""|(?P<text>"(?:\\.|[^"\\\n])*")"""
    r"""|(?P<char>(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')"""
    r"""|(?P<line>//[^\n]*)"""
    r"""|(?P<block>/\*.*?\*/)""", re.DOTALL)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def _blank(match):
    kept = '""' if match.lastgroup in ("raw", "mark", "text") else "' '" if match.lastgroup == "char" else " "
    return kept + "\n" * match.group(0).count("\n")


class SourceFile:
    """One file: `path` is relative to the root, with slashes."""

    def __init__(self, root, path):
        self.path = path
        self.text = (root / path).read_text(encoding="utf-8", errors="replace")

    @property
    def code(self):
        """The text without comments and with every string literal emptied; line numbers stay."""
        return _TOKEN.sub(_blank, self.text)

    @property
    def includes(self):
        """(line, name, quoted) of every include that is not in a comment."""
        found = []
        for number, line in enumerate(_without_comments(self.text).split("\n"), 1):
            match = _INCLUDE.match(line)
            if match:
                found.append((number, match.group(1) or match.group(2), match.group(1) is not None))
        return found


def _without_comments(text):
    return _TOKEN.sub(lambda m: _blank(m) if m.lastgroup in ("line", "block") else m.group(0), text)


def files(root, suffixes=None, folders=TOP_FOLDERS):
    """Files of the project below `folders` and at the top, sorted; build folders and hidden ones are not the project."""
    root = pathlib.Path(root)
    paths = [p for p in root.iterdir() if p.is_file()] if folders is TOP_FOLDERS else []
    for folder in folders:
        if (root / folder).is_dir():
            paths += [p for p in (root / folder).rglob("*") if p.is_file()]
    for path in sorted(paths):
        relative = path.relative_to(root).as_posix()
        if "__pycache__" in relative or (suffixes and path.suffix not in suffixes):
            continue
        yield SourceFile(root, relative) if suffixes else relative


def code_files(root, folders=TOP_FOLDERS):
    return files(root, CODE_SUFFIXES, folders)
