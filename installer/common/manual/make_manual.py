#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Makes the man pages (English and French) and the shell completions of one program.

The prose stands in <program>.toml; the options are what the program itself says with --help, so that neither a page nor
a completion can know others. Writes en/<page>, fr/<page>, bash, zsh and fish into the folder --out.

Prose: a blank line ends a paragraph, "* " begins an item of a list, "term :: words" is a row of a table, four blanks
begin a line that is shown as it is, **words** are bold.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field

LANGUAGES = ("en", "fr")
TITLES = {
    "en": {"name": "NAME", "synopsis": "SYNOPSIS", "options": "OPTIONS", "arguments": "ARGUMENTS"},
    "fr": {"name": "NOM", "synopsis": "SYNOPSIS", "options": "OPTIONS", "arguments": "ARGUMENTS"},
}
MANUAL = {"en": "Salon Manual", "fr": "Manuel de Salon"}


class Trouble(Exception):
    pass


@dataclass
class Option:
    flags: list[str]  # "-h", "--help"
    value: str  # "" for a switch
    text: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join(self.text)

    @property
    def long(self) -> list[str]:
        return [flag[2:] for flag in self.flags if flag.startswith("--")]

    @property
    def short(self) -> list[str]:
        return [flag[1:] for flag in self.flags if not flag.startswith("--")]

    @property
    def choices(self) -> list[str]:
        return self.value.split("|") if re.fullmatch(r"[a-z]+(\|[a-z]+)+", self.value) else []

    @property
    def kind(self) -> str:
        """What a shell may offer as its value; the English placeholder says it."""
        word = self.value.lower()
        return "folder" if word in ("folder", "dir") else "file" if word == "file" else "words" if self.choices else ""

    @property
    def repeats(self) -> bool:
        return "repeated" in self.words.lower()


# "  -r, --room <room>  What it does", or the same with the words on the following lines.
HEAD = re.compile(r"^ {2}(?P<flags>--?[\w-]+(?:, --?[\w-]+)*)(?: <(?P<angle>[^>]+)>| (?P<plain>[^\s<]\S*))?(?: {2,}(?P<text>\S.*))?$")


def read_help(text: str) -> tuple[list[Option], list[tuple[str, str]]]:
    """The options, and the arguments with their words."""
    options: list[Option] = []
    arguments: list[tuple[str, str]] = []
    current: list[str] | None = None
    in_arguments = False
    for line in text.splitlines():
        head = HEAD.match(line)
        if re.match(r"^\S.*:$", line):
            in_arguments = line.startswith("Arguments")
            current = None
        elif head and not in_arguments:
            option = Option(head["flags"].split(", "), head["angle"] or head["plain"] or "")
            options.append(option)
            current = option.text
            if head["text"]:
                current.append(head["text"])
        elif in_arguments and (row := re.match(r"^ {2}(\S+) {2,}(\S.*)$", line)):
            current = [row[2]]
            arguments.append((row[1], current))
        elif current is not None and re.match(r"^ {8}", line):
            current.append(line.strip())
        else:
            current = None
    if not options or any(not option.text for option in options):
        raise Trouble(f"--help was not understood:\n{text}")
    return options, [(name, " ".join(words)) for name, words in arguments]


