#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Two people on two virtual hosts, without any server: two_peers.py [SCENE…]

Each scene plugs two network namespaces together, starts salon-console --peer on both and prints what was seen. SCENES:
everywhere, without_multicast, multicast_alone, ipv6_alone, a_file_and_two_cuts, a_host_that_sleeps. Binaries come from
build/dev/bin, or SALON_BIN_DIR. Ends with 77 where network namespaces are not permitted."""

import hashlib
import os
import pathlib
import re
import signal
import sys
import time

import programs
import virtual_hosts
from programs import Console, Failed, wait_until

MEGABYTES = 100


def say(text):
    print(f"   {text}", flush=True)


class Pair:
    """Marie on the left host, Nour on the right one."""

    def __init__(self, cable):
        self.folders = [programs.folder_of_our_own() for _ in range(2)]
        self.marie = Console("Marie", self.folders[0], cable.left, "--peer")
        self.nour = Console("Nour", self.folders[1], cable.right, "--peer")
        self.counts = {"Marie": 0, "Nour": 0}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for who in (self.marie, self.nour):
            who.process.send_signal(signal.SIGCONT)
            who.kill()

    def meet(self):
        """They find each other; each accepts the other after comparing words."""
        begin = time.monotonic()
        wait_until(lambda: self.looks_around(), 40, "Marie does not find Nour:\n" + self.marie.shown)
        say(f"found after {time.monotonic() - begin:.1f} s (programs started a moment before)")
        self.nour.type("/words")
        self.nour.wait_for("The words of your device: ")
        words = self.nour.search(r"The words of your device: (\w+ \w+ \w+ \w+)")
        self.marie.type("/direct Nour")
        self.marie.wait_for(f"The words of Nour's device: {words}")
        self.marie.type("/accept Nour")
        self.nour.wait_for("Marie wants to talk with you directly")
        self.nour.type("/accept Marie")
        self.marie.wait_for("Nour is here")
        self.nour.wait_for("Marie is here")
        say(f"accepted on both sides; Nour's words on both screens: {words}")

    def looks_around(self):
        self.marie.type("/nearby")
        return self.marie.shows("Nour  On this network", seconds=1.6)

    def count_links(self):
        """So that `is_away` and `is_back` mean what comes after this."""
        self.before = {text: (self.marie.shown + self.nour.shown).count(text)
                       for who in ("Marie", "Nour") for text in (f"{who} is here", f"{who} is not reachable now")}

    def is_away(self, who, other, seconds=60):
        text = f"{other.name} is not reachable now"
        who.wait_for(text, self.before[text] + 1, seconds)

    def is_back(self, who, other, seconds=60):
        text = f"{other.name} is here"
        who.wait_for(text, self.before[text] + 1, seconds)

    def type(self, who, count, label):
        """Types numbered lines; all that anybody typed is looked at by `compare`."""
        for _ in range(count):
            self.counts[who.name] += 1
            who.type(f"{label} {who.name.lower()}-{self.counts[who.name]:04}.")

    def compare(self, seconds=90):
        """Every line arrived once and in the order in which it was typed."""
        for who, other in ((self.marie, self.nour), (self.nour, self.marie)):
            count = self.counts[who.name]
            if count:
                other.wait_for(f"{who.name.lower()}-{count:04}.", seconds=seconds)
        time.sleep(1)  # what came twice would come now
        for who, other in ((self.marie, self.nour), (self.nour, self.marie)):
            wanted = [f"{who.name.lower()}-{i + 1:04}." for i in range(self.counts[who.name])]
            found = re.findall(rf"\b{who.name}: .* ({who.name.lower()}-\d+\.)", other.shown)
            if found != wanted:
                raise Failed(f"{other.name} was shown {found} instead of {wanted}")
        say(f"lines shown once and in order: {self.counts['Marie']} of Marie's, {self.counts['Nour']} of Nour's")


def both_ways(**cable):
    with virtual_hosts.Cable(**cable) as hosts, Pair(hosts) as pair:
        pair.meet()
        for _ in range(5):
            pair.type(pair.marie, 1, "bonjour ☕")
            pair.type(pair.nour, 1, "salut")
        pair.compare()


def everywhere():
    both_ways()


def without_multicast():
    both_ways(multicast=False)


def multicast_alone():
    """A link from point to point has no address for everybody."""
    both_ways(addresses=("10.77.0.1 peer 10.77.0.2", "10.77.0.2 peer 10.77.0.1"))


def ipv6_alone():
    both_ways(addresses=("fd77::1/64 nodad", "fd77::2/64 nodad"))


def sha256(path):
    with open(path, "rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def a_file_and_two_cuts():
    with virtual_hosts.Cable(megabits=60) as cable, Pair(cable) as pair:
        pair.meet()
        source, target = pair.folders[0] / "film.mkv", pair.folders[1] / "downloads"
        source.write_bytes(os.urandom(MEGABYTES << 20))
        pair.marie.type(f"/send-file {source}")
        pair.nour.wait_for("/accept-file 1 takes it")
        begin = time.monotonic()
        pair.nour.type(f"/accept-file 1 {target}")

        def here():
            return sum(path.stat().st_size for path in target.glob(".salon-*.part")) if target.exists() else 0

        def reaches(part):
            wait_until(lambda: here() >= part * (MEGABYTES << 20), 120, f"stopped at {here()} bytes")

        pair.type(pair.marie, 5, "before")
        pair.type(pair.nour, 5, "before")
        reaches(0.2)
        cable.pull()
        at = here()
        pair.type(pair.marie, 10, "cable pulled")
        pair.type(pair.nour, 10, "cable pulled")
        time.sleep(3)
        cable.plug()
        say(f"first cut at {at >> 20} MiB: cable pulled for 3 s, 10 lines typed on each side meanwhile")
        reaches(max(0.5, at / (MEGABYTES << 20) + 0.1))
        pair.count_links()
        cable.lose_everything()
        at, cut = here(), time.monotonic()
        pair.type(pair.marie, 10, "silence")
        pair.type(pair.nour, 10, "silence")
        pair.is_away(pair.marie, pair.nour)
        noticed = time.monotonic() - cut
        pair.type(pair.marie, 10, "away")
        pair.is_away(pair.nour, pair.marie)
        pair.type(pair.nour, 10, "away")
        time.sleep(max(0, 40 - (time.monotonic() - cut)))
        stood = here()
        if not 0 < stood < MEGABYTES << 20:
            raise Failed(f"{stood} bytes on the disk: the cut did not cut the file")
        cable.lose_nothing()
        say(f"second cut at {at >> 20} MiB: everything lost in silence for 40 s (noticed after {noticed:.0f} s), "
            f"20 lines typed on each side meanwhile; {stood >> 20} MiB on the disk at its end")
        back = time.monotonic()
        pair.is_back(pair.nour, pair.marie)
        say(f"linked again {time.monotonic() - back:.1f} s after it")
        pair.nour.wait_for(f"The file is here: {target / source.name}", seconds=180)
        pair.marie.wait_for("delivered", seconds=30)
        say(f"{MEGABYTES} MiB whole {time.monotonic() - begin:.0f} s after it was accepted")
        sums = [sha256(path) for path in (source, target / source.name)]
        say(f"SHA-256 sent     {sums[0]}")
        say(f"SHA-256 received {sums[1]}")
        if sums[0] != sums[1] or [path.name for path in target.iterdir()] != [source.name]:
            raise Failed(f"not the same: {list(target.iterdir())}")
        pair.compare()


def a_host_that_sleeps():
    with virtual_hosts.Cable() as cable, Pair(cable) as pair:
        pair.meet()
        pair.type(pair.marie, 3, "awake")
        pair.type(pair.nour, 3, "awake")
        pair.compare()
        pair.count_links()
        pair.nour.process.send_signal(signal.SIGSTOP)
        asleep = time.monotonic()
        pair.type(pair.marie, 5, "asleep")
        pair.type(pair.nour, 5, "typed while asleep")  # into the pipe, read when it wakes up
        pair.is_away(pair.marie, pair.nour)
        say(f"Marie is told after {time.monotonic() - asleep:.0f} s that Nour is away")
        pair.type(pair.marie, 5, "away")
        time.sleep(max(0, 40 - (time.monotonic() - asleep)))
        pair.nour.process.send_signal(signal.SIGCONT)
        awake = time.monotonic()
        pair.is_back(pair.marie, pair.nour)
        say(f"linked again {time.monotonic() - awake:.1f} s after 40 s of sleep")
        pair.type(pair.marie, 3, "back")
        pair.type(pair.nour, 3, "back")
        pair.compare()


if __name__ == "__main__":
    virtual_hosts.need_permission()
    if not pathlib.Path(programs.BINARIES / "salon-console").exists():
        sys.exit(f"There is no salon-console in {programs.BINARIES}: build it, or set SALON_BIN_DIR.")
    sys.exit(programs.main(everywhere, without_multicast, multicast_alone, ipv6_alone, a_file_and_two_cuts,
                           a_host_that_sleeps))
