#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""emoji_data.py [--unicode FOLDER] [--cldr FOLDER]: writes resources/emoji/emoji.tsv and shared/markup/emoji/
pictographs.h from Unicode's data, as Debian's packages unicode-data and unicode-cldr-core hold them. Run by hand when
a new version of Unicode is taken in; both files are committed. What is new in Unicode and not yet in the CLDR at hand
gets its French name from NEW_FRENCH below; an emoji without a name in both languages is an error."""

import argparse
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TABLE = ROOT / "resources/emoji/emoji.tsv"
RANGES = ROOT / "shared/markup/emoji/pictographs.h"

TAG = "SPDX" "-"  # written in two parts, so that `reuse` does not take it for this file's own
SELECTOR = "\ufe0f"
TONES = [chr(code) for code in range(0x1F3FB, 0x1F400)]
GROUPS = {
    "Smileys & Emotion": "Visages et émotions",
    "People & Body": "Personnes et corps",
    "Animals & Nature": "Animaux et nature",
    "Food & Drink": "Nourriture et boissons",
    "Travel & Places": "Voyages et lieux",
    "Activities": "Activités",
    "Objects": "Objets",
    "Symbols": "Symboles",
    "Flags": "Drapeaux",
}
# Emoji 15.0, which CLDR 41 does not name: French name, keywords.
NEW_FRENCH = {
    "🫨": ("visage qui tremble", "choc|secousse|séisme|vibration|visage"),
    "🩷": ("cœur rose", "amour|cœur|mignon|rose"),
    "🩵": ("cœur bleu clair", "bleu|ciel|clair|cœur"),
    "🩶": ("cœur gris", "ardoise|argent|cœur|gris"),
    "🫷": ("main poussant vers la gauche", "arrêt|gauche|main|pousser|refus|stop|tope là"),
    "🫸": ("main poussant vers la droite", "arrêt|droite|main|pousser|refus|stop|tope là"),
    "🫎": ("élan", "animal|bois|mammifère|orignal"),
    "🫏": ("âne", "animal|baudet|bourricot|mulet|têtu"),
    "🪽": ("aile", "ailé|ange|oiseau|vol|voler"),
    "🐦‍⬛": ("oiseau noir", "corbeau|corneille|freux|merle|noir|oiseau"),
    "🪿": ("oie", "basse-cour|cacarder|oiseau|volaille"),
    "🪼": ("méduse", "aïe|animal|invertébré|marin|mer|piqûre"),
    "🪻": ("jacinthe", "fleur|lavande|lupin|muflier|printemps"),
    "🫚": ("gingembre", "bière|épice|racine"),
    "🫛": ("petit pois", "cosse|edamame|gousse|haricot|légume|pois"),
    "🪭": ("éventail pliant", "chaleur|danse|éventail|rafraîchir|timide"),
    "🪮": ("peigne afro", "afro|cheveux|coiffure|peigne"),
    "🪇": ("maracas", "instrument|musique|percussion|secouer"),
    "🪈": ("flûte", "fifre|instrument|musique|vent"),
    "🪯": ("khanda", "foi|religion|sikh|sikhisme"),
    "🛜": ("wifi", "internet|ordinateur|réseau|sans fil"),
}
# What everybody types; the best known first.
WELL_KNOWN = {
    "👍": "+1 thumbsup", "👎": "-1 thumbsdown", "😄": "smile", "😃": "smiley", "😀": "grinning", "😁": "grin",
    "😆": "laughing satisfied", "😅": "sweat_smile", "🤣": "rofl", "😂": "joy", "🙂": "slight_smile", "🙃": "upside_down",
    "😉": "wink", "😊": "blush", "😇": "innocent", "🥰": "smiling_hearts", "😍": "heart_eyes", "🤩": "star_struck",
    "😘": "kissing_heart", "😋": "yum", "😛": "stuck_out_tongue", "😜": "stuck_out_tongue_winking_eye", "🤪": "zany",
    "🤗": "hugs hugging", "🤭": "oops", "🤫": "shush", "🤔": "thinking", "🤐": "zipper_mouth", "🤨": "raised_eyebrow",
    "😐": "neutral", "😑": "expressionless", "😶": "no_mouth", "😏": "smirk", "😒": "unamused", "🙄": "eye_roll rolling_eyes",
    "😬": "grimacing", "😌": "relieved", "😔": "pensive", "😪": "sleepy", "😴": "sleeping", "😷": "mask",
    "🤒": "thermometer_face", "🤢": "nauseated", "🤮": "vomiting", "🤯": "mind_blown exploding", "🥳": "partying",
    "😎": "sunglasses cool", "🤓": "nerd", "🧐": "monocle", "😕": "confused", "😟": "worried", "🙁": "slight_frown",
    "☹️": "frowning", "😮": "open_mouth", "😲": "astonished", "😳": "flushed", "🥺": "pleading", "😨": "fearful",
    "😰": "cold_sweat", "😢": "cry", "😭": "sob", "😱": "scream", "😩": "weary", "😫": "tired", "🥱": "yawning",
    "😤": "triumph", "😡": "rage", "😠": "angry", "🤬": "cursing", "😈": "smiling_imp", "💀": "skull", "💩": "poop",
    "🤡": "clown", "👻": "ghost", "👽": "alien", "🤖": "robot", "🙈": "see_no_evil", "🙉": "hear_no_evil",
    "🙊": "speak_no_evil", "❤️": "heart", "🧡": "orange_heart", "💛": "yellow_heart", "💚": "green_heart",
    "💙": "blue_heart", "💜": "purple_heart", "🖤": "black_heart", "💔": "broken_heart", "💕": "two_hearts",
    "💯": "100", "💥": "boom", "💦": "sweat_drops", "💤": "zzz", "👋": "wave", "👌": "ok_hand", "✌️": "v",
    "🤞": "crossed_fingers fingers_crossed", "🤘": "metal", "🤙": "call_me", "👈": "point_left", "👉": "point_right",
    "👆": "point_up_2", "👇": "point_down", "☝️": "point_up", "✊": "fist", "👊": "punch", "👏": "clap",
    "🙌": "raised_hands", "👐": "open_hands", "🤝": "handshake", "🙏": "pray please", "💪": "muscle", "👀": "eyes",
    "🧠": "brain", "🤦": "facepalm", "🤷": "shrug", "🙋": "raising_hand", "🙇": "bow", "💃": "dancer", "👶": "baby",
    "🐶": "dog", "🐱": "cat", "🐭": "mouse", "🐰": "rabbit", "🦊": "fox", "🐻": "bear", "🐼": "panda", "🐷": "pig",
    "🐸": "frog", "🐔": "chicken", "🐧": "penguin", "🦄": "unicorn", "🐝": "bee", "🐛": "bug", "🐢": "turtle",
    "🐍": "snake", "🐙": "octopus", "🌹": "rose", "🌻": "sunflower", "🌳": "tree", "🍀": "four_leaf_clover",
    "🍎": "apple", "🍌": "banana", "🍓": "strawberry", "🍕": "pizza", "🍔": "hamburger burger", "🍟": "fries",
    "🍿": "popcorn", "🍰": "cake", "🎂": "birthday", "🍫": "chocolate", "☕": "coffee", "🍵": "tea", "🍺": "beer",
    "🍻": "beers", "🍷": "wine", "🥂": "cheers", "🥐": "croissant", "🌍": "earth_africa", "🏠": "house home",
    "🚗": "car", "🚲": "bike", "🚀": "rocket", "✈️": "airplane plane", "🚨": "rotating_light", "🚧": "construction",
    "⏰": "alarm_clock", "⏳": "hourglass", "🌞": "sun_with_face", "☀️": "sun sunny", "🌙": "moon", "⭐": "star",
    "🌟": "star2", "☁️": "cloud", "⛈️": "thunder", "❄️": "snowflake", "⛄": "snowman", "🔥": "fire", "💧": "droplet",
    "🌊": "ocean", "🌈": "rainbow", "⚡": "zap", "🎃": "jack_o_lantern", "🎄": "christmas_tree", "✨": "sparkles",
    "🎉": "tada", "🎊": "confetti", "🎁": "gift", "🏆": "trophy", "🥇": "first_place", "⚽": "soccer", "🎮": "video_game",
    "🎲": "dice", "🎵": "music", "🎧": "headphones", "🎸": "guitar", "📷": "camera", "📱": "iphone phone",
    "💻": "computer laptop", "⌨️": "keyboard", "🖥️": "desktop", "💡": "bulb", "📚": "books", "📖": "book", "📝": "memo",
    "✏️": "pencil2 pencil", "📎": "paperclip", "📌": "pushpin", "📅": "date", "📈": "chart_up", "📉": "chart_down",
    "🔍": "mag", "🔒": "lock", "🔓": "unlock", "🔑": "key", "🔨": "hammer", "🔧": "wrench", "⚙️": "gear", "🔗": "link",
    "✉️": "envelope", "📧": "email", "🔔": "bell", "🔕": "no_bell", "💬": "speech_balloon", "💭": "thought_balloon",
    "✅": "white_check_mark check", "✔️": "heavy_check_mark", "❌": "x", "❗": "exclamation", "❓": "question",
    "⚠️": "warning", "🚫": "no_entry_sign", "⛔": "no_entry", "♻️": "recycle", "🆗": "ok", "🆒": "cool_button",
    "➕": "heavy_plus_sign", "➖": "heavy_minus_sign", "⬆️": "arrow_up", "⬇️": "arrow_down", "⬅️": "arrow_left",
    "➡️": "arrow_right", "🔴": "red_circle", "🟢": "green_circle", "🟡": "yellow_circle", "🏁": "checkered_flag",
    "🏳️‍🌈": "rainbow_flag", "🏴‍☠️": "pirate_flag", "🇫🇷": "fr france", "🇧🇪": "be", "🇨🇭": "ch", "🇨🇦": "ca", "🇬🇧": "gb uk",
    "🇺🇸": "us", "🇩🇪": "de", "🇪🇸": "es", "🇮🇹": "it", "🇪🇺": "eu",
}


def bare(sequence):
    return sequence.replace(SELECTOR, "")


def annotations(folder, language):
    """Names and keywords by sequence without selectors."""
    names, keywords = {}, {}
    for part in ("annotations", "annotationsDerived"):
        tree = xml.etree.ElementTree.parse(folder / part / f"{language}.xml")
        for node in tree.iter("annotation"):
            sequence = bare(node.get("cp"))
            if node.get("type") == "tts":
                names[sequence] = node.text
            else:
                keywords[sequence] = [word.strip() for word in node.text.split("|")]
    return names, keywords


def shortcode(name):
    """ "thumbs up" -> "thumbs_up", "cœur rouge" -> "coeur_rouge"."""
    text = name.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "_").replace("#", "hash").replace("*", "asterisk")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", text).strip("_")


def read_test(path):
    """Groups, in order (name and fully qualified sequences), and the names that the file itself gives, in English."""
    groups, current, names = [], None, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# group: "):
            current = (line[len("# group: "):], [])
            groups.append(current)
        match = re.match(r"([0-9A-F ]+?)\s*; (fully-qualified|component)\s*# \S+ E\S+ (.*)", line)
        if match:
            current[1].append("".join(chr(int(code, 16)) for code in match[1].split()))
            names[bare(current[1][-1])] = match[3]
    return groups, names


def with_tones(sequences):
    """Sequences without tones -> the five with one tone throughout."""
    tones = {}
    for sequence in sequences:
        used = {c for c in sequence if c in TONES}
        if len(used) == 1:
            base = bare("".join(c for c in sequence if c not in TONES))
            tones.setdefault(base, {})[used.pop()] = sequence
    return {base: [found[tone] for tone in TONES] for base, found in tones.items() if len(found) == len(TONES)}


class Table:
    def __init__(self, cldr, english):
        self.names = {language: annotations(cldr, language) for language in ("en", "fr")}
        self.names["en"][0].update({sequence: name for sequence, name in english.items()
                                    if sequence not in self.names["en"][0]})
        for sequence, (name, keywords) in NEW_FRENCH.items():
            if bare(sequence) in self.names["fr"][0]:
                sys.exit(f"{sequence} has a French name in CLDR now: take it out of NEW_FRENCH")
            self.names["fr"][0][bare(sequence)] = name
            self.names["fr"][1][bare(sequence)] = keywords.split("|")
        self.codes, self.missing = set(), []

    def name(self, sequence, language):
        found = self.names[language][0].get(bare(sequence))
        if not found:
            self.missing.append(f"{sequence} ({language})")
        return found or ""

    def keywords(self, sequence, language):
        name = self.name(sequence, language)
        return "|".join(word for word in self.names[language][1].get(bare(sequence), []) if word != name)

    def shortcode(self, sequence, language):
        code = shortcode(self.name(sequence, language))
        if not code or code in self.codes:
            return []
        self.codes.add(code)
        return [code]


def table_lines(groups, table):
    every = [sequence for _, members in groups for sequence in members]
    tones = with_tones(every)
    unknown = set(WELL_KNOWN) - set(every)
    if unknown:
        sys.exit(f"WELL_KNOWN has what is not fully qualified: {' '.join(sorted(unknown))}")
    for number, (english, french) in enumerate(GROUPS.items()):
        yield ["G", str(number), english, french]
    for tone in TONES:
        yield ["T", tone, table.name(tone, "en"), table.name(tone, "fr")]
    kept = [(number, sequence) for number, name in enumerate(GROUPS) for group, members in groups if group == name
            for sequence in members if not any(tone in sequence for tone in TONES)]
    table.codes.update(code for codes in WELL_KNOWN.values() for code in codes.split())
    if len(table.codes) < sum(len(codes.split()) for codes in WELL_KNOWN.values()):
        sys.exit("WELL_KNOWN names two emoji alike")
    codes = {sequence: WELL_KNOWN.get(sequence, "").split() for _, sequence in kept}
    for language in ("en", "fr"): # no French name takes an English one
        for _, sequence in kept:
            codes[sequence] += table.shortcode(sequence, language)
    for number, sequence in kept:
        yield ["E", sequence, str(number), table.name(sequence, "en"), table.name(sequence, "fr"),
               table.keywords(sequence, "en"), table.keywords(sequence, "fr"), " ".join(codes[sequence]),
               " ".join(tones.get(bare(sequence), []))]


def write_table(unicode_folder, cldr):
    groups, english = read_test(unicode_folder / "emoji/emoji-test.txt")
    unknown = [name for name, _ in groups if name not in GROUPS and name != "Component"]
    if unknown:
        sys.exit(f"new groups: {unknown}")
    table = Table(cldr, english)
    lines = ["\t".join(line).rstrip("\t") for line in table_lines(groups, table)]
    if table.missing:
        sys.exit("without a name: " + ", ".join(sorted(set(table.missing))))
    header = ["# Names of emoji. Copyright 1991-2022 Unicode, Inc.; Unicode-DFS-2016. Made by cmake/scripts/emoji_data.py;",
              "# well-known shortcodes and French names of Emoji 15.0 by the Salon developers. Columns:",
              "# G number, English, French | T skin tone, English, French | E emoji, group, English, French, keywords in",
              "# English and in French, shortcodes, with the five skin tones"]
    TABLE.write_text("\n".join(header + lines) + "\n", encoding="utf-8")
    return len(lines)


def write_ranges(unicode_folder):
    ranges = []
    for line in (unicode_folder / "emoji/emoji-data.txt").read_text(encoding="utf-8").splitlines():
        match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; Extended_Pictographic", line)
        if match:
            first, last = int(match[1], 16), int(match[2] or match[1], 16)
            if ranges and ranges[-1][1] + 1 == first:
                ranges[-1][1] = last
            else:
                ranges.append([first, last])
    cells = [f"{{ 0x{first:X}, 0x{last:X} }}" for first, last in ranges]
    rows = ["    " + ", ".join(cells[i:i + 5]) + "," for i in range(0, len(cells), 5)]
    RANGES.write_text(f"""// SPDX-FileCopyrightText: 1991-2022 Unicode, Inc.
// SPDX-License-Identifier: Apache-2.0 AND Unicode-DFS-2016

#pragma once

#include <array>
#include <utility>

namespace salon {{

// Made by cmake/scripts/emoji_data.py.
// clang-format off
/// First and last of each range with the property Extended_Pictographic, ascending.
inline constexpr std::array<std::pair<char32_t, char32_t>, {len(ranges)}> Pictographs{{ {{
{chr(10).join(rows).rstrip(",")} }} }};
// clang-format on

}} // namespace salon
""", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unicode", type=pathlib.Path, default="/usr/share/unicode")
    parser.add_argument("--cldr", type=pathlib.Path, default="/usr/share/unicode/cldr/common")
    options = parser.parse_args()
    count = write_table(options.unicode, options.cldr)
    write_ranges(options.unicode)
    print(f"{TABLE.relative_to(ROOT)}: {count} lines")


if __name__ == "__main__":
    main()
