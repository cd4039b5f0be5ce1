# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Holds a catalogue against its rules and, with --lupdate, against the source.

check_translations.py FOLDER CATALOGUE [--lupdate PROGRAM --sources LIST --include ROOT]
FOLDER/CATALOGUE_fr.ts has every string; FOLDER/CATALOGUE_en.ts only plural forms.
"""

import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

Message = collections.namedtuple("Message", "context source comment plural state forms")
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|L?n)")
# Before these French has a no-break space (U+00A0 or U+202F), where they end a word and do not follow one another.
UNSPACED = re.compile(r"(?<![\u00a0\u202f;:!?(\[/«])[;:!?]+(?=$|[\s\u00a0\u202f\"”»)\]…])")
PLAIN_SPACE = re.compile(r" [;:!?»](?=$|\W)|« ")
SHORTCODE = re.compile(r":[a-z0-9_+-]+:")  # of an emoji; typed as it stands
GUILLEMETS = re.compile(r"«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»")


def _bytes(node):
    """Text of an element; <byte value="x1b"/> stands for a control character."""
    text = node.text or ""
    for child in node:
        if child.tag == "byte":
            value = child.get("value")
            text += chr(int(value[1:], 16) if value.startswith("x") else int(value))
        text += child.tail or ""
    return text


def read(path):
    messages = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for node in context.iter("message"):
            translation = node.find("translation")
            plural = node.get("numerus") == "yes"
            forms = []
            if translation is not None:
                forms = [_bytes(f) for f in translation.iter("numerusform")] if plural else [_bytes(translation)]
            message = Message(name, _bytes(node.find("source")), node.findtext("comment") or "", plural,
                              None if translation is None else translation.get("type"), forms)
            messages[message[:4]] = message
    return messages


def french_problems(text):
    text = SHORTCODE.sub("", text)
    if UNSPACED.search(text) or PLAIN_SPACE.search(text) or GUILLEMETS.search(text):
        return ["no-break space missing before ; : ! ? or inside « »"]
    return []


def message_problems(message, language):
    if message.state:
        return [f"{message.state}"]
    found = []
    if len(message.forms) != (2 if message.plural else 1) or not all(form.strip() for form in message.forms):
        return ["not every form has a text"]
    wanted = set(PLACEHOLDER.findall(message.source))
    for form in message.forms:
        # A form may say "a message" without its number.
        if set(PLACEHOLDER.findall(form)) | ({"%n"} & wanted if message.plural else set()) != wanted:
            found.append("placeholders differ from the source")
        if (form[:1] == "\n", form[-1:] == "\n", form[-1:] == " ") != (
                message.source[:1] == "\n", message.source[-1:] == "\n", message.source[-1:] == " "):
            found.append("white space at the ends differs from the source")
        if language == "fr":
            found += french_problems(form)
    return found


def catalogue_problems(folder, catalogue):
    found, catalogues = [], {}
    for language in ("fr", "en"):
        path = pathlib.Path(folder) / f"{catalogue}_{language}.ts"
        try:
            catalogues[language] = read(path)
        except (OSError, ElementTree.ParseError) as error:
            found.append(f"{path.name}: {error}")
            continue
        wanted = {"fr": "fr_FR", "en": "en_US"}[language]
        if ElementTree.parse(path).getroot().get("language") != wanted:
            found.append(f"{path.name}: the language must be {wanted}")
        for message in catalogues[language].values():
            for problem in message_problems(message, language):
                found.append(f"{path.name}: {message.context}: {message.source!r}: {problem}")
    if len(catalogues) == 2:
        plurals = {key for key in catalogues["fr"] if key[3]}
        english = set(catalogues["en"])
        for key in sorted(plurals - english):
            found.append(f"{catalogue}_en.ts: {key[0]}: {key[1]!r}: plural forms missing")
        for key in sorted(english - set(catalogues["fr"])):
            found.append(f"{catalogue}_fr.ts: {key[0]}: {key[1]!r}: only in English")
        if not catalogues["fr"]:
            found.append(f"{catalogue}_fr.ts: no message at all")
    return found


def source_problems(folder, catalogue, lupdate, sources, include):
    """What lupdate would still add to or drop from the French catalogue."""
    current = pathlib.Path(folder) / f"{catalogue}_fr.ts"
    with tempfile.TemporaryDirectory() as temporary:
        copy = pathlib.Path(temporary) / current.name
        if current.exists():
            shutil.copy(current, copy)
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", f"-I{include}", f"@{sources}",
                        "-source-language", "en", "-target-language", "fr_FR", "-ts", str(copy)],
                       check=True, stdout=subprocess.DEVNULL)
        wanted = read(copy)
    present = read(current) if current.exists() else {}
    return ([f"{current.name}: {key[0]}: {key[1]!r}: in the source, not in the catalogue"
             for key in sorted(set(wanted) - set(present))]
            + [f"{current.name}: {key[0]}: {key[1]!r}: no longer in the source"
               for key in sorted(set(present) - set(wanted))])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("catalogue")
    parser.add_argument("--lupdate")
    parser.add_argument("--sources")
    parser.add_argument("--include")
    options = parser.parse_args()
    report = catalogue_problems(options.folder, options.catalogue)
    if options.lupdate:
        report += source_problems(options.folder, options.catalogue, options.lupdate, options.sources, options.include)
    print("\n".join(report) or f"{options.catalogue} is complete")
    sys.exit(1 if report else 0)
