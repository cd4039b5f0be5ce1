# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Every drawing of resources/ is listed to be rendered, and the desktop client names it: check_icons.py ROOT"""

import pathlib
import re
import sys

_LITERAL = re.compile(r'\bu?"([a-z][a-z0-9-]*)"')
LISTS = ("icons", "drawings")


def problems(root):
    root = pathlib.Path(root)
    listing = root / "resources" / "CMakeLists.txt"
    if not listing.is_file():
        return [f"{listing} is missing"]
    text = listing.read_text(encoding="utf-8")
    used = set()
    for source in sorted((root / "client-gui").rglob("*.cpp")):
        used.update(_LITERAL.findall(source.read_text(encoding="utf-8")))
    found = []
    for kind in LISTS:
        match = re.search(rf"set\({kind}\s+([^)]*)\)", text)
        listed = match.group(1).split() if match else []
        drawn = {path.stem for path in (root / "resources" / kind).glob("*.svg")}
        if not listed:
            found.append(f"resources/CMakeLists.txt: no list of {kind}")
        found += [f"resources/{kind}/{name}.svg is not in the list" for name in sorted(drawn - set(listed))]
        found += [f"resources/{kind}/{name}.svg is listed and missing" for name in sorted(set(listed) - drawn)]
        found += [f"resources/{kind}/{name}.svg is used by nothing" for name in sorted(drawn & set(listed) - used)]
    return found


if __name__ == "__main__":
    report = problems(sys.argv[1])
    print("\n".join(report) or "every drawing is used")
    sys.exit(1 if report else 0)
