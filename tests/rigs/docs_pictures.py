#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""The pictures of README.md and the guides: docs_pictures.py [FOLDER [DISPLAY]]

Plays a conversation of five people on a server of its own, once in French and once in English, with the desktop client
on a virtual display (:144 unless told otherwise), and writes salon-fr.png, salon-en.png and salon-search-en.png into
docs/pictures, or into FOLDER. Needs Xvfb, xdotool, convert and import (ImageMagick); pngquant makes them smaller. The
letters are those of the system's font: Noto Sans, please (Debian's fonts-noto-core and fonts-noto-color-emoji)."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

import programs
from one_room import Screen
from programs import Console, Failed, Program, Server, wait_until

SIZE = (1180, 800)
TOOLS = ("Xvfb", "xdotool", "convert", "import")
PEOPLE = ("Marie Curie", "Ahmed Benali", "Zoé Lefèvre", "Luc Ørsted")

# Who says what in the room that is shown. "reply" and "react" name the message by its place among those said.
FRENCH = {
    "server": "Salon du quartier", "hall": "Réseau", "find": "seau", "topic": "Sockets, serveurs et café", "office": "Bureau",
    "rules": ["/rules keep 365", "/rules slow 2"],
    "talk": [
        ("Marie", "Bonjour à tous ! Le serveur tourne sur le *Raspberry Pi* du couloir 🎉"),
        ("Ahmed", "Super, la connexion est immédiate. `ping` : **0,4 ms**"),
        ("Zoé", "/file {picture} Le jardin où l’on se retrouve jeudi"),
        ("Luc", "J’ai préparé un petit client en Python."),
        ("Marie", "Réunion jeudi à 18 h, qui apporte le vidéoprojecteur ?"),
    ],
    "reply": ("Zoé", 4, "Moi ! Et @ines.robert, tu viens avec ton serveur ?"),
    "answer": "Avec plaisir, et du café !",
    "react": [("Ahmed", 0, "🎉"), ("Luc", 0, "🎉"), ("Zoé", 0, "👍"), ("Luc", 2, "❤️"), ("Marie", 2, "❤️"),
              ("Ahmed", 2, "😍")],
    "office_talk": ("Ahmed", "Le dossier est dans l’armoire."),
    "direct": ("Luc", "Tu as cinq minutes ?"),
    "search": "serveur",
}
ENGLISH = {
    "server": "Neighbourhood", "hall": "Network", "find": "netw", "topic": "Sockets, servers and coffee", "office": "Office",
    "rules": ["/rules keep 365", "/rules slow 2"],
    "talk": [
        ("Marie", "Hello everybody! The server runs on the *Raspberry Pi* in the corridor 🎉"),
        ("Ahmed", "Great, I was in at once. `ping`: **0.4 ms**"),
        ("Zoé", "/file {picture} The garden where we meet on Thursday"),
        ("Luc", "I wrote a small client in Python."),
        ("Marie", "Thursday at six, who brings the projector?"),
    ],
    "reply": ("Zoé", 4, "I do! And @ines.robert, will you bring your server?"),
    "answer": "With pleasure, and coffee!",
    "react": [("Ahmed", 0, "🎉"), ("Luc", 0, "🎉"), ("Zoé", 0, "👍"), ("Luc", 2, "❤️"), ("Marie", 2, "❤️"),
              ("Ahmed", 2, "😍")],
    "office_talk": ("Ahmed", "The papers are in the cupboard."),
    "direct": ("Luc", "Do you have five minutes?"),
    "search": "server",
}


def draw_garden(path):
    """A small landscape, so that nobody's photograph is needed."""
    subprocess.run(
        ["convert", "-size", "640x320", "gradient:#8ec5fc-#fdf3e1", "-fill", "#fff3b0", "-draw", "circle 500,90 500,45",
         "-fill", "#7fb77e", "-draw", "path 'M 0,260 C 160,180 280,250 400,225 S 600,170 640,200 L 640,320 L 0,320 Z'",
         "-fill", "#4f9a5b", "-draw", "path 'M 0,300 C 140,250 260,320 420,285 S 600,270 640,285 L 640,320 L 0,320 Z'",
         "-fill", "#6b4f3a", "-draw", "rectangle 150,190 162,290", "-fill", "#3f7d4c", "-draw", "circle 156,165 156,115",
         "-fill", "#c0564b", "-draw", "polygon 330,235 380,200 430,235", "-fill", "#f3e3c8", "-draw",
         "rectangle 340,235 420,290", "-fill", "#8a6a4f", "-draw", "rectangle 370,255 388,290", path], check=True)


