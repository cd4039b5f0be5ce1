# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""workflows.py FILE…: what can be known about workflows for GitHub without running them. Each is YAML without a key
twice; says what it may do; each job ends at some time; actions are pinned by commit; no job in a container uses the
path of the folder outside; the shell parts pass shellcheck; the scripts of the project that are called exist and can be
run. Runs actionlint as well, where it is installed."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

try:
    import yaml
except ImportError:
    print("skipped: Python's yaml was not found (Debian: python3-yaml)")
    sys.exit(0)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Strict(yaml.SafeLoader):
    """Refuses what YAML allows and nobody means."""


def mapping(loader, node):
    seen = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.constructor.ConstructorError(None, None, f"{key.value} twice", key.start_mark)
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)


def shell_problems(where, script):
    # They are run with -e, so that a cd that fails ends them.
    # Expressions are replaced before the shell sees them; in quotes or not, one word stands for them.
    script = re.sub(r"\$\{\{.*?\}\}", "expression", script)
    for match in re.finditer(r"(?:^|\s)(\.?/?(?:installer|cmake)/\S+\.sh|\./\w+\.sh)", script):
        path = ROOT / match[1]
        if not path.parent.is_dir():
            continue  # a part of the project that this tree has not
        if not path.is_file():
            yield f"{where}: there is no {match[1]}"
        elif not os.access(path, os.X_OK) and not script[: match.start(1)].rstrip().endswith("."):
            yield f"{where}: {match[1]} cannot be run"
    command = ["shellcheck", "--shell=bash", "--exclude=SC1091,SC2164", "--format=gcc", "-"]
    result = subprocess.run(command, input=script, capture_output=True, text=True, check=False, cwd=ROOT)
    for line in result.stdout.splitlines():
        yield f"{where}: {line}"


def step_problems(where, step, has_tool):
    uses = step.get("uses")
    if uses and not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", uses):
        yield f"{where}: {uses} is not pinned by its commit"
    if uses and "checkout" in uses and step.get("with", {}).get("persist-credentials") is not False:
        yield f"{where}: leaves the token in the clone"
    if "run" in step:
        expressions = re.findall(r"\$\{\{.*?\}\}", step["run"])
        # Names of branches and titles are chosen by others: they go through the environment.
        for expression in expressions:
            if not re.fullmatch(r"\$\{\{ matrix\.[\w.]+ \}\}", expression):
                yield f"{where}: {expression} becomes part of a command"
        if has_tool:
            yield from shell_problems(where, step["run"])


def problems(path, has_tool):
    try:
        workflow = yaml.load(path.read_text(encoding="utf-8"), Strict)
    except yaml.YAMLError as error:
        yield f"{path}: {error}"
        return
    if "permissions" not in workflow:
        yield f"{path}: says not what it may do (permissions)"
    if "concurrency" not in workflow:
        yield f"{path}: runs beside an older run of itself (concurrency)"
    jobs = workflow.get("jobs", {})
    for name, job in jobs.items():
        if "timeout-minutes" not in job:
            yield f"{path}: {name}: has no timeout-minutes"
        if "container" in job and "github.workspace" in str(job):
            yield f"{path}: {name}: github.workspace is the folder outside of the container; inside, $GITHUB_WORKSPACE has it"
        needs = job.get("needs", [])
        for other in [needs] if isinstance(needs, str) else needs:
            if other not in jobs:
                yield f"{path}: {name}: needs {other}, which there is not"
        for include in job.get("strategy", {}).get("matrix", {}).get("include", []):
            if has_tool and "script" in include:
                yield from shell_problems(f"{path}: {name}", include["script"])
        for number, step in enumerate(job.get("steps", []), 1):
            yield from step_problems(f"{path}: {name}: {step.get('name', number)}", step, has_tool)


def main():
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted((ROOT / ".github/workflows").glob("*.yml"))
    has_tool = shutil.which("shellcheck") is not None
    found = [line for path in paths for line in problems(path, has_tool)]
    for line in found:
        print(line)
    failed = bool(found)
    if shutil.which("actionlint"):
        failed = subprocess.run(["actionlint", *map(str, paths)], check=False).returncode != 0 or failed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
