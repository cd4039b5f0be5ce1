#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Writes what a release is made of, as SPDX 2.3 in JSON, read from the packages themselves.

make_sbom.py --version V --commit C --time T --output FILE ARTEFACT…

Each artefact becomes a package with its checksum and what it needs or brings along: the dependencies that deb and rpm
packages name; the Debian packages and each program and library inside the bundle, the container image and the Windows
archive. Fails on an artefact that it knows nothing of.
"""
import argparse
import fnmatch
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from datetime import datetime, timezone

from debian_licences import Licences

HERE = pathlib.Path(__file__).resolve().parent
SALON = "SPDXRef-Salon"
OWN_LICENCE = "Salon's own. What is inside has licences of its own: see the packages that this one contains."
VENDOR = "Organization: The Salon developers"
NOTHING = "NOASSERTION"


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def checksums(data, *algorithms):
    return [{"algorithm": name, "checksumValue": hashlib.new(name.lower(), data).hexdigest()} for name in algorithms]


class Document:
    """Packages, files and relations, each once."""

    def __init__(self):
        self.packages = {}
        self.files = {}
        self.relations = []
        self.licences = Licences()

    @staticmethod
    def identifier(*words):
        return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(words)).strip("-")

    def add_package(self, identifier, **values):
        """Values as in the specification; what is not given is said to be unknown."""
        self.packages.setdefault(identifier, {
            "SPDXID": identifier, "downloadLocation": NOTHING, "filesAnalyzed": False, "licenseConcluded": NOTHING,
            "licenseDeclared": NOTHING, "copyrightText": NOTHING, "supplier": NOTHING, **values})
        return identifier

    def add_file(self, owner, name, data):
        identifier = self.identifier("File", self.packages[owner]["name"], name)
        self.files[identifier] = {"SPDXID": identifier, "fileName": "./" + name, "checksums": checksums(data, "SHA1", "SHA256"),
                                  "fileTypes": ["BINARY"], "licenseConcluded": NOTHING, "copyrightText": NOTHING}
        self.relate(owner, "CONTAINS", identifier)

    def relate(self, one, kind, other, comment=None):
        relation = {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other,
                    **({"comment": comment} if comment else {})}
        if relation not in self.relations:
            self.relations.append(relation)

    def add_debian_packages(self, owner, table, copyright_of):
        """TABLE: lines of package, version, source, source version. They are inside of the owner."""
        for line in table.strip().splitlines()[1:]:
            name, version, source, source_version = line.split("\t")
            identifier = self.add_package(
                self.identifier("Debian", name, version), name=name, versionInfo=version,
                supplier="Organization: Debian", primaryPackagePurpose="LIBRARY",
                licenseDeclared=self.licences.of_package(name, copyright_of(name)),
                licenseComments="All that Debian's copyright file names for the whole source, also for files of it that are not shipped.",
                sourceInfo=f"Debian's source package {source} {source_version}",
                externalRefs=[{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                               "referenceLocator": f"pkg:deb/debian/{name}@{version}"}])
            self.relate(owner, "CONTAINS", identifier)

    def add_needed(self, owner, system, names):
        for name, version in names:
            identifier = self.add_package(self.identifier("Needed", system, name), name=name, primaryPackagePurpose="LIBRARY",
                                          comment=f"A package of the {system} system, not shipped.")
            self.relate(owner, "DEPENDS_ON", identifier, version)


def add_artefact(document, path, purpose, **values):
    data = path.read_bytes()
    identifier = document.add_package(
        document.identifier("Artefact", path.name), name=path.name, packageFileName=path.name, checksums=checksums(data, "SHA256"),
        licenseDeclared="Apache-2.0", licenseComments=OWN_LICENCE, supplier=VENDOR, primaryPackagePurpose=purpose,
        copyrightText="2026 The Salon developers", **values)
    document.relate("SPDXRef-DOCUMENT", "DESCRIBES", identifier)
    document.relate(identifier, "GENERATED_FROM", SALON)
    return identifier


def add_source(document, path, version):
    identifier = add_artefact(document, path, "SOURCE", versionInfo=version)
    document.relate(SALON, "OTHER", identifier, "The source as an archive")


def add_plain(purpose):
    def add(document, path, version):
        add_artefact(document, path, purpose, versionInfo=version)
    return add


def add_deb(document, path, _version):
    identifier = add_artefact(document, path, "INSTALL", versionInfo=run("dpkg-deb", "--field", path, "Version").strip())
    depends = run("dpkg-deb", "--field", path, "Depends").strip()
    names = [re.match(r"\s*([^ (|]+)\s*(?:\(([^)]*)\))?", part).groups() for part in depends.split(",") if part.strip()]
    document.add_needed(identifier, "Debian", names)
    with tempfile.TemporaryDirectory() as folder:
        run("dpkg-deb", "--extract", path, folder)
        for program in sorted(pathlib.Path(folder).glob("usr/bin/*")):
            document.add_file(identifier, f"usr/bin/{program.name}", program.read_bytes())


def add_rpm(document, path, _version):
    identifier = add_artefact(document, path, "SOURCE" if path.name.endswith(".src.rpm") else "INSTALL",
                              versionInfo=run("rpm", "-qp", "--queryformat", "%{VERSION}-%{RELEASE}", path))
    names = {line.split()[0] if not line.startswith("(") else line: None for line in run("rpm", "-qp", "--requires", path).splitlines()}
    document.add_needed(identifier, "rpm", [(name, None) for name in names if not name.startswith("rpmlib(")])


def add_tree(document, identifier, root, table):
    """What is in an unpacked bundle or image: Debian's packages, and every program and library with its checksums."""
    document.add_debian_packages(identifier, (root / table).read_text(encoding="utf-8"),
                                 lambda name: root / "usr/share/doc" / name / "copyright")
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF":
            document.add_file(identifier, path.relative_to(root).as_posix(), path.read_bytes())


