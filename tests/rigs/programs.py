# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""The programs as a person runs them: what is typed, what they show. Every folder of theirs is a temporary one."""

import atexit
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

SOURCES = pathlib.Path(__file__).resolve().parents[2]
BINARIES = pathlib.Path(os.environ.get("SALON_BIN_DIR", SOURCES / "build/dev/bin"))

for ending in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(ending, lambda *_: sys.exit(1))  # so that what was made is removed


class Failed(Exception):
    pass


def wait_until(condition, seconds=30, what=""):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Failed(what or "nothing happened in time")
        time.sleep(0.01)


def folder_of_our_own(prefix="salon-rig-"):
    folder = pathlib.Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class Program:
    """A program that runs, and all it has shown so far."""

    def __init__(self, words, folder, host=None, **environment):
        (folder / "run").mkdir(mode=0o700, parents=True, exist_ok=True)
        homes = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        self.words = [str(word) for word in words]
        self.shown = ""
        self.changed = threading.Condition()
        # A group of its own: a program that is stopped shall not take this one along when a shell goes.
        self.process = subprocess.Popen(
            host.inside(*self.words) if host else self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
            env={**os.environ, **homes, "XDG_RUNTIME_DIR": str(folder / "run"), "LC_ALL": "C.UTF-8", "LANGUAGE": "",
                 **environment})
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        atexit.register(self.kill)

    def read(self):
        while block := self.process.stdout.read1(65536):
            with self.changed:
                self.shown += block.decode(errors="replace")
                self.changed.notify_all()
        with self.changed:
            self.changed.notify_all()

    def type(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def shows(self, text, times=1, seconds=30):
        """Whether the text is shown that often within so long."""
        with self.changed:
            return self.changed.wait_for(lambda: self.shown.count(text) >= times, seconds)

    def wait_for(self, text, times=1, seconds=30):
        if not self.shows(text, times, seconds):
            raise Failed(f"{self.words[0]} does not show {text!r} {times}×:\n{self.shown[-3000:]}")

    def search(self, pattern):
        found = re.search(pattern, self.shown)
        if not found:
            raise Failed(f"{self.words[0]} does not show {pattern!r}:\n{self.shown[-3000:]}")
        return found.group(1)

    def wait_for_end(self, seconds=30):
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired as late:
            raise Failed(f"{self.words[0]} does not end:\n{self.shown[-3000:]}") from late
        self.reader.join(seconds)
        return code

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()


class Console(Program):
    """salon-console of a person, fed from a pipe."""

    def __init__(self, name, folder, host=None, *words):
        self.name = name
        super().__init__([BINARIES / "salon-console", "--data", folder / "data", "--lang", "en", "--color", "never",
                          "--name", name, "--commands", *words], folder, host)

    def quit(self, seconds=10):
        self.type("/quit")
        return self.wait_for_end(seconds)


class Server(Program):
    """salon-server on free ports of this machine."""

    def __init__(self, folder, *words, host=None, **environment):
        super().__init__([BINARIES / "salon-server", "--data", folder / "data", *words], folder, host, **environment)
        self.wait_for("READY ")
        wait_until(lambda: "\n" in self.shown.split("READY ", 1)[1], what="no whole READY line")
        self.ready = re.search(r"^READY (.*)$", self.shown, re.MULTILINE).group(1)

    def value(self, key):
        return self.search(rf"READY .*?\b{key}=(\S+)")

    def ports(self):
        """The port of each gateway by its name."""
        return {name: int(port) for name, port in re.findall(r"gateway=(\w+)@\S*:(\d+)", self.ready)}

    def stop(self):
        self.process.terminate()
        return self.wait_for_end()


def main(*scenes):
    """Runs the scenes named on the command line, or all; the exit code."""
    names = {scene.__name__: scene for scene in scenes}
    chosen = sys.argv[1:] or list(names)
    failed = 0
    for name in chosen:
        if name not in names:
            print(f"There is no scene {name}; there are: {', '.join(names)}")
            return 2
        begin = time.monotonic()
        print(f"── {name}", flush=True)
        try:
            names[name]()
            print(f"   passed in {time.monotonic() - begin:.1f} s", flush=True)
        except (Failed, AssertionError, OSError, subprocess.SubprocessError) as problem:
            failed += 1
            print(f"   FAILED after {time.monotonic() - begin:.1f} s: {problem!r}", flush=True)
            print(problem, flush=True)
    return 1 if failed else 0
