# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""The licences of a Debian package in SPDX's words, from its copyright file."""
import pathlib
import re

# Debian's short names (copyright-format 1.0) of licences that SPDX knows under another one, in lower case.
NAMES = {
    "apache-2": "Apache-2.0", "apache-2.0": "Apache-2.0", "artistic": "Artistic-1.0-Perl", "artistic-1": "Artistic-1.0",
    "bsd-2-clause": "BSD-2-Clause", "bsd-3-clause": "BSD-3-Clause", "bsd-4-clause": "BSD-4-Clause", "bsl-1": "BSL-1.0",
    "bsl-1.0": "BSL-1.0", "boost-1.0": "BSL-1.0", "cc0": "CC0-1.0", "cc0-1.0": "CC0-1.0", "expat": "MIT", "mit": "MIT",
    "gpl-1+": "GPL-1.0-or-later", "gpl-2": "GPL-2.0-only", "gpl-2+": "GPL-2.0-or-later", "gpl-3": "GPL-3.0-only",
    "gpl-3+": "GPL-3.0-or-later", "gpl-2.0": "GPL-2.0-only", "gpl-2.0+": "GPL-2.0-or-later", "gpl-3.0": "GPL-3.0-only",
    "gpl-3.0+": "GPL-3.0-or-later", "lgpl-2": "LGPL-2.0-only", "lgpl-2+": "LGPL-2.0-or-later", "lgpl-2.1": "LGPL-2.1-only",
    "lgpl-2.0+": "LGPL-2.0-or-later", "lgpl-2.1+": "LGPL-2.1-or-later", "lgpl-3": "LGPL-3.0-only",
    "lgpl-3+": "LGPL-3.0-or-later", "lgpl-3.0": "LGPL-3.0-only", "gfdl-1.3": "GFDL-1.3-only",
    "gfdl-1.3+": "GFDL-1.3-or-later", "isc": "ISC", "libpng": "Libpng", "mpl-2.0": "MPL-2.0", "mpl-1.1": "MPL-1.1",
    "unlicense": "Unlicense", "x11": "X11", "zlib": "Zlib", "ftl": "FTL", "afl-2.1": "AFL-2.1", "ijg": "IJG",
    "bsd-1-clause": "BSD-1-Clause", "0bsd": "0BSD", "openssl": "OpenSSL", "wtfpl": "WTFPL", "wtfpl-2": "WTFPL",
}


def fields(text):
    """The first line of each License field that stands beside files, as in copyright-format 1.0; none when it is not."""
    if "copyright-format" not in text[:2000] and "dep5" not in text[:2000].lower():
        return []
    found = []
    for paragraph in re.split(r"\n\s*\n", text):
        licence = re.search(r"^License:[ \t]*(\S.*)$", paragraph, re.MULTILINE | re.IGNORECASE)
        if licence and re.search(r"^Files:", paragraph, re.MULTILINE | re.IGNORECASE):
            found.append(licence.group(1).strip())
    return found


class Licences:
    """Translates, and collects what SPDX has no name for (`extracted`, by identifier)."""

    def __init__(self):
        self.extracted = {}

    def reference(self, words, package):
        """An identifier of this document for a licence that SPDX does not know; packages do not mean the same by a name."""
        name = f"LicenseRef-{re.sub(r'[^A-Za-z0-9.-]+', '-', package + '-' + words).strip('-')}"
        self.extracted[name] = (words, f"“{words}” in the copyright file of Debian's package {package} "
                                f"(usr/share/doc/{package}/copyright in what was shipped, with its whole text).")
        return name

    def one(self, words, package):
        return NAMES.get(words.lower()) or self.reference(words, package)

    def expression(self, words, package):
        """Of one License field. Exceptions are left to the copyright file's own words."""
        if re.search(r"\bwith\b", words, re.IGNORECASE):
            return self.reference(words, package)
        ands = []
        for part in re.split(r",?\s+and\s+|,\s*(?!or\b)", words, flags=re.IGNORECASE):
            ors = [self.one(name.strip(" ,()"), package) for name in re.split(r",?\s+(?:and/)?or\s+|\s*\|\s*", part) if name.strip(" ,()")]
            if ors:
                ands.append(ors[0] if len(ors) == 1 else "(" + " OR ".join(dict.fromkeys(ors)) + ")")
        return " AND ".join(dict.fromkeys(ands)) or self.reference(words, package)

    def of_package(self, package, copyright_file):
        """Everything that the copyright file names, joined with AND."""
        text = pathlib.Path(copyright_file).read_text(encoding="utf-8", errors="replace")
        parts = dict.fromkeys(part for words in fields(text) for part in self.expression(words, package).split(" AND "))
        return " AND ".join(parts) or self.reference("as described", package)
