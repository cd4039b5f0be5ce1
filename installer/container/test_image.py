#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Runs the server's container image as a container would run it: test_image.py ARCHIVE SALON_CONSOLE --work FOLDER

The layer of the archive is unpacked into FOLDER and run in namespaces of its own (mounts, processes, network), with what
its configuration says: user, environment, command, volume. The root is read-only and no capability is left. A console
client of this machine joins and sends; the server is asked for its health, stopped, started again. Needs root."""
import argparse
import json
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import sys
import time

import oci_image

PATIENCE = 60  # seconds until something that must come is said to be missing


class Failed(Exception):
    pass


def expect(good, problem):
    if not good:
        raise Failed(problem)


def say(text):
    print(f"  {text}", flush=True)


def run(*words, **options):
    subprocess.run([str(word) for word in words], check=True, **options)


class Container:
    """The image's files under a folder, and programs run there as its configuration says."""

    def __init__(self, image, work):
        self.settings = image.config["config"]
        self.root = work / "root"
        self.volume = work / "volume"
        image.unpack(self.root)
        [self.volume_at] = self.settings["Volumes"]
        self.user, self.group = self.settings["User"].split(":")
        expect(self.user.isdigit() and int(self.user) > 0, f"the user must be a number other than 0, not {self.user}")
        inside = self.root / self.volume_at.lstrip("/")
        # A new volume gets the owner and the mode of the folder in the image.
        shutil.copytree(inside, self.volume)
        os.chown(self.volume, inside.stat().st_uid, inside.stat().st_gid)
        os.chmod(self.volume, inside.stat().st_mode)
        run("mount", "--bind", self.root, self.root)
        run("mount", "-o", "remount,bind,ro,nosuid,nodev", self.root)
        run("mount", "-t", "tmpfs", "-o", "nosuid,mode=1777,size=16m", "tmpfs", self.root / "tmp")
        run("mount", "-t", "proc", "-o", "ro,nosuid,nodev,noexec", "proc", self.root / "proc")
        run("mount", "-t", "tmpfs", "-o", "nosuid,mode=755", "tmpfs", self.root / "dev")
        for device in ("null", "zero", "random", "urandom"):
            (self.root / "dev" / device).touch()
            run("mount", "--bind", f"/dev/{device}", self.root / "dev" / device)
        run("mount", "--bind", self.volume, inside)

    def start(self, command, **options):
        environment = dict(line.split("=", 1) for line in self.settings["Env"])
        prefix = [shutil.which("setpriv"), "--no-new-privs", "--bounding-set", "-all,+setuid,+setgid,+sys_chroot",
                  shutil.which("chroot"), f"--userspec={self.user}:{self.group}", "--groups=", str(self.root)]
        return subprocess.Popen(prefix + command, env=environment, stdin=subprocess.DEVNULL, text=True, **options)

    def command(self, kind):
        return list(self.settings[kind])


