# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Two virtual hosts (network namespaces of Linux) with a cable between them. Needs root and the programs ip and tc."""

import atexit
import itertools
import os
import shutil
import subprocess
import sys

CARD = "card"
ADDRESSES = ("10.77.0.1/24 brd +", "10.77.0.2/24 brd +")


class Host:
    """A host with one network card."""

    def __init__(self, name):
        self.name = name
        subprocess.run(["ip", "netns", "add", name], check=True)

    def inside(self, *words):
        """The words of a command that runs on this host."""
        return ["ip", "netns", "exec", self.name, *map(str, words)]

    def ip(self, words):
        subprocess.run(["ip", "-n", self.name, *words.split()], check=True)

    def remove(self):
        subprocess.run(["ip", "netns", "del", self.name], check=False)


class Cable:
    """Two hosts and what is between them: `with Cable() as cable`. They are gone afterwards, whatever happened."""

    numbers = itertools.count(1)

    def __init__(self, addresses=ADDRESSES, multicast=True, megabits=0):
        name = f"salon-rig-{os.getpid()}-{next(self.numbers)}"
        self.hosts = []
        atexit.register(self.remove)
        for side in ("left", "right"):
            self.hosts.append(Host(f"{name}-{side}"))
        self.left, self.right = self.hosts
        self.left.ip(f"link add {CARD} type veth peer name {CARD} netns {self.right.name}")
        for host, address in zip(self.hosts, addresses):
            host.ip(f"addr add {address} dev {CARD}")
            host.ip("link set lo up")
            host.ip(f"link set {CARD} up")
            if not multicast:
                host.ip(f"link set {CARD} multicast off")
        self.speed = f"tbf rate {megabits}mbit burst 256kb latency 50ms" if megabits else ""
        if self.speed:
            self.queue(self.speed)
        self.addresses = [address.split("/")[0].split()[0] for address in addresses]

    def pull(self):
        """Both sides see at once that there is no cable."""
        self.left.ip(f"link set {CARD} down")

    def plug(self):
        self.left.ip(f"link set {CARD} up")

    def lose_everything(self):
        """Nothing arrives any more, and neither side is told: as behind a switch that lost its power."""
        self.queue("pfifo limit 0")

    def lose_nothing(self):
        self.queue(self.speed or "pfifo limit 1000")

    def queue(self, words):
        for host in self.hosts:
            subprocess.run(["tc", "-n", host.name, *f"qdisc replace dev {CARD} root {words}".split()], check=True)

    def remove(self):
        while self.hosts:
            self.hosts.pop().remove()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()


def need_permission():
    """Ends with 77, which means skipped, where there can be no virtual hosts."""
    if os.geteuid() != 0 or not sys.platform.startswith("linux") or not shutil.which("tc"):
        print("SKIPPED: network namespaces need Linux, root, and the programs ip and tc (iproute2).")
        sys.exit(77)
    probe = f"salon-rig-{os.getpid()}"
    if subprocess.run(["ip", "netns", "add", probe], stderr=subprocess.DEVNULL).returncode != 0:
        print("SKIPPED: network namespaces are not permitted here.")
        sys.exit(77)
    subprocess.run(["ip", "netns", "del", probe], check=True)