def ask_help(program: str, language: str) -> str:
    """--help in a home of its own: nothing of the person who builds this, no display."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": home, "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
        environment["ASAN_OPTIONS"] = "detect_leaks=0"  # not here: the tests look for leaks
        if "LD_LIBRARY_PATH" in os.environ:
            environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        done = subprocess.run([program, "--lang", language, "--help"], env=environment, capture_output=True, check=False)
    if done.returncode != 0:
        raise Trouble(f"{program} --help ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8")


# --- man pages

ROFF = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "~": "\\(ti", "^": "\\(ha", " ": "\\ ", "\u00a0": "\\ ", "\u202f": "\\ "}


def roff(text: str) -> str:
    escaped = "".join(character if character == " " else ROFF.get(character, character) for character in text)
    escaped = re.sub(r"\*\*(.+?)\*\*", r"\\fB\1\\fR", escaped)
    return "\\&" + escaped if escaped.startswith((".", "\\(aq")) else escaped


def prose(text: str) -> list[str]:
    lines: list[str] = []
    in_code = False
    wants_paragraph = False
    for raw in text.strip("\n").splitlines():
        code = raw.startswith("    ")
        if code and not in_code:
            lines += [".PP", ".RS 4", ".nf"]
        elif in_code and not code:
            lines += [".fi", ".RE"]
        in_code = code
        row = re.match(r"^(\S.*?) :: (.*)$", raw)
        if code:
            lines.append(roff(raw[4:]))
            wants_paragraph = True
        elif not raw.strip():
            wants_paragraph = True
        elif raw.startswith("* "):
            lines += [".IP \\(bu 2", roff(raw[2:])]
            wants_paragraph = False
        elif row:
            lines += [".TP", f"\\fB{roff(row[1])}\\fR", roff(row[2])]
            wants_paragraph = False
        else:
            if wants_paragraph and lines:
                lines.append(".PP")
            lines.append(roff(raw.strip()))
            wants_paragraph = False
    return lines + ([".fi", ".RE"] if in_code else [])


def option_rows(options: list[Option]) -> list[str]:
    lines = []
    for option in options:
        flags = ", ".join(f"\\fB{roff(flag)}\\fR" for flag in option.flags)
        value = f" \\fI{roff(option.value)}\\fR" if option.value else ""
        lines += [".TP", flags + value, roff(option.words)]
    return lines


def page(source: dict, version: str, language: str, options: list[Option], arguments: list[tuple[str, str]]) -> str:
    name, titles = source["program"], TITLES[language]
    lines = [
        '.\\" SPDX-FileCopyrightText: 2026 The Salon developers',
        '.\\" SPDX-License-Identifier: Apache-2.0',
        f'.\\" Made by {pathlib.Path(__file__).name} from {name}.toml and {name} \\-\\-help.',
        f'.TH {roff(name.upper())} {source["section"]} "" "Salon {version}" "{MANUAL[language]}"',
        ".nh",
        f".SH {titles['name']}",
        f"{roff(name)} \\- {roff(source['summary'][language])}",
        f".SH {titles['synopsis']}",
        ".nf",
    ]
    for synopsis in source["synopsis"][language]:
        lines.append(f"\\fB{roff(name)}\\fR {roff(synopsis)}".rstrip())
    lines.append(".fi")
    for part in source["part"]:
        if part.get("options"):
            if arguments:
                lines.append(f".SH {titles['arguments']}")
                for argument, words in arguments:
                    lines += [".TP", f"\\fI{roff(argument)}\\fR", roff(words)]
            lines.append(f".SH {titles['options']}")
            lines += option_rows(options)
        else:
            lines.append(f'.SH "{part["title"][language].upper()}"')
            lines += prose(part["text"][language])
    return "\n".join(lines) + "\n"


# --- completions

HEADER = "# SPDX-FileCopyrightText: 2026 The Salon developers\n# SPDX-License-Identifier: Apache-2.0\n"


def bash(source: dict, options: list[Option]) -> str:
    name = source["program"]
    function = "_" + name.replace("-", "_")
    cases = []
    free = [flag for option in options if option.value and not option.kind for flag in option.flags]
    if free:
        cases.append(f"        {' | '.join(free)})\n            return\n            ;;\n")
    for option in options:
        if not option.kind:
            continue
        if option.choices:
            answer = f"mapfile -t COMPREPLY < <(compgen -W '{' '.join(option.choices)}' -- \"$word\")"
        else:
            letter = "d" if option.kind == "folder" else "f"
            answer = f'mapfile -t COMPREPLY < <(compgen -{letter} -- "$word")\n            compopt -o filenames 2>/dev/null'
        cases.append(f"        {' | '.join(option.flags)})\n            {answer}\n            return\n            ;;\n")
    flags = " ".join(flag for option in options for flag in option.flags)
    words = " ".join(source.get("commands", []))
    files = source.get("files", "")
    rest = f"mapfile -t COMPREPLY < <(compgen -W '{words}' -- \"$word\")" if words else ":"
    if files:
        rest = (
            f"mapfile -t COMPREPLY < <(compgen -f -X '!*{files}' -- \"$word\"; compgen -d -- \"$word\")\n"
            "        compopt -o filenames 2>/dev/null"
        )
    return (
        f"# shellcheck shell=bash\n{HEADER}{function}() {{\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n    COMPREPLY=()\n"
        "    # --option=value comes as three words\n"
        '    if [ "$word" = = ]; then\n        word=\n'
        '    elif [ "$before" = = ]; then\n        before=${COMP_WORDS[COMP_CWORD - 2]}\n    fi\n'
        '    case "$before" in\n' + "".join(cases) + "    esac\n"
        '    if [[ $word == -* ]]; then\n'
        f"        mapfile -t COMPREPLY < <(compgen -W '{flags}' -- \"$word\")\n"
        f"    else\n        {rest}\n    fi\n}}\n"
        f"complete -F {function} {name}\n"
    )


def zsh(source: dict, options: list[Option]) -> str:
    name = source["program"]

    def quoted(text: str) -> str:
        return text.replace("'", "'\\''")

    rows = []
    for option in options:
        words = re.sub(r"([\[\]:\\])", r"\\\1", option.words)
        action = {"folder": "_files -/", "file": "_files", "words": f"({' '.join(option.choices)})"}.get(option.kind, " ")
        label = option.value.replace(":", "\\:")
        value = f":{label}:{action}" if option.value else ""
        others = "" if option.repeats else f"({' '.join(option.flags)})"
        for flag in option.flags:
            equals = "=" if option.value and flag.startswith("--") else ""
            rows.append(f"'{'*' if option.repeats else quoted(others)}{flag}{equals}[{quoted(words)}]{quoted(value)}'")
    if source.get("commands"):
        rows.append(f"'1::command:({' '.join(source['commands'])})'")
    elif source.get("files"):
        rows.append(f"'1::link:_files -g \"*{source['files']}\"'")
    body = " \\\n    ".join(rows)
    return f"#compdef {name}\n{HEADER}\n_arguments \\\n    {body}\n"


def fish(source: dict, options: list[Option]) -> str:
    name = source["program"]

    def quoted(text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    lines = [HEADER + f"complete -c {name} -f"]
    for option in options:
        words = [f"complete -c {name}"]
        words += [f"-s {flag}" for flag in option.short] + [f"-l {flag}" for flag in option.long]
        if option.value:
            words.append({"folder": "-x -a '(__fish_complete_directories)'", "file": "-r -F"}.get(
                option.kind, f"-x -a {quoted(' '.join(option.choices))}" if option.choices else "-x"))
        lines.append(" ".join(words) + f" -d {quoted(option.words)}")
    if source.get("commands"):
        lines.append(f"complete -c {name} -a {quoted(' '.join(source['commands']))}")
    if source.get("files"):
        lines.append(f"complete -c {name} -a '(__fish_complete_suffix {source['files']})'")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--source", required=True, type=pathlib.Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    given = parser.parse_args()
    source = tomllib.loads(given.source.read_text(encoding="utf-8"))
    english: list[Option] = []
    for language in LANGUAGES:
        options, arguments = read_help(ask_help(given.program, language))
        english = english or options
        if [option.flags for option in options] != [option.flags for option in english]:
            raise Trouble(f"{given.program} --help shows other options in {language} than in {LANGUAGES[0]}")
        folder = given.out / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{source['program']}.{source['section']}").write_text(
            page(source, given.version, language, options, arguments), encoding="utf-8")
    for shell, make in (("bash", bash), ("zsh", zsh), ("fish", fish)):
        (given.out / shell).write_text(make(source, english), encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except Trouble as trouble:
        sys.exit(str(trouble))
