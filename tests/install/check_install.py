#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""One check of what `cmake --install` makes; the names are the functions below. Ends with 77 when its tool is missing."""
import argparse
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

COMPONENTS = {"salon": "client", "salon-server": "server", "salon-console": "console"}
SECTIONS = {"salon": 1, "salon-server": 8, "salon-console": 1}
given = argparse.Namespace()


def fail(words: str) -> None:
    sys.exit(words)


def require(condition: object, words: str) -> None:
    if not condition:
        fail(words)


def tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        print(f"skipped: {name} is not installed")
        sys.exit(77)
    return found


def run(*command: object, **options: object) -> str:
    """What a command says; it must end well."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    require(done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def usr(component: str) -> pathlib.Path:
    return given.stage / component / "usr"


def path_of(program: str) -> pathlib.Path:
    return usr(COMPONENTS[program]) / "bin" / program


def one(component: str, pattern: str) -> pathlib.Path:
    found = sorted(usr(component).glob(pattern))
    require(len(found) == 1, f"{component}: {pattern} is there {len(found)} times")
    return found[0]


def help_of(program: str, language: str) -> str:
    return run(path_of(program), "--lang", language, "--help")


def options_of(program: str, language: str = "en") -> dict[str, str]:
    """--option → its value's placeholder, read from --help without what make_manual.py knows."""
    heads = [line for line in help_of(program, language).splitlines() if re.match(r"^ {2}-", line)]
    options = {}
    for head in heads:
        for match in re.finditer(r"(?:^|[ ,])(--?[a-z][a-z-]*)(?:[ =]<?([^ ,>-][^ >]*)>?)?", head[:45].split("   ")[0]):
            options[match[1]] = match[2] or ""
    require(len(options) >= 6, f"{program}: only {sorted(options)} was found in --help")
    return options


def stage() -> None:
    shutil.rmtree(given.stage, ignore_errors=True)
    for program in given.programs:
        component = COMPONENTS[program]
        run(given.cmake, "--install", given.build, "--component", component, "--prefix", "/usr",
            env={**os.environ, "DESTDIR": str(given.stage / component)})
        binaries = sorted(file.name for file in (usr(component) / "bin").iterdir())
        require(binaries == [program], f"the component {component} holds the programs {binaries}")
        run(path_of(program), "--version")


def licences() -> None:
    """Every text that the notices name is there, and each that is there is named."""
    for program in given.programs:
        documents = usr(COMPONENTS[program]) / "share/doc" / program
        notices = (documents / "THIRD-PARTY-NOTICES.md").read_text()
        texts = {file.name for file in (documents / "licences").iterdir()}
        named = set(re.findall(r"`(LICENSE-[^`]+)`", notices))
        require(texts == named, f"{program}: named {sorted(named - texts)}, not named {sorted(texts - named)}")
        require("Apache License" in (documents / "LICENSE").read_text(), "LICENSE is another text")
        if shutil.which("readelf"):
            needed = re.findall(r"NEEDED.*\[(?:lib)?([^\].]+)", run("readelf", "-d", path_of(program)))
            known = {"Qt6": "Qt", "qt6keychain": "QtKeychain", "crypto": "OpenSSL", "ssl": "OpenSSL", "sodium": "libsodium",
                     "icu": "ICU", "md4c": "md4c", "tomlplusplus": "toml++", "edit": "libedit", "stdc++": "libstdc++", "gcc_s": "libgcc"}
            system = ("c", "m", "ld-linux", "asan", "ubsan", "gcov", "pthread", "atomic")
            for library in needed:
                name = next((name for prefix, name in known.items() if library.startswith(prefix)), None)
                if name is None and library.split("-x86")[0] in system or library.startswith("ld-linux"):
                    continue
                require(name and name in notices, f"{program} links {library}, which the notices do not name")


def manual() -> None:
    tool("man")
    for program in given.programs:
        section = SECTIONS[program]
        for language, folder in (("en", "share/man"), ("fr", "share/man/fr")):
            file = usr(COMPONENTS[program]) / folder / f"man{section}" / f"{program}.{section}"
            environment = {**os.environ, "MANWIDTH": "500", "LC_ALL": "C.UTF-8"}
            done = subprocess.run(["man", "--warnings=w", "-E", "UTF-8", "-P", "cat", "-l", file], env=environment,
                                  capture_output=True, text=True, check=False)
            require(done.returncode == 0 and not done.stderr.strip(), f"{file}: {done.stderr}")
            shown = re.sub(r".\x08", "", done.stdout).replace("‐", "-").replace("−", "-")
            for option, value in options_of(program, language).items():
                wanted = " " + re.escape(value) if value else "" if option.startswith("--") else r"( \S+)?"
                row = re.escape(option) + r"(, -\S+)?" + wanted
                head = rf"^ +(-.*, )?{row}(  .*)?$"
                require(re.search(head, shown, re.M), f"{file}: no row for {option} {value}")
            known = set(options_of(program, language))
            for word in set(re.findall(r"^ +(--?[a-z][a-z-]*)", shown, re.M)) - known:
                fail(f"{file}: {word} is no option of {program}")
            require(f"Salon {given.version}" in shown, f"{file} shows another version")
            words = re.sub(r"\s+", " ", shown)
            for sentence in re.findall(r"^ {8}(\S.*)$", help_of(program, language), re.M)[:5]:
                require(re.sub(r"\s+", " ", sentence) in words, f"{file}: “{sentence}” of --help is missing")