class Scene:
    """One language: a server, its people, and the window of Inès."""

    def __init__(self, language, words, display):
        self.words = words
        self.folder = programs.folder_of_our_own()
        self.server = Server(programs.folder_of_our_own(), "--listen", "127.0.0.1:0", "--lang", language, "--name",
                             words["server"], "--registration", "open", SALON_LIMITS_REGISTRATIONS_PER_HOUR="0")
        self.people = {}
        self.said = []
        self.screen = Screen(display, programs.folder_of_our_own(), SIZE)
        self.language = language

    def join(self):
        link = self.server.value("link")
        for name in PEOPLE:
            first = name.split()[0]
            login = first.lower().replace("é", "e")
            self.people[first] = Console(name, self.folder / login, None, "--username", login, "--format", "markdown",
                                         link)
            self.server.wait_for(name)
            link = link.split("&invite=")[0]

    def number_of(self, person, text):
        """The number of a message, as its author's program shows it."""
        program = self.people[person]
        line = re.compile(r"#(\d+) .*" + re.escape(text[:9]))  # before any mark
        wait_until(lambda: line.search(program.shown), 30, f"{person} did not say {text!r}:\n{program.shown[-2000:]}")
        return line.search(program.shown).group(1)

    def everybody(self, command):
        for program in self.people.values():
            program.type(command)

    def make_room(self):
        words = self.words
        marie = self.people["Marie"]
        marie.type(f"/create {words['hall']}")
        marie.wait_for(words["hall"])
        marie.type(f"/topic {words['topic']}")
        for rule in words["rules"]:
            marie.type(rule)
        self.everybody(f"/join {words['hall']}")
        for program in self.people.values():
            program.wait_for(f"── {words['hall']}")
        time.sleep(2)  # the window has drawn itself for the first time
        self.screen.go_to(words["find"])
        marie.wait_for("Inès Robert joined", 2)

    def talk(self, picture):
        words = self.words
        for person, text in words["talk"]:
            self.people[person].type(text.format(picture=picture))
            caption = text.split(" ", 2)[2] if text.startswith("/file") else text
            self.said.append(self.number_of(person, caption))
        for person, which, emoji in words["react"]:
            self.people[person].type(f"/react {self.said[which]} {emoji}")
            time.sleep(0.3)  # in this order
        person, which, text = words["reply"]
        self.people[person].type(f"/reply {self.said[which]} {text}")
        self.number_of(person, text)

    def open_window(self, theme):
        data = self.screen.folder / "data"
        data.mkdir(parents=True)
        (data / "settings.ini").write_text(f"[General]\nlanguage={self.language}\ntheme={theme}\n", encoding="utf-8")
        self.screen.open(self.server.value("link").split("&invite=")[0], "Inès Robert", self.language)
        self.server.wait_for("Inès Robert")

    def leave_unread(self):
        words = self.words
        ahmed, luc = self.people["Ahmed"], self.people["Luc"]
        ahmed.type(f"/private {words['office']}")
        ahmed.wait_for(f"── {words['office']}")
        ahmed.type("/invite ines.robert")
        ahmed.type(words["office_talk"][1])
        self.number_of("Ahmed", words["office_talk"][1])
        luc.type(f"/msg ines.robert {words['direct'][1]}")
        self.number_of("Luc", words["direct"][1])
        ahmed.type("/away")

    def close(self):
        self.screen.close()
        for program in self.people.values():
            program.kill()
        self.server.stop()


def pictures(language, words, theme, folder, display):
    garden = programs.folder_of_our_own() / ("jardin.png" if language == "fr" else "garden.png")
    draw_garden(garden)
    scene = Scene(language, words, display)
    try:
        scene.join()
        scene.open_window(theme)
        scene.make_room()
        scene.talk(garden)
        scene.leave_unread()
        scene.screen.type(words["answer"])
        time.sleep(4)  # it is drawn, its files are there, and the next message may be sent
        scene.screen.picture(folder / f"salon-{language}.png")
        if language == "en":
            scene.screen.run("key", "ctrl+shift+f")
            time.sleep(0.5)
            scene.screen.run("type", "--delay", 30, words["search"])
            time.sleep(2)  # the server answered
            scene.screen.picture(folder / "salon-search-en.png")
    finally:
        scene.close()


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else programs.SOURCES / "docs/pictures").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    display = sys.argv[2] if len(sys.argv) > 2 else ":144"
    pictures("fr", FRENCH, 1, folder, display)
    pictures("en", ENGLISH, 2, folder, display)
    for path in (folder / "salon-fr.png", folder / "salon-en.png", folder / "salon-search-en.png"):
        if shutil.which("pngquant"):
            subprocess.run(["pngquant", "--force", "--strip", "--ext", ".png", "256", path], check=True)
        print(f"   {path}: {path.stat().st_size // 1024} kB", flush=True)


if __name__ == "__main__":
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print(f"SKIPPED: missing {', '.join(missing)}")
        sys.exit(77)
    try:
        main()
    except Failed as failure:
        sys.exit(f"FAILED: {failure}")
