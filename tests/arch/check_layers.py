# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Holds every include against the layers of docs/ARCHITECTURE.md: check_layers.py ROOT"""

import re
import sys

import source_tree

SHARED = ("shared/base", "shared/protocol", "shared/transport")
EMOJI_RULE = "shared/markup/emoji/single_emoji.h"  # what a reaction may be: the same on both sides
# Folder -> what its files may include beside their own folder. The longest folder that matches a file counts. A folder
# that is not here is an error, so that a new layer is placed deliberately.
LAYERS = {
    "shared/base": (),
    "shared/markup": ("shared/base",),
    "shared/protocol": ("shared/base",),
    "shared/sqlite": ("shared/base",),
    "shared/search": ("shared/base", "shared/sqlite"),
    "shared/transport": ("shared/base", "shared/protocol"),
    "shared/discovery": ("shared/base", "shared/protocol"),
    "shared/client-core": SHARED + ("shared/markup", "shared/search", "shared/sqlite"),
    "shared/peer": SHARED + ("shared/discovery", "shared/client-core/store", "shared/client-core/session/answer.h"),
    "shared/nearby": SHARED + ("shared/discovery", "shared/peer", "shared/client-core", "shared/markup"),
    "client-gui": SHARED + ("shared/discovery", "shared/peer", "shared/nearby", "shared/client-core", "shared/markup",
                          "shared/search", "resources"),
    "client-console": SHARED + ("shared/discovery", "shared/peer", "shared/nearby", "shared/client-core",
                                "shared/markup", "shared/search"),
    "server/domain": ("shared/base", EMOJI_RULE),
    "server/security": ("shared/base",),
    "server/files": ("shared/base",),
    "server/store": ("shared/base", "server/domain"),
    "server/store/sqlite": ("shared/base", "server/domain", "server/store"),
    "server/search": ("shared/base", "shared/search", "server/domain", "server/store"),
    "server/bus": ("shared/base", "shared/protocol", "server/domain"),
    "server/dispatch": ("shared/base", "shared/protocol", "server/domain", "server/store", "server/files",
                        "server/security", "server/bus", "server/search", "shared/search", EMOJI_RULE),
    "server/net": SHARED + ("server/bus", "server/dispatch"),
    "server/gateways": SHARED + ("server/bus",),
    "server/import": ("shared/base", "server/domain", "server/store", "server/dispatch"),
    "server/console": ("shared/base", "shared/protocol", "server/bus", "server/dispatch", "server/domain", "server/import"),
    "server/app": SHARED + ("shared/discovery", "server"),
    "server": ("shared/base", "server/app"),
    "resources": (),
    "benchmarks": ("shared", "server", "client-gui", "client-console", "resources", "tests/unit/markup"),
    "tests": ("shared", "server", "client-gui", "client-console", "benchmarks", "resources"),
}
ROOT_ONLY = ("server",)  # the layer is main.cpp; its subfolders have lines of their own
# Layers that only the composition root (and tests) may see, whatever the table above says.
LEAVES = {"server/store/sqlite": ("server/app", "server/store/sqlite", "tests", "benchmarks")}

NO_WIDGETS = ("shared", "server", "client-console")
NO_SOCKETS = ("shared/base", "shared/markup", "shared/protocol", "server/domain", "server/dispatch",
              "server/store", "server/bus")
SQL_FOLDERS = ("shared/sqlite", "shared/client-core/store", "shared/search", "shared/peer/store", "server/store/sqlite",
               "tests", "benchmarks")

