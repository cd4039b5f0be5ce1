#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Holds an SPDX 2.3 document in JSON against the rules of the format: check_sbom.py FILE [--folder FOLDER]

What the specification asks for: fields that must be there, forms of identifiers, dates, checksums and licence expressions,
identifiers used once, relations between things that exist, everything described or reachable. With --folder also: the
checksum of each file there is the one that the document says, and none is missing from it.
"""
import argparse
import hashlib
import json
import pathlib
import re
import sys

FORMS = {
    "identifier": r"SPDXRef-[A-Za-z0-9.-]+", "date": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
    "namespace": r"[a-z]+://[^#\s]+", "creator": r"(Person|Organization|Tool): \S.*",
    "supplier": r"NOASSERTION|(Person|Organization): \S.*",
}
DIGITS = {"SHA1": 40, "SHA256": 64, "SHA512": 128, "MD5": 32}
RELATIONS = {"DESCRIBES", "DESCRIBED_BY", "CONTAINS", "CONTAINED_BY", "DEPENDS_ON", "GENERATED_FROM", "OTHER"}
PURPOSES = {"APPLICATION", "FRAMEWORK", "LIBRARY", "CONTAINER", "OPERATING-SYSTEM", "DEVICE", "FIRMWARE", "SOURCE", "ARCHIVE",
            "FILE", "INSTALL", "OTHER"}
# Of SPDX's list, those that this project and its libraries have come across; a name that is new is worth a look.
LICENCES = set("""0BSD AFL-2.1 Apache-2.0 Artistic-1.0 Artistic-1.0-Perl BSD-1-Clause BSD-2-Clause BSD-3-Clause BSD-4-Clause BSL-1.0
    CC0-1.0 FTL GFDL-1.3-only GFDL-1.3-or-later GPL-1.0-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later IJG ISC
    LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later Libpng MIT MPL-1.1 MPL-2.0 OpenSSL
    Unicode-DFS-2016 Unlicense WTFPL X11 Zlib blessing""".split())
EXCEPTIONS = {"GCC-exception-3.1", "Qt-GPL-exception-1.0"}


class Checker:
    """Collects what is wrong."""

    def __init__(self, document):
        self.document = document
        self.problems = []
        self.references = {entry.get("licenseId") for entry in document.get("hasExtractedLicensingInfos", [])}

    def expect(self, good, problem):
        if not good:
            self.problems.append(problem)

    def form(self, where, name, value):
        self.expect(isinstance(value, str) and re.fullmatch(FORMS[name], value), f"{where}: {value!r} is no {name}")

    def required(self, where, thing, *names):
        for name in names:
            self.expect(thing.get(name) not in (None, "", []), f"{where}: no {name}")

    def licence(self, where, expression):
        """Grammar of licence expressions: names, AND, OR, WITH an exception, parentheses."""
        if expression in ("NOASSERTION", "NONE"):
            return
        words = re.findall(r"[()]|[^\s()]+", str(expression))
        depth = 0
        name_is_next = True
        for position, word in enumerate(words):
            if word == "(":
                good = name_is_next
                depth += 1
            elif word == ")":
                good = not name_is_next and depth > 0
                depth -= 1
            elif word in ("AND", "OR", "WITH"):
                good = not name_is_next
                name_is_next = True
            else:
                known = word in EXCEPTIONS if position and words[position - 1] == "WITH" else word in LICENCES | self.references
                good = name_is_next and known
                name_is_next = False
            if not good:
                self.expect(False, f"{where}: licence expression at {word!r}: {expression}")
                return
        self.expect(depth == 0 and not name_is_next, f"{where}: licence expression is not finished: {expression}")

    def checksum_list(self, where, thing, *needed):
        found = {entry.get("algorithm"): entry.get("checksumValue", "") for entry in thing.get("checksums", [])}
        for algorithm, value in found.items():
            self.expect(algorithm in DIGITS and re.fullmatch(f"[0-9a-f]{{{DIGITS.get(algorithm, 0)}}}", value), f"{where}: checksum {algorithm}")
        for algorithm in needed:
            self.expect(algorithm in found, f"{where}: no {algorithm}")

    def head(self):
        document = self.document
        self.required("document", document, "spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo")
        self.expect(document.get("spdxVersion") == "SPDX-2.3", "document: not SPDX-2.3")
        self.expect(document.get("dataLicense") == "CC0-1.0", "document: the data licence must be CC0-1.0")
        self.expect(document.get("SPDXID") == "SPDXRef-DOCUMENT", "document: SPDXID must be SPDXRef-DOCUMENT")
        self.form("document", "namespace", document.get("documentNamespace"))
        information = document.get("creationInfo", {})
        self.form("creationInfo", "date", information.get("created"))
        self.expect(information.get("creators"), "creationInfo: no creators")
        for creator in information.get("creators", []):
            self.form("creationInfo", "creator", creator)

    def package(self, package):
        where = package.get("SPDXID", "?")
        self.required(where, package, "SPDXID", "name", "downloadLocation")
        self.form(where, "supplier", package.get("supplier", "NOASSERTION"))
        self.expect(package.get("filesAnalyzed") is False or "packageVerificationCode" in package, f"{where}: files analysed without code")
        self.expect(package.get("primaryPackagePurpose", "OTHER") in PURPOSES, f"{where}: purpose {package.get('primaryPackagePurpose')}")
        self.checksum_list(where, package, *(["SHA256"] if "packageFileName" in package else []))
        for name in ("licenseConcluded", "licenseDeclared"):
            self.licence(f"{where} {name}", package.get(name, "NOASSERTION"))
        if "packageFileName" in package or where.startswith("SPDXRef-Debian-"):
            self.expect(package.get("licenseDeclared") != "NOASSERTION", f"{where}: what is shipped must have a licence")
            self.required(where, package, "versionInfo")
            self.expect(package.get("supplier") != "NOASSERTION", f"{where}: what is shipped must have a supplier")
        for reference in package.get("externalRefs", []):
            self.required(where, reference, "referenceCategory", "referenceType", "referenceLocator")

    def file(self, file):
        where = file.get("SPDXID", "?")
        self.required(where, file, "SPDXID", "fileName", "checksums")
        self.expect(str(file.get("fileName")).startswith("./"), f"{where}: the name must begin with ./")
        self.checksum_list(where, file, "SHA1")

    def graph(self):
        things = [self.document, *self.document.get("packages", []), *self.document.get("files", [])]
        names = [thing.get("SPDXID") for thing in things]
        for name in names:
            self.form("element", "identifier", name)
        for name in {name for name in names if names.count(name) > 1}:
            self.expect(False, f"{name} is there more than once")
        near = {}
        for relation in self.document.get("relationships", []):
            self.required("relation", relation, "spdxElementId", "relationshipType", "relatedSpdxElement")
            one, kind, other = (relation.get(name) for name in ("spdxElementId", "relationshipType", "relatedSpdxElement"))
            self.expect(kind in RELATIONS, f"relation {kind}")
            for name in (one, other):
                self.expect(name in names, f"relation to {name}, which is not there")
            near.setdefault(one, []).append(other)
        self.expect(near.get("SPDXRef-DOCUMENT"), "the document describes nothing")
        reached = set()
        waiting = ["SPDXRef-DOCUMENT"]
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += near.get(name, [])
        for name in sorted(set(names) - reached):
            self.expect(False, f"nothing leads to {name}")

    def licence_texts(self):
        used = json.dumps([self.document.get("packages"), self.document.get("files")])
        for entry in self.document.get("hasExtractedLicensingInfos", []):
            self.required(entry.get("licenseId", "?"), entry, "licenseId", "extractedText")
            self.expect(re.fullmatch(r"LicenseRef-[A-Za-z0-9.-]+", entry.get("licenseId", "")), f"{entry.get('licenseId')}: form")
            self.expect(entry.get("licenseId", "?") in used, f"{entry.get('licenseId')} is used nowhere")
        names = [entry.get("licenseId") for entry in self.document.get("hasExtractedLicensingInfos", [])]
        self.expect(len(names) == len(set(names)), "a licence's text is there twice")

    def folder(self, folder, beside):
        said = {package["packageFileName"]: package["checksums"] for package in self.document["packages"] if "packageFileName" in package}
        there = {path.name for path in folder.iterdir() if path.is_file()} - beside
        for name in sorted(there ^ set(said)):
            self.expect(False, f"{name} is only in {'the folder' if name in there else 'the document'}")
        for name in sorted(there & set(said)):
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            self.expect(any(entry["checksumValue"] == digest for entry in said[name]), f"{name}: another checksum")

    def everything(self):
        self.head()
        for package in self.document.get("packages", []):
            self.package(package)
        for file in self.document.get("files", []):
            self.file(file)
        self.graph()
        self.licence_texts()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--folder", type=pathlib.Path, help="where the packages are")
    arguments = parser.parse_args()
    checker = Checker(json.loads(arguments.file.read_text(encoding="utf-8")))
    checker.everything()
    if arguments.folder and not checker.problems:
        checker.folder(arguments.folder, {arguments.file.name, "SHA256SUMS"})
    for problem in checker.problems:
        print(f"check_sbom.py: {problem}", file=sys.stderr)
    if checker.problems:
        sys.exit(1)
    print(f"{arguments.file}: right")


if __name__ == "__main__":
    main()
