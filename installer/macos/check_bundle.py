# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""What can be known about the bundle for macOS without a Mac.

check_bundle.py BUILD_FOLDER VERSION: reads the Info.plist that CMake wrote, the words in both languages, the
entitlements and the launch agent, and makes the icon and reads it back. Ends with 77 when no tool makes icons here.
"""

import pathlib
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOUND = []


def expect(name, got, wanted):
    if got != wanted:
        FOUND.append(f"{name}: {got!r}, not {wanted!r}")


def check_info(path, version):
    info = plistlib.loads(path.read_bytes())
    component = ElementTree.parse(ROOT / "installer/common/desktop/example.salon.salon.metainfo.xml").getroot()
    expect("CFBundleIdentifier", info.get("CFBundleIdentifier"), component.findtext("id"))
    expect("CFBundleExecutable", info.get("CFBundleExecutable"), "Salon")
    expect("CFBundleName", info.get("CFBundleName"), "Salon")
    expect("CFBundlePackageType", info.get("CFBundlePackageType"), "APPL")
    expect("CFBundleShortVersionString", info.get("CFBundleShortVersionString"), version)
    expect("CFBundleVersion", info.get("CFBundleVersion"), version)
    expect("CFBundleIconFile", info.get("CFBundleIconFile"), "salon.icns")
    expect("CFBundleLocalizations", info.get("CFBundleLocalizations"), ["en", "fr"])
    expect("NSHighResolutionCapable", info.get("NSHighResolutionCapable"), True)
    expect("NSPrincipalClass", info.get("NSPrincipalClass"), "NSApplication")
    schemes = [scheme for kind in info.get("CFBundleURLTypes", []) for scheme in kind["CFBundleURLSchemes"]]
    expect("schemes of links", schemes, ["salon"])
    check_invitations(info)
    if not re.fullmatch(r"\d+(\.\d+){1,2}", version):
        FOUND.append(f"version: macOS takes up to three numbers, not {version!r}")
    oldest = tuple(int(part) for part in info.get("LSMinimumSystemVersion", "0").split("."))
    if not (10, 15) <= oldest < (27,):
        FOUND.append(f"LSMinimumSystemVersion: {oldest} is not sensible")
    if "Apache" not in info.get("NSHumanReadableCopyright", ""):
        FOUND.append("NSHumanReadableCopyright names no licence")
    left = [key for key, value in info.items() if "@" in str(value) or "${" in str(value)]
    expect("keys that were not filled in", left, [])
    return info


def check_invitations(info):
    """The same type of file as on Linux."""
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    mime = ElementTree.parse(ROOT / "installer/common/desktop/salon-mime.xml").getroot().find(f"{space}mime-type")
    (kind,) = info["UTExportedTypeDeclarations"]
    (opened,) = info["CFBundleDocumentTypes"]
    expect("type that is opened", opened["LSItemContentTypes"], [kind["UTTypeIdentifier"]])
    tags = kind["UTTypeTagSpecification"]
    expect("MIME type", tags["public.mime-type"], [mime.get("type")])
    globs = [glob.get("pattern") for glob in mime.findall(f"{space}glob")]
    expect("names of files", [f"*.{name}" for name in tags["public.filename-extension"]], globs)
    expect("name of the type", kind["UTTypeDescription"], mime.findtext(f"{space}comment"))
    expect("name of the type", opened["CFBundleTypeName"], kind["UTTypeDescription"])


def check_words(info):
    seen = {}
    for language in info["CFBundleLocalizations"]:
        text = (HERE / f"{language}.lproj/InfoPlist.strings").read_text(encoding="utf-8")
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        lines = [line for line in text.splitlines() if line.strip()]
        words = {}
        for line in lines:
            match = re.fullmatch(r'"([\w ]+)" = "([^"\\]+)";', line)
            if not match:
                FOUND.append(f"{language}.lproj: not a line of a strings file: {line}")
                continue
            words[match[1]] = match[2]
        unknown = set(words) - set(info) - {info["UTExportedTypeDeclarations"][0]["UTTypeDescription"]}
        expect(f"{language}.lproj: keys that Info.plist lacks", unknown, set())
        seen[language] = words
    expect("the keys of both languages", seen["fr"].keys(), seen["en"].keys())
    for key, words in seen["en"].items():
        expect(f"en.lproj: {key}", words, info.get(key, key))
    key = "NSLocalNetworkUsageDescription"
    if seen["fr"][key] == seen["en"][key]:
        FOUND.append(f"fr.lproj: {key} is English")


def check_entitlements():
    path = HERE / "salon.entitlements"
    rights = plistlib.loads(path.read_bytes())
    # The hardened runtime forbids nothing that Salon does: each entry would only take a protection away.
    expect("entitlements", rights, {})
    if b"<!--" in path.read_bytes():
        FOUND.append("entitlements: comments are refused when the program is started")


def check_agent():
    agent = plistlib.loads((HERE / "example.salon.server.plist").read_bytes())
    expect("agent: Label", agent.get("Label"), "example.salon.server")
    expect("agent: RunAtLoad", agent.get("RunAtLoad"), True)
    shell, option, command = agent["ProgramArguments"]
    expect("agent: shell", [shell, option], ["/bin/sh", "-c"])
    # Run for real, with a program that shows what it was given.
    with tempfile.TemporaryDirectory() as home:
        (pathlib.Path(home) / "Library/Logs").mkdir(parents=True)
        program = pathlib.Path(home) / "salon-server"
        program.write_text("#!/bin/sh\necho owner code; echo trouble >&2\n")
        program.chmod(0o700)
        command = command.replace("/usr/local/bin/salon-server", str(program))
        subprocess.run([shell, option, command], check=True, env={"HOME": home, "PATH": "/usr/bin:/bin"})
        log = pathlib.Path(home) / "Library/Logs/salon-server.log"
        expect("agent: its log", log.read_text(), "owner code\ntrouble\n")
        expect("agent: who may read its log", log.stat().st_mode & 0o777, 0o600)


def kinds_of(data):
    """The entries of an icns file: kind and size, or nothing if the file is none."""
    if data[:4] != b"icns" or struct.unpack(">I", data[4:8])[0] != len(data):
        return {}
    kinds = {}
    at = 8
    while at + 8 <= len(data):
        kind, size = struct.unpack(">4sI", data[at : at + 8])
        if size < 8 or at + size > len(data):
            return {}
        kinds[kind.decode("ascii")] = data[at + 8 : at + size]
        at += size
    return kinds


def check_icon():
    if not shutil.which("rsvg-convert") or not (shutil.which("png2icns") or shutil.which("iconutil")):
        return False
    with tempfile.TemporaryDirectory() as folder:
        icon = pathlib.Path(folder) / "with space é.icns"
        command = [HERE / "make-icns.sh", ROOT / "resources/app-icon/salon.svg", icon]
        subprocess.run(command, check=True)
        kinds = kinds_of(icon.read_bytes())
        missing = {"ic08": 256, "ic09": 512, "ic10": 1024}.keys() - kinds.keys()
        expect("sizes that the icon lacks", missing, set())
        if shutil.which("icns2png"):
            subprocess.run(["icns2png", "-x", "-o", folder, icon], check=True, stdout=subprocess.DEVNULL)
            sides = set()
            for picture in pathlib.Path(folder).glob("*.png"):
                width, height = struct.unpack(">II", picture.read_bytes()[16:24])
                expect(f"shape of {picture.name}", width, height)
                sides.add(width)
            expect("the icon read back", {16, 32, 128, 256, 512} - sides, set())
    return True


def main():
    build, version = sys.argv[1:]
    info = check_info(pathlib.Path(build) / "macos/Info.plist", version)
    check_words(info)
    check_entitlements()
    check_agent()
    has_icon = check_icon()
    for line in FOUND:
        print(line)
    if FOUND:
        return 1
    print(f"Info.plist of {info['CFBundleIdentifier']} {version}, macOS {info['LSMinimumSystemVersion']} or newer: right")
    if not has_icon:
        print("skipped: no tool here makes icons (rsvg-convert with png2icns or iconutil)")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
