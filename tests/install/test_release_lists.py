#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""The checker of SBOMs finds each kind of mistake, and container images are right, the same each time, and checked.

test_release_lists.py ROOT: the project's folder."""
import argparse
import copy
import io
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "installer/sbom"), str(ROOT / "installer/container")]

import check_sbom  # noqa: E402
import debian_licences  # noqa: E402
import make_sbom  # noqa: E402
import oci_image  # noqa: E402

PACKAGE = {
    "SPDXID": "SPDXRef-Artefact-a", "name": "a.tar.xz", "packageFileName": "a.tar.xz", "versionInfo": "1", "downloadLocation": "NOASSERTION",
    "filesAnalyzed": False, "licenseDeclared": "Apache-2.0 AND (MIT OR LicenseRef-x) AND GPL-3.0-or-later WITH GCC-exception-3.1",
    "supplier": "Organization: Somebody", "primaryPackagePurpose": "SOURCE", "checksums": [{"algorithm": "SHA256", "checksumValue": "0" * 64}],
}
DOCUMENT = {
    "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "a",
    "documentNamespace": "https://salon.example/a", "creationInfo": {"created": "2026-01-02T03:04:05Z", "creators": ["Tool: x"]},
    "packages": [PACKAGE],
    "files": [{"SPDXID": "SPDXRef-File-b", "fileName": "./b", "checksums": [{"algorithm": "SHA1", "checksumValue": "0" * 40}]}],
    "hasExtractedLicensingInfos": [{"licenseId": "LicenseRef-x", "extractedText": "Do what you like."}],
    "relationships": [
        {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-Artefact-a"},
        {"spdxElementId": "SPDXRef-Artefact-a", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-File-b"},
    ],
}


def problems(change=None):
    document = copy.deepcopy(DOCUMENT)
    if change:
        change(document)
    checker = check_sbom.Checker(document)
    checker.everything()
    return checker.problems


class SbomChecker(unittest.TestCase):
    def test_a_right_document_passes(self):
        self.assertEqual(problems(), [])

    def test_each_mistake_is_found(self):
        def set_in(*path_and_value):
            *path, last, value = path_and_value

            def change(document):
                thing = document
                for step in path:
                    thing = thing[step]
                thing[last] = value
            return change

        mistakes = {
            "version of the format": set_in("spdxVersion", "SPDX-2.2"),
            "licence of the data": set_in("dataLicense", "MIT"),
            "namespace": set_in("documentNamespace", "no address"),
            "namespace with a fragment": set_in("documentNamespace", "https://a/#b"),
            "date": set_in("creationInfo", "created", "2026-01-02"),
            "no creator": set_in("creationInfo", "creators", []),
            "creator of no kind": set_in("creationInfo", "creators", ["Somebody"]),
            "identifier": set_in("packages", 0, "SPDXID", "SPDXRef-ä"),
            "no name": set_in("packages", 0, "name", ""),
            "no version of what is shipped": set_in("packages", 0, "versionInfo", ""),
            "no place to download": set_in("packages", 0, "downloadLocation", None),
            "supplier of no kind": set_in("packages", 0, "supplier", "Somebody"),
            "unknown supplier of what is shipped": set_in("packages", 0, "supplier", "NOASSERTION"),
            "purpose": set_in("packages", 0, "primaryPackagePurpose", "FUN"),
            "files analysed without a code": set_in("packages", 0, "filesAnalyzed", True),
            "checksum too short": set_in("packages", 0, "checksums", 0, "checksumValue", "00"),
            "checksum of another kind": set_in("packages", 0, "checksums", 0, "algorithm", "CRC"),
            "no checksum": set_in("packages", 0, "checksums", []),
            "file without SHA1": set_in("files", 0, "checksums", 0, "algorithm", "SHA256"),
            "file's name": set_in("files", 0, "fileName", "/b"),
            "no licence": set_in("packages", 0, "licenseDeclared", "NOASSERTION"),
            "unknown licence": set_in("packages", 0, "licenseDeclared", "Apache-2"),
            "unknown exception": set_in("packages", 0, "licenseDeclared", "GPL-3.0-only WITH luck"),
            "two names": set_in("packages", 0, "licenseDeclared", "MIT ISC"),
            "parenthesis": set_in("packages", 0, "licenseDeclared", "(MIT"),
            "nothing after AND": set_in("packages", 0, "licenseDeclared", "MIT AND"),
            "text that nobody uses": set_in("packages", 0, "licenseDeclared", "MIT"),
            "no text": set_in("hasExtractedLicensingInfos", 0, "extractedText", ""),
            "relation to nothing": set_in("relationships", 1, "relatedSpdxElement", "SPDXRef-z"),
            "relation of no kind": set_in("relationships", 1, "relationshipType", "LIKES"),
            "nothing leads there": set_in("relationships", 1, "relatedSpdxElement", "SPDXRef-Artefact-a"),
            "twice": lambda document: document["packages"].append(copy.deepcopy(PACKAGE)),
            "nothing described": lambda document: document["relationships"].clear(),
        }
        for name, change in mistakes.items():
            with self.subTest(name):
                self.assertNotEqual(problems(change), [])

    def test_the_folder_must_be_as_said(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)

            def found(said):
                document = copy.deepcopy(DOCUMENT)
                document["packages"][0]["checksums"] = make_sbom.checksums(said, "SHA256")
                checker = check_sbom.Checker(document)
                checker.folder(folder, {"SHA256SUMS"})
                return checker.problems

            self.assertEqual(len(found(b"1")), 1)  # not there
            (folder / "a.tar.xz").write_bytes(b"1")
            (folder / "SHA256SUMS").write_bytes(b"")
            self.assertEqual(found(b"1"), [])
            self.assertEqual(len(found(b"2")), 1)
            (folder / "more").write_bytes(b"")
            self.assertEqual(len(found(b"1")), 1)


class DebianLicences(unittest.TestCase):
    def test_words_of_debian_become_expressions(self):
        licences = debian_licences.Licences()
        for words, expression in {
            "Expat": "MIT", "GPL-2+ or LGPL-2.1+": "(GPL-2.0-or-later OR LGPL-2.1-or-later)", "BSD-3-clause and Zlib": "BSD-3-Clause AND Zlib",
            "Apache-2.0, ISC": "Apache-2.0 AND ISC", "my-own": "LicenseRef-p-my-own", "GPL-3+ with exception": "LicenseRef-p-GPL-3-with-exception",
        }.items():
            self.assertEqual(licences.expression(words, "p"), expression)
        self.assertEqual(set(licences.extracted), {"LicenseRef-p-my-own", "LicenseRef-p-GPL-3-with-exception"})

    def test_what_windows_ships_must_be_known(self):
        document = make_sbom.Document()
        document.add_package("SPDXRef-z", name="z")
        make_sbom.add_windows_libraries(document, "SPDXRef-z", ["Qt6Core.dll", "libcrypto-3-x64.dll"])
        names = {package["name"] for package in document.packages.values()}
        self.assertTrue({"Qt", "OpenSSL", "ICU"} <= names and "libsodium" not in names, names)
        with self.assertRaises(SystemExit):
            make_sbom.add_windows_libraries(document, "SPDXRef-z", ["stranger.dll"])


class Image(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        root = self.folder / "root"
        (root / "usr/bin").mkdir(parents=True)
        (root / "var/lib/salon").mkdir(parents=True)
        (root / "var/lib/salon").chmod(0o700)
        (root / "usr/bin/salon-server").write_bytes(b"program")
        (root / "usr/bin/salon-server").chmod(0o755)
        (root / "bin").symlink_to("usr/bin")

    def make(self, name):
        archive = self.folder / name
        oci_image.make(argparse.Namespace(root=self.folder / "root", archive=archive, version="1~2", architecture="amd64", revision="r", time=1))
        return archive

    def test_the_same_files_give_the_same_bytes(self):
        one = self.make("one").read_bytes()
        os.utime(self.folder / "root/usr/bin/salon-server", (99, 99))
        self.assertEqual(one, self.make("two").read_bytes())
        (self.folder / "root/usr/bin/salon-server").write_bytes(b"another")
        self.assertNotEqual(one, self.make("three").read_bytes())

    def test_it_says_what_it_must(self):
        image = oci_image.Image(self.make("one"))
        config = image.config["config"]
        self.assertEqual(config["User"], "7256:7256")
        self.assertEqual(list(config["Volumes"]), ["/var/lib/salon"])
        self.assertEqual(sorted(config["ExposedPorts"]), ["7256/tcp", "7256/udp"])
        self.assertEqual(config["Labels"]["org.opencontainers.image.version"], "1~2")
        with tarfile.open(fileobj=io.BytesIO(image.layers[0])) as layer:
            data = layer.getmember("var/lib/salon")
            self.assertEqual((data.uid, data.gid, data.mode), (7256, 7256, 0o700))
            program = layer.getmember("usr/bin/salon-server")
            self.assertEqual((program.uid, program.gid, program.mode, program.mtime), (0, 0, 0o755, 1))

    def test_the_containerfile_says_the_same(self):
        config = oci_image.Image(self.make("one")).config["config"]
        text = (ROOT / "installer/container/Containerfile").read_text(encoding="utf-8")
        for words in (f"USER {config['User']}", f"VOLUME {next(iter(config['Volumes']))}", f"STOPSIGNAL {config['StopSignal']}",
                      "EXPOSE 7256/tcp 7256/udp", f"WORKDIR {config['WorkingDir']}", "ENV " + " ".join(config["Env"][1:]),
                      str(config["Healthcheck"]["Test"][1:]).replace("'", '"'), str(config["Entrypoint"]).replace("'", '"')):
            self.assertIn(words, text)

    def test_a_changed_byte_is_found(self):
        archive = self.make("one")
        data = bytearray(archive.read_bytes())
        position = data.index(b"\x1f\x8b\x08")
        data[position + 40] ^= 1
        archive.write_bytes(data)
        done = subprocess.run([sys.executable, "-B", ROOT / "installer/container/oci_image.py", "check", archive], capture_output=True,
                              text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("another digest", done.stderr)


if __name__ == "__main__":
    unittest.main()