def offered_by_bash(program: str, *words: str) -> set[str]:
    file = one(COMPONENTS[program], "share/bash-completion/completions/*")
    script = (f'. "{file}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              f'_{program.replace("-", "_")}; printf "%s\\n" "${{COMPREPLY[@]}}"')
    return set(run("bash", "-uc", script, "bash", program, *words).split())


def bash() -> None:
    for program in given.programs:
        options = options_of(program)
        require(offered_by_bash(program, "-") == set(options), f"{program}: bash offers {offered_by_bash(program, '-')}")
        require(offered_by_bash(program, "--lang", "") == {"fr", "en"}, "bash does not know the languages")
        require(offered_by_bash(program, "--lang", "=", "f") == {"fr"}, "bash does not know --lang=")
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "inside").mkdir()
            require(offered_by_bash(program, "--data", folder + "/i") == {folder + "/inside"}, "bash offers no folders")
        require(offered_by_bash(program, "--name", "") == set(), "bash offers something for a name")
        if shutil.which("shellcheck"):
            run("shellcheck", one(COMPONENTS[program], "share/bash-completion/completions/*"))
    require(offered_by_bash("salon-server", "check") == {"check-config"}, "bash does not know check-config")


def zsh() -> None:
    tool("zsh")
    for program in given.programs:
        file = one(COMPONENTS[program], f"share/zsh/*/_{program}")
        run("zsh", "-n", file)
        text = file.read_text()
        require(text.startswith(f"#compdef {program}\n"), f"{file} does not say for what it is")
        found = set(re.findall(r"^ +'(?:\*|\([^)]*\))?(--?[a-z][a-z-]*)=?\[", text, re.M))
        require(found == set(options_of(program)), f"{program}: zsh knows {sorted(found ^ set(options_of(program)))}")
        # The specifications themselves, as _arguments reads them.
        with tempfile.TemporaryDirectory() as home:
            script = ('fpath=("$1" $fpath); autoload -Uz compinit; compinit -u -d "$2/dump"; '
                      f'print -r -- "${{_comps[{program}]}}"')
            said = run("zsh", "-fc", script, "zsh", file.parent, home, env={**os.environ, "HOME": home})
            require(said.strip() == f"_{program}", f"zsh completes {program} with “{said.strip()}”")


def fish() -> None:
    tool("fish")
    for program in given.programs:
        file = one(COMPONENTS[program], "share/fish/vendor_completions.d/*.fish")
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}

            def offered(line: str) -> set[str]:
                said = run("fish", "--no-config", "-c", f"source '{file}'; complete -C '{line}'", env=environment)
                return {row.split("\t")[0] for row in said.splitlines()}

            long = {option for option in options_of(program) if option.startswith("--")}
            require(offered(f"{program} --") == {*long}, f"{program}: fish knows {offered(f'{program} --') ^ long}")
            require(offered(f"{program} --lang ") == {"fr", "en"}, "fish does not know the languages")


def desktop() -> None:
    file = one("client", "share/applications/*.desktop")
    said = run(tool("desktop-file-validate"), file)
    require(not said.strip(), said)
    lines = dict(line.split("=", 1) for line in file.read_text().splitlines() if "=" in line)
    require(shutil.which(lines["Exec"].split()[0], path=str(usr("client") / "bin")), f"{lines['Exec']}: no such program")
    for key in ("GenericName", "Comment", "Keywords"):
        require(lines.get(key + "[fr]"), f"{key} has no French")
    for size in ("16x16", "512x512"):
        require((usr("client") / f"share/icons/hicolor/{size}/apps/{lines['Icon']}.png").exists(), "the icon is not there")
    require("x-scheme-handler/salon;" in lines["MimeType"], "links are not handled")


def metainfo() -> None:
    file = one("client", "share/metainfo/*.metainfo.xml")
    run(tool("appstreamcli"), "validate", "--no-net", file)
    text = file.read_text()
    launchable = re.search(r'<launchable type="desktop-id">([^<]+)<', text)[1]
    require((usr("client") / "share/applications" / launchable).exists(), f"{launchable} is not installed")
    require(file.name == re.search(r"<id>([^<]+)<", text)[1] + ".metainfo.xml", f"{file.name} is not called as its id")


def mime() -> None:
    make = tool("update-mime-database")
    file = one("client", "share/mime/packages/*.xml")
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "packages"
        packages.mkdir()
        shutil.copy(file, packages)
        said = run(make, folder)
        require("rror" not in said, said)
        made = pathlib.Path(folder) / "globs2"
        require("application/x-salon-invitation:*.salon" in made.read_text(), made.read_text())
    types = one("client", "share/applications/*.desktop").read_text()
    for name in re.findall(r'mime-type type="([^"]+)"', file.read_text()):
        require(name + ";" in types, f"the desktop file does not open {name}")


