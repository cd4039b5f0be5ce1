#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""`salon-console --discover` and `--plain` across two virtual hosts: discovery_hosts.py [SCENE…]

Prints each command, what it showed and its exit code; a scene fails when that is not what the manual says. The other
side of `--plain` is plain_server.py. Ends with 77 where network namespaces are not permitted."""

import contextlib
import re
import subprocess
import sys
import time

import programs
import virtual_hosts
from programs import Console, Failed, Program, Server

CONSOLE = programs.BINARIES / "salon-console"
PLAIN_SERVER = programs.SOURCES / "tests/rigs/plain_server.py"
NO_BROADCAST = ("10.77.0.1 peer 10.77.0.2", "10.77.0.2 peer 10.77.0.1")
IPV6 = ("fd77::1/64 nodad", "fd77::2/64 nodad")


def run(host, *words, typed=None, wanted=r"", code=0):
    """Runs a command to its end on a host, prints it, and holds what it showed against a pattern."""
    begin = time.monotonic()
    words = [str(word) for word in words]
    name = " ".join(repr(word) if " " in word or "<" in word else word for word in words)
    done = subprocess.run(host.inside(*words), input=typed, capture_output=True, timeout=60, check=False)
    print(f"   $ {name.replace(str(CONSOLE), 'salon-console')}" + (f"   (typed: {typed!r})" if typed else ""))
    output = (done.stdout + done.stderr).decode(errors="backslashreplace")
    for line in output.splitlines():
        print(f"     {line}")
    print(f"     → exit code {done.returncode} after {time.monotonic() - begin:.2f} s", flush=True)
    if done.returncode != code or not re.search(wanted, output):
        raise Failed(f"not exit code {code} and {wanted!r}")
    return output


@contextlib.contextmanager
def running(program):
    try:
        yield program
    finally:
        program.kill()


def find(wanted, **cable):
    with virtual_hosts.Cable(**cable) as hosts:
        server = Server(programs.folder_of_our_own(), "--listen", "*:7256", "--name", "Café", "--lang", "fr",
                        "--registration", "open", host=hosts.left)
        time.sleep(2 if cable.get("addresses") == IPV6 else 0)  # the card's own IPv6 address is ready a moment later
        with running(server), running(Console("Nour", programs.folder_of_our_own(), hosts.left, "--peer")) as nour:
            time.sleep(1)  # Nour's program has a port
            for where, host in (("from the other host", hosts.right), ("from the same host", hosts.left)):
                print(f"   {where}:")
                output = run(host, CONSOLE, "--discover", wanted=wanted if host is hosts.right else "")
                if not re.search(r"(?m)^person\t.*\tNour$", output) or output.count("\n") != 2:
                    raise Failed("not one server and one person")
                if host is hosts.right:
                    address = output.split("\t")[1]
            nour.kill()
            folder = programs.folder_of_our_own()
            run(hosts.right, CONSOLE, "--data", folder, address, "--name", "Paul", "--send", "joined by what was found",
                "--lang", "en")
            server.wait_for("Paul")


def found_by_everything():
    find(r"(?m)^server\t10\.77\.0\.1:7256\t0\t\S+\tCafé$")


def found_without_multicast():
    find(r"(?m)^server\t10\.77\.0\.1:7256\t0\t", multicast=False)


def found_without_broadcast():
    find(r"(?m)^server\t10\.77\.0\.1:7256\t0\t", addresses=NO_BROADCAST)


def found_by_ipv6():
    find(r"(?m)^server\t\[f[de].*\]:7256\t0\t", addresses=IPV6)


def nobody_there():
    with virtual_hosts.Cable() as hosts:
        run(hosts.right, CONSOLE, "--discover", code=2)


def netcat_asks():
    with virtual_hosts.Cable() as hosts:
        for language in ("fr", "en"):
            with running(Server(programs.folder_of_our_own(), "--listen", "*:7256", "--name", "Café", "--lang",
                                language, host=hosts.left)):
                run(hosts.right, "nc", "-u", "-w1", "10.77.0.1", 7256, typed=b"hello\n", wanted="Café.*7256")


@contextlib.contextmanager
def plain_server(host, *words):
    with running(Program([sys.executable, "-B", PLAIN_SERVER, *words], programs.folder_of_our_own(), host)) as program:
        program.wait_for("READY\n")
        yield
        time.sleep(0.2)
        print("     the other side: " + program.shown.replace("READY\n", "").strip().replace("\n", "; "))


def plain_tcp():
    with virtual_hosts.Cable() as hosts:
        with plain_server(hosts.left, "tcp", "10.77.0.1", 9090):
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:9090", "--send", "été", wanted="^got été")
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:9090", typed=b"un\ndeux\n", wanted="^got un\ndeux\n")
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:9090", "--send", "é\n", "--hex",
                wanted="67 6f 74 20 c3 a9")
        with plain_server(hosts.left, "tcp", "10.77.0.1", 80):
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:http", "--send", "by the name of the service",
                wanted="^got by the name")
        run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:no-such-service", "--send", "x", code=1)
        run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:9999", "--timeout", 2, "--send", "x", code=2)


def plain_frames():
    with virtual_hosts.Cable() as hosts:
        with plain_server(hosts.left, "frame", "10.77.0.1", 63002):
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:63002", "--frame", "--send", "abc", wanted="^got abc")
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:63002", "--frame", typed=b"un\ndeux\n",
                wanted="got un\ngot deux")
            run(hosts.right, CONSOLE, "--plain", "tcp://10.77.0.1:63002", "--frame", "--hex", "--send", "abc",
                wanted="67 6f 74 20 61 62 63")


def plain_ipv6():
    with virtual_hosts.Cable(addresses=IPV6) as hosts:
        with plain_server(hosts.left, "tcp", "fd77::1", 9090):
            run(hosts.right, CONSOLE, "--plain", "tcp://[fd77::1]:9090", "--send", "six", wanted="^got six")
        with plain_server(hosts.left, "udp", "fd77::1", 3000):
            run(hosts.right, CONSOLE, "--plain", "udp://[fd77::1]:3000", "--send", "six", wanted="^got six")


def plain_udp():
    with virtual_hosts.Cable() as hosts:
        with plain_server(hosts.left, "udp", "0.0.0.0", 3000), plain_server(hosts.right, "udp", "0.0.0.0", 3000):
            run(hosts.right, CONSOLE, "--plain", "udp://10.77.0.1:3000", "--send", "to one", wanted="^got to one")
            run(hosts.right, CONSOLE, "--plain", "udp://<broadcast>:3000", "--send", "to all",
                wanted=r"(?s)10\.77\.0\.1.*10\.77\.0\.2|10\.77\.0\.2.*10\.77\.0\.1|got to all.*got to all")
            run(hosts.right, CONSOLE, "--plain", "udp://10.77.0.255:3000", "--send", "to the subnet",
                wanted="got to the subnet")
            run(hosts.right, CONSOLE, "--plain", "udp://10.77.0.1:3000", typed=b"un\ndeux\n",
                wanted="(?s)got un.*got deux")
        run(hosts.right, CONSOLE, "--plain", "udp://10.77.0.1:3000", "--timeout", 2, "--send", "nobody", code=2)


def plain_unix():
    with virtual_hosts.Cable() as hosts:
        path = programs.folder_of_our_own() / "exercise.sock"
        with plain_server(hosts.left, "unix", path):
            run(hosts.left, CONSOLE, "--plain", f"unix:{path}", "--send", "by a path", wanted="^got by a path")
        run(hosts.left, CONSOLE, "--plain", f"unix:{path.parent}/nobody", "--send", "x", "--timeout", 1, code=2)


def plain_listen():
    with virtual_hosts.Cable(addresses=("10.77.0.1/24 brd +", "10.77.0.2/24 brd +")) as hosts:
        path = programs.folder_of_our_own() / "exercise.sock"
        for what, client in (("9000", ("tcp", "10.77.0.1", 9000)), ("tcp://10.77.0.1:9001", ("tcp", "10.77.0.1", 9001)),
                             ("udp://9002", ("udp", "10.77.0.1", 9002)), (f"unix:{path}", ("unix", path))):
            words = [CONSOLE, "--listen", what, "--send", "l'accueil"]
            with running(Program(words, programs.folder_of_our_own(), hosts.left)) as listener:
                time.sleep(0.7)
                host = hosts.left if client[0] == "unix" else hosts.right
                run(host, sys.executable, "-B", PLAIN_SERVER, "client", *client, wanted="accueil")
                code = listener.wait_for_end(10)
                print(f"     --listen {what} showed {listener.shown!r} → exit code {code}")
                if code != 0 or "from the client" not in listener.shown:
                    raise Failed(f"exit code {code}: {listener.shown}")


if __name__ == "__main__":
    virtual_hosts.need_permission()
    sys.exit(programs.main(found_by_everything, found_without_multicast, found_without_broadcast, found_by_ipv6,
                           nobody_there, netcat_asks, plain_tcp, plain_frames, plain_ipv6, plain_udp, plain_unix,
                           plain_listen))