_GUI = re.compile(r"^(QtGui|QtWidgets|QtPrintSupport|QtQuick|QtSvg)(/|$)"
                  r"|^Q(Application|GuiApplication|Abstract(Item(View|Delegate)|Button|Spin|Slider|Scroll\w*)|Style\w*"
                  r"|Widget\w*|Painter\w*|Pixmap\w*|Image\w*|Icon\w*|Color\w*|Font\w*|Palette|Pen|Brush|Cursor|Screen"
                  r"|Window|Clipboard|Text(Document\w*|Layout|Cursor|Edit|Browser|Format|Option|CharFormat)|Action\w*"
                  r"|Menu\w*|Dialog\w*|MessageBox|MainWindow|Label|PushButton|LineEdit|PlainTextEdit|ListView|TreeView"
                  r"|TableView|SystemTrayIcon|(Key|Mouse|Paint|Resize|Close|Focus|Drag\w*|Drop)Event|DesktopServices"
                  r"|Accessible\w*|StandardItem\w*|Validator|\w+Layout|(Double|Int|RegularExpression)Validator)$")
_NET = re.compile(r"^QtNetwork(/|$)|^Q(Tcp\w+|Udp\w+|Ssl\w+|Abstract(Socket|Server)|Local(Socket|Server)|Host(Address|Info)"
                  r"|Network\w+|Dns\w+)$")
_SQL = re.compile(r"^QtSql(/|$)|^QSql\w+$")


def inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer_of(path):
    matching = [layer for layer in LAYERS
                if (path.rpartition("/")[0] == layer if layer in ROOT_ONLY else inside(path, layer))]
    return max(matching, key=len, default=None)


def _layer_problem(path, target):
    layer, other = layer_of(path), layer_of(target)
    if layer is None:
        return "belongs to no layer; give its folder a line in LAYERS"
    if other is None:
        return f'includes "{target}", which belongs to no layer'
    for leaf, allowed in LEAVES.items():
        if inside(target, leaf) and not any(inside(path, folder) for folder in allowed):
            return f'includes "{target}", which only {allowed[0]} may see'
    if other != layer and not any(inside(target, folder) for folder in LAYERS[layer]):
        return f'crosses a layer: {layer} may not see "{target}"'
    return None


def _library_problem(path, name):
    if _GUI.match(name) and any(inside(path, folder) for folder in NO_WIDGETS):
        return f"includes <{name}>: only the desktop client may use Qt Gui and Widgets"
    if _NET.match(name) and any(inside(path, folder) for folder in NO_SOCKETS):
        return f"includes <{name}>: sockets belong to shared/transport and server/net"
    if _SQL.match(name) and not any(inside(path, folder) for folder in SQL_FOLDERS):
        return f"includes <{name}>: SQL belongs to {' and '.join(SQL_FOLDERS[:5])}"
    return None


def _cycles(graph):
    """One line for each include cycle that a depth-first walk closes."""
    state, stack, found = {}, [], []

    def visit(node):
        state[node] = "open"
        stack.append(node)
        for target in sorted(graph[node]):
            if state.get(target) == "open":
                found.append(" -> ".join(stack[stack.index(target):] + [target]))
            elif target in graph and target not in state:
                visit(target)
        stack.pop()
        state[node] = "done"

    for node in sorted(graph):
        if node not in state:
            visit(node)
    return found


def problems(root):
    found, graph = [], {}
    folders = ("shared", "server", "client-gui", "client-console", "resources", "tests", "benchmarks")
    for file in source_tree.code_files(root, folders):
        if layer_of(file.path) is None:
            found.append(f"{file.path}: belongs to no layer; give its folder a line in LAYERS")
            continue
        graph[file.path] = set()
        for line, name, quoted in file.includes:
            problem = None
            if quoted and name.split("/")[0] in folders:
                graph[file.path].add(name)
                problem = _layer_problem(file.path, name)
            elif quoted and "/" in name and not name.endswith(".moc"):
                problem = f'includes "{name}": name files from the root of the project'
            elif quoted and not name.endswith(".moc") and not inside(file.path, "tests"):
                problem = f'includes "{name}": name files from the root of the project'
            elif not quoted:
                problem = _library_problem(file.path, name)
            if problem:
                found.append(f"{file.path}:{line}: {problem}")
    if not graph and not found:
        found.append(f"no source file below {root}")
    return found + [f"include cycle: {cycle}" for cycle in _cycles(graph)]


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    report = problems(sys.argv[1])
    print("\n".join(report) or "every include keeps to its layer")
    sys.exit(1 if report else 0)