def icons() -> None:
    folder = usr("client") / "share/icons/hicolor"
    bitmaps = sorted(folder.glob("*/apps/salon.png"))
    require(len(bitmaps) >= 8, f"only {len(bitmaps)} sizes")
    for bitmap in bitmaps:
        data = bitmap.read_bytes()
        require(data.startswith(b"\x89PNG\r\n\x1a\n"), f"{bitmap} is no PNG")
        width, height = struct.unpack(">II", data[16:24])
        require(f"{width}x{height}" == bitmap.parts[-3], f"{bitmap} has {width}x{height} pixels")
    require("<svg" in (folder / "scalable/apps/salon.svg").read_text(), "no scalable icon")


def versions() -> None:
    """One version everywhere, and the facts behind it."""
    commits = set()
    for program in given.programs:
        for language in ("en", "fr"):
            lines = run(path_of(program), "--lang", language, "--version").splitlines()
            first = re.fullmatch(rf"{program} {re.escape(given.version)} \(([0-9a-f]{{12}}\+?|unknown|[\w.+~-]+)\)", lines[0])
            require(first, f"{program}: {lines[0]}")
            commits.add(first[1])
            facts = "\n".join(lines[1:])
            for fact in (r"Qt 6\.\d+\.\d+", r"TLS\s?: \S+", r"(GCC|Clang) \d+\.\d+", r"(System|Système)\s?: \S+"):
                require(re.search(fact, facts), f"{program} --version says nothing like {fact}:\n{facts}")
            require(len(lines) == 5, f"{program} --version: {lines}")
    require(len(commits) == 1, f"the programs are of the commits {commits}")


def paths() -> None:
    """A release tells nobody where it was built."""
    for program in given.programs:
        data = path_of(program).read_bytes()
        for folder in (given.source, given.build, pathlib.Path.home() / "."):
            if str(folder) not in ("/", "/root"):
                require(str(folder).encode() not in data, f"{program} holds the path {folder}")


def commit() -> None:
    """Where the commit comes from, in this order: given, archive, git with a mark for changes, unknown."""
    script = given.source / "cmake/scripts/write_commit.cmake"
    git = tool("git")

    def found(source: pathlib.Path, wanted: str = "") -> str:
        out = pathlib.Path(folder) / "out.cpp"
        run(given.cmake, f"-DSOURCE={source}", f"-DGIVEN={wanted}", f"-DGIT={git}", f"-DOUT={out}", "-P", script)
        return re.search(r'return "([^"]*)"', out.read_text())[1]

    def in_git(*words: str) -> str:
        return run(git, "-c", "user.name=x", "-c", "user.email=x@x", *words, cwd=clone).strip()

    with tempfile.TemporaryDirectory() as folder:
        clone = pathlib.Path(folder) / "clone with é"
        (clone / "cmake").mkdir(parents=True)
        shutil.copy(given.source / "cmake/commit.txt", clone / "cmake/commit.txt")
        text = (clone / "cmake/commit.txt").read_text()
        (clone / "cmake/commit.txt").write_text(re.sub(r"^[0-9a-f]{40}$", "$Format:%H$", text, flags=re.M))
        (clone / ".gitattributes").write_text("cmake/commit.txt export-subst\n")
        require(found(clone) == "unknown", "a folder without git has a commit")
        in_git("init", "-q")
        in_git("add", ".")
        in_git("commit", "-qm", "x")
        head = in_git("rev-parse", "HEAD")
        require(found(clone) == head[:12], f"{found(clone)} instead of {head[:12]}")
        (clone / "new").write_text("x")
        require(found(clone) == head[:12], "a new file counts as a change")
        (clone / ".gitattributes").write_text("cmake/commit.txt export-subst\n\n")
        require(found(clone) == head[:12] + "+", "a change is not marked")
        require(found(clone, "0.1.0-1~x") == "0.1.0-1~x", "what is given does not win")
        archive = pathlib.Path(folder) / "archive"
        archive.mkdir()
        tar = subprocess.run([git, "archive", "HEAD"], cwd=clone, capture_output=True, check=True)
        subprocess.run(["tar", "x", "-C", archive], input=tar.stdout, check=True)
        require(found(archive) == head[:12], f"the archive says {found(archive)}")
        out = pathlib.Path(folder) / "out.cpp"
        before = out.stat().st_mtime_ns
        found(archive)
        require(out.stat().st_mtime_ns == before, "the same commit is written again, and compiled again")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    checks = (stage, licences, manual, bash, zsh, fish, desktop, metainfo, mime, icons, versions, paths, commit)
    parser.add_argument("check", choices=[check.__name__ for check in checks])
    for name in ("stage", "build", "source"):
        parser.add_argument("--" + name, required=True, type=pathlib.Path)
    parser.add_argument("--cmake", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--programs", required=True, type=lambda text: text.split(","))
    parser.parse_args(namespace=given)
    next(check for check in checks if check.__name__ == given.check)()


if __name__ == "__main__":
    main()
