# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Every word that PATTERN (its group 1) finds in SOURCE must stand in DOCUMENT: check_words.py SOURCE PATTERN DOCUMENT"""

import pathlib
import re
import sys


def problems(source, pattern, document):
    try:
        words = re.findall(pattern, pathlib.Path(source).read_text(encoding="utf-8"), re.MULTILINE)
        text = pathlib.Path(document).read_text(encoding="utf-8")
    except OSError as error:
        return [str(error)]
    if not words:
        return [f"{source}: nothing matches {pattern}"]
    return [f"{document} does not have `{word}`" for word in dict.fromkeys(words)
            if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


if __name__ == "__main__":
    report = problems(*sys.argv[1:4])
    print("\n".join(report) or "every word is documented")
    sys.exit(1 if report else 0)
