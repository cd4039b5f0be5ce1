#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Both sides of `salon-console --peer HOST:PORT` start at the same moment: both_at_once.py [ROUNDS]

Two virtual hosts; in each round (200 unless told otherwise) both programs start with the other's address, and must
settle with one link and a line each way, shown once. Every tenth round has two new devices, so that now this and now
that one has the smaller key; they accept each other first. Ends with 77 where network namespaces are not permitted."""

import random
import statistics
import sys
import time

import programs
import virtual_hosts
from programs import Console, Failed, wait_until

PORT = 7257
ESTABLISHED = "01"
NEW_DEVICES_EVERY = 10
STANDS_SECONDS = 1.2  # somebody who still looks for the other does so every second


def links(console):
    """How many connections the host of a console has."""
    count = 0
    if console.process.poll() is not None:
        return count
    for table in ("tcp", "tcp6"):
        with open(f"/proc/{console.process.pid}/net/{table}", encoding="ascii") as lines:
            count += sum(1 for line in lines if line.split()[3] == ESTABLISHED)
    return count


class Round:
    """The two programs of one round."""

    def __init__(self, cable, folders, offset):
        self.consoles = []
        starts = [("Marie", cable.left, cable.addresses[1], folders[0]),
                  ("Nour", cable.right, cable.addresses[0], folders[1])]
        for name, host, other, folder in starts if offset >= 0 else reversed(starts):
            self.consoles.append(Console(name, folder, host, "--peer", f"{other}:{PORT}"))
            if len(self.consoles) == 1:
                time.sleep(abs(offset))
        self.consoles.sort(key=lambda console: console.name)
        self.marie, self.nour = self.consoles

    def __enter__(self):
        return self

    def __exit__(self, problem, *_):
        for console in self.consoles:
            if problem:
                print(f"{links(console)} links at {console.name}, who was shown:\n{console.shown}", flush=True)
            console.kill()

    def others(self):
        return (self.marie, self.nour), (self.nour, self.marie)

    def accept(self):
        """Whoever is asked accepts; who dialled has accepted by that, and both may have dialled."""
        def asked():
            return [(console, other) for console, other in self.others()
                    if f"{other.name} wants to talk with you directly" in console.shown]

        def settled():
            return asked() or all(f"{other.name} is here" in console.shown for console, other in self.others())

        wait_until(settled, 20, "nobody asks")
        for console, other in asked():
            console.type(f"/accept {other.name}")

    def talk(self, number):
        for console, other in self.others():
            console.wait_for(f"{other.name} is here", seconds=20)
        wait_until(lambda: links(self.marie) == 1 and links(self.nour) == 1, 15, "more or less than one link")
        for console in self.consoles:
            console.type(f"line of round {number}")
        for console, other in self.others():
            console.wait_for(f"{other.name}: line of round {number}\n")
        told = [console.shown.count("is not reachable now") for console in self.consoles]
        time.sleep(STANDS_SECONDS)
        if told != [console.shown.count("is not reachable now") for console in self.consoles]:
            raise Failed("the link did not stand")
        # Once, by one link, from and to each.
        for console, other in self.others():
            if console.shown.count(f"{other.name}: line of round {number}\n") != 1 or links(console) != 1:
                raise Failed("more than one link, or a line twice")

    def end(self):
        return [console.quit() for console in self.consoles]


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    print(f"{rounds} rounds, seed {seed}", flush=True)
    settled, failed = [], 0
    with virtual_hosts.Cable() as cable:
        for number in range(1, rounds + 1):
            new = number % NEW_DEVICES_EVERY == 1
            if new:
                folders = [programs.folder_of_our_own() for _ in range(2)]
            # Mostly at the same moment; else up to 100 ms apart, one way or the other.
            offset = chance.choice((0, 0, chance.uniform(-0.1, 0.1)))
            begin = time.monotonic()
            try:
                with Round(cable, folders, offset) as pair:
                    if new:
                        pair.accept()
                    pair.talk(number)
                    settled.append(time.monotonic() - begin - STANDS_SECONDS)
                    codes = pair.end()
                if codes != [0, 0]:
                    raise Failed(f"exit codes {codes}")
            except (Failed, OSError) as problem:
                failed += 1
                print(f"round {number} ({offset * 1000:+.0f} ms): {problem}", flush=True)
            if number % 20 == 0 or number == rounds:
                print(f"{number} rounds, {failed} failed; settled and talked within {min(settled):.2f} to "
                      f"{max(settled):.2f} s, half of them within {statistics.median(settled):.2f} s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    virtual_hosts.need_permission()
    sys.exit(main())