def add_bundle(document, path, version):
    identifier = add_artefact(document, path, "APPLICATION", versionInfo=version,
                              comment="Debian's files, but for the folder in which each looks for its libraries (RUNPATH).")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([path.resolve(), "--appimage-extract"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        add_tree(document, identifier, pathlib.Path(folder) / "squashfs-root", "usr/share/doc/salon/bundle-contents.tsv")


def add_image(document, path, version):
    identifier = add_artefact(document, path, "CONTAINER", versionInfo=version)
    with tarfile.open(path) as archive:
        index = json.load(archive.extractfile("index.json"))

        def blob(digest):
            return archive.extractfile("blobs/" + digest.replace(":", "/")).read()

        manifest = json.loads(blob(index["manifests"][0]["digest"]))
        layers = [blob(layer["digest"]) for layer in manifest["layers"]]
    with tempfile.TemporaryDirectory() as folder:
        for layer in layers:
            with tarfile.open(fileobj=io.BytesIO(layer)) as archive:
                for entry in archive:
                    entry.uid, entry.gid, entry.uname, entry.gname = -1, -1, "", ""
                    archive.extract(entry, folder)
        add_tree(document, identifier, pathlib.Path(folder), "usr/share/doc/salon-server/image-contents.tsv")


def windows_libraries():
    lines = (HERE / "windows-libraries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def add_windows_libraries(document, identifier, names):
    """The table's libraries; every DLL that is shipped must belong to one of them, and each pattern to a DLL."""
    unknown = set(names)
    for name, version, source, licence, supplier, patterns in windows_libraries():
        mine = {file for file in names for pattern in patterns.split() if fnmatch.fnmatch(file.lower(), pattern.lower())}
        unknown -= mine
        if patterns != "-" and names and not mine:
            continue
        library = document.add_package(
            document.identifier("Windows", name), name=name, versionInfo=version, licenseDeclared=licence, primaryPackagePurpose="LIBRARY",
            supplier=f"Organization: {supplier}", sourceInfo=f"Built from Debian's source package {source}")
        document.relate(identifier, "CONTAINS", library)
    if unknown:
        sys.exit(f"make_sbom.py: windows-libraries.tsv does not know {', '.join(sorted(unknown))}")


def add_windows_zip(document, path, version):
    identifier = add_artefact(document, path, "ARCHIVE", versionInfo=version)
    with zipfile.ZipFile(path) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    for name, data in sorted(files.items()):
        if data[:2] == b"MZ":
            document.add_file(identifier, name, data)
    add_windows_libraries(document, identifier, [name.rsplit("/", 1)[-1] for name in files if name.lower().endswith(".dll")])


def add_windows_installer(document, path, version):
    identifier = add_artefact(document, path, "INSTALL", versionInfo=version,
                              comment="Holds the files of the zip of the same version; its own code is NSIS's (Zlib).")
    add_windows_libraries(document, identifier, [])


def add_disk_image(document, path, version):
    add_artefact(document, path, "INSTALL", versionInfo=version,
                 comment="Brings Qt and other libraries along, as they were on the Mac where it was made; they are not listed here.")


KINDS = [
    ("*.orig.tar.xz", add_source), ("salon-*.tar.xz", add_source), ("*.debian.tar.xz", add_plain("SOURCE")), ("*.dsc", add_plain("SOURCE")),
    ("*.deb", add_deb), ("*.rpm", add_rpm), ("*.AppImage", add_bundle), ("*.oci.tar", add_image),
    ("*.zip", add_windows_zip), ("*.exe", add_windows_installer), ("*.dmg", add_disk_image),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--version", "--commit", "--output"):
        parser.add_argument(name, required=True)
    parser.add_argument("--time", type=int, required=True, help="seconds since 1970, of the commit")
    parser.add_argument("artefacts", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    document = Document()
    document.add_package(SALON, name="Salon", versionInfo=arguments.version, supplier=VENDOR, originator=VENDOR,
                         licenseDeclared="Apache-2.0", copyrightText="2026 The Salon developers", primaryPackagePurpose="APPLICATION",
                         homepage="https://salon.example/", sourceInfo=f"git commit {arguments.commit}")
    document.relate("SPDXRef-DOCUMENT", "DESCRIBES", SALON)
    for path in sorted(arguments.artefacts, key=lambda path: path.name):
        add = next((add for pattern, add in KINDS if fnmatch.fnmatch(path.name, pattern)), None)
        if not add:
            sys.exit(f"make_sbom.py: what is {path.name}?")
        add(document, path, arguments.version)
    created = datetime.fromtimestamp(arguments.time, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    result = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"Salon {arguments.version}",
        "documentNamespace": f"https://salon.example/spdx/salon-{arguments.version}-{arguments.commit}",
        "creationInfo": {"created": created, "creators": [VENDOR, "Tool: installer/sbom/make_sbom.py"]},
        "packages": list(document.packages.values()), "files": list(document.files.values()),
        "hasExtractedLicensingInfos": [{"licenseId": name, "name": words, "extractedText": text}
                                       for name, (words, text) in sorted(document.licences.extracted.items())],
        "relationships": document.relations,
    }
    pathlib.Path(arguments.output).write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{arguments.output}: {len(result['packages'])} packages, {len(result['files'])} files, "
          f"{len(result['relationships'])} relations")


if __name__ == "__main__":
    main()