class Server:
    """The image's entry point, until it says READY."""

    def __init__(self, container):
        began = time.monotonic()
        self.process = container.start(container.command("Entrypoint"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.ready = self.wait_for(r"^READY .*")
        say(f"the server is ready after {time.monotonic() - began:.1f} s")

    def wait_for(self, pattern):
        """Reads the descriptor itself: what a buffer holds already, select() does not see."""
        end = time.monotonic() + PATIENCE
        descriptor = self.process.stdout.fileno()
        text = ""
        while time.monotonic() < end:
            if select.select([descriptor], [], [], 1)[0]:
                data = os.read(descriptor, 65536)
                text += data.decode(errors="replace")
                found = re.search(pattern + "$", text, re.MULTILINE)
                if found and text[found.end():].startswith("\n"):
                    return found.group(0)
                if not data:
                    break
        raise Failed("the server did not say READY:\n" + text)

    def value(self, name):
        found = re.search(rf"\b{name}=(\S+)", self.ready)
        return found.group(1) if found else None

    def ask(self, path):
        return (pathlib.Path("/proc") / str(self.process.pid) / path).read_text(encoding="utf-8")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.stdout.read()
        return self.process.wait(PATIENCE)


def console(program, data, link, *words):
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(data), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(data)}
    done = subprocess.run([program, "--data", data / "console", "--lang", "en", "--timeout", "30", *words, link], text=True,
                          env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False)
    expect(done.returncode == 0, f"salon-console {' '.join(words)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def check_health(container, alive):
    """Whether the command that the image names for it tells a server that runs from one that does not."""
    command = container.command("Healthcheck")
    done = container.start(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    words = done.communicate(timeout=PATIENCE)[0].strip()
    expect((done.returncode == 0) == alive, f"health: {done.returncode} while the server {'runs' if alive else 'is stopped'}: {words}")
    say(f"health {'while it runs' if alive else 'when stopped'}: exit code {done.returncode} {words.splitlines()[:1]}")


def scene(container, program, work):
    settings = container.settings
    settings["Healthcheck"] = settings["Healthcheck"]["Test"][1:]
    home = work / "home"
    home.mkdir()
    server = Server(container)
    status = server.ask("status")
    say("runs as uid " + re.search(r"^Uid:\s+(\d+)", status, re.MULTILINE).group(1) + ", capabilities "
        + re.search(r"^CapEff:\s+(\S+)", status, re.MULTILINE).group(1) + ", "
        + ("no new privileges" if "NoNewPrivs:\t1" in status else "privileges may come"))
    expect(re.search(rf"^Uid:\s+{container.user}\s+{container.user}\s+{container.user}", status, re.MULTILINE), "another user")
    expect(re.search(r"^CapEff:\s+0+$", status, re.MULTILINE), "capabilities are left")
    owner = server.value("owner")
    expect(owner, "no owner code at the first start")
    link = re.sub(r"//[^:/]+:", "//127.0.0.1:", server.value("link"))
    spki = server.value("spki")

    console(program, home, link, "--name", "Zoé", "--send", "Bonjour du conteneur")
    say("the console client of this machine joined with the link and sent; the server acknowledged")
    check_health(container, True)
    written = [path for path in container.volume.rglob("*") if path.is_file()]
    expect(any(path.name == "salon.db" for path in written), "nothing was written into the volume")
    expect(all(path.stat().st_uid == int(container.user) for path in written), "files of somebody else in the volume")
    code = server.stop()
    expect(code == 0, f"SIGTERM: the server ended with {code}")
    say("SIGTERM: ended with 0")
    check_health(container, False)

    server = Server(container)
    expect(server.value("spki") == spki, "another key after the restart")
    expect(server.value("owner") is None, "an owner code again after the restart")
    console(program, home, "127.0.0.1:7256", "--send", "encore là")
    code = server.stop()
    expect(code == 0, f"SIGTERM: the server ended with {code}")
    stored = (container.volume / "salon.db").read_bytes()
    for text in ("Bonjour du conteneur", "encore là"):
        expect(text.encode() in stored, f"“{text}” is not in the database")
    say("started again: same key, same account, both messages are there")
    result = container.start([*container.command("Entrypoint"), "--data", "/data"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    words = result.communicate(timeout=PATIENCE)[0]
    expect(result.returncode == 4, f"a data folder on the read-only root: {result.returncode}, not 4: {words}")
    say(f"the root is read-only: a data folder there is refused with 4: {words.strip().splitlines()[-1]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive", type=pathlib.Path)
    parser.add_argument("console", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("test_image.py: root is needed")
    if "SALON_IN_NAMESPACES" not in os.environ:
        # Everything mounted and started in there ends with it.
        os.environ["SALON_IN_NAMESPACES"] = "1"
        os.execvp("unshare", ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--net", sys.executable,
                              "-B", *sys.argv])
    run("ip", "link", "set", "lo", "up")
    work = arguments.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        scene(Container(oci_image.Image(arguments.archive), work), arguments.console.resolve(), work)
    except Failed as problem:
        sys.exit(f"test_image.py: {problem}")
    print("  the image works")


if __name__ == "__main__":
    main()
