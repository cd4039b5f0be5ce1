# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""No library of a link closure (one name per line in FILE) may be a forbidden one: check_links.py FILE PATTERN"""

import pathlib
import re
import sys


def problems(closure, pattern):
    names = pathlib.Path(closure).read_text(encoding="utf-8").split()
    if not names:
        return [f"{closure} is empty"]
    return [f"{pathlib.Path(closure).stem} links {name}" for name in names if re.fullmatch(pattern, name)]


if __name__ == "__main__":
    report = problems(*sys.argv[1:3])
    print("\n".join(report) or "no forbidden library")
    sys.exit(1 if report else 0)
