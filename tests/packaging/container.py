"""Does what an engine would do with the Dockerfile, where there is none: lint, build, run.

Each ENV, WORKDIR, COPY, RUN and USER of each stage is carried out in a mount namespace of its own:
the folders that the file writes to are empty there, /etc is a copy, and what a stage leaves behind
reaches the next one only by COPY --from. For the base image stands the Python that runs this.
Then the bot runs as the file's user on a file system that cannot be written to, its HEALTHCHECK
is asked, and SIGTERM must end it. Needs root and `unshare`; without them, or with --lint, only
lints.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import compose_spec
import yaml

ROOT = Path(__file__).parents[2]
INSIDE, RUN, LINT = "--inside", "--run", "--lint"
# What the Dockerfile writes to; in the namespace each is empty at first.
OWN_FOLDERS = ("/build", "/opt", "/morgenlage", "/var/cache")
# Where the packages come from is the machine's affair.
PASSED_ON = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CONFIG_FILE", "PIP_FIND_LINKS", "HOME")
UP_WITHIN, DOWN_WITHIN = 120.0, 15.0


@dataclass
class Stage:
    """One FROM with what has been set since."""

    env: dict[str, str] = field(default_factory=dict)
    folder: str = "/"
    user: int = 0
    health: list[str] = field(default_factory=list)
    entry: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)


def main() -> None:
    if INSIDE in sys.argv:
        build_and_run(Path(sys.argv[-1]))
        return
    if RUN in sys.argv:
        run_it(Stage(**json.loads(sys.argv[-1])))
        return
    lint()
    if LINT in sys.argv:
        return
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        print("not root or no unshare: the steps are not carried out")
        return
    with tempfile.TemporaryDirectory() as made:
        space = Path(made)
        shutil.copytree("/etc", space / "etc", symlinks=True)
        copy_tracked(space / "context")
        inside = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", sys.executable]
        subprocess.run([*inside, __file__, INSIDE, made], check=True)


def lint() -> None:
    subprocess.run([Path(sys.executable).parent / "hadolint", ROOT / "Dockerfile"], check=True)
    print("hadolint: nothing to say")
    # What YAML merges ("<<") is merged first, as an engine does.
    merged = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    compose = compose_spec.PyCompose.from_yaml(yaml.safe_dump(merged))
    print(f"compose.yaml: valid, {', '.join(sorted(compose.to_dict()['services']))}")


def copy_tracked(target: Path) -> None:
    """What a clean clone holds is what can be sent to an engine."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def build_and_run(space: Path) -> None:
    own = space / "own"
    mount("--bind", space / "etc", "/etc")
    base = lay_base(space)
    for number, steps in enumerate(split_stages((ROOT / "Dockerfile").read_text()), start=1):
        enter_stage(own / str(number))
        stage = Stage({"PATH": f"{base}:/usr/bin:/bin:/usr/sbin:/sbin"})
        for kind, rest in steps:
            began = time.monotonic()
            stage = carry_out(stage, kind, rest, space)
            if kind in {"RUN", "COPY"}:
                print(
                    f"{number}. {kind} {rest[:60]} … {time.monotonic() - began:.1f} s", flush=True
                )
    # With a network of its own, so that no other server of this machine is taken for it.
    again = ["unshare", "--net", sys.executable, __file__, RUN, json.dumps(asdict(stage))]
    subprocess.run(again, check=True)


def lay_base(space: Path) -> Path:
    """The folder of the base image's Python, which every user may run."""
    space.chmod(0o755)
    base = space / "base"
    base.mkdir()
    prefix = Path(sys.base_prefix)
    if prefix != Path("/usr"):
        mount("--bind", prefix, "/usr/local")
        prefix = Path("/usr/local")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (base / "python").symlink_to(prefix / "bin" / version)
    return base


def split_stages(text: str) -> list[list[tuple[str, str]]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    stages: list[list[tuple[str, str]]] = []
    for line in joined.splitlines():
        kind, rest = line.split(maxsplit=1)
        if kind == "FROM":
            stages.append([])
        stages[-1].append((kind, " ".join(rest.split())))
    return stages


def enter_stage(folder: Path) -> None:
    """Give the stage empty folders of its own, over those of the stage before."""
    for place in OWN_FOLDERS:
        (folder / place.strip("/")).mkdir(parents=True)
        Path(place).mkdir(parents=True, exist_ok=True)
        mount("--bind", folder / place.strip("/"), place)


def carry_out(stage: Stage, kind: str, rest: str, space: Path) -> Stage:
    match kind:
        case "COPY":
            copy(stage, rest, space)
        case "RUN":
            subprocess.run(["/bin/sh", "-ec", rest], cwd=stage.folder, env=outer(stage), check=True)
        case "WORKDIR":
            Path(rest).mkdir(parents=True, exist_ok=True)
            stage.folder = rest
        case "FROM":
            named = re.search(r" AS (\w+)$", rest)
            newest = max((space / "own").glob("[0-9]"))
            (space / "own" / f"={named[1] if named else newest.name}").symlink_to(newest)
        case _:
            note(stage, kind, rest)
    return stage


def note(stage: Stage, kind: str, rest: str) -> None:
    """What only matters when it runs."""
    match kind:
        case "ENV":
            for name, value in re.findall(r"(\w+)=(\S+)", rest):
                stage.env[name] = value.replace("$PATH", stage.env["PATH"])
        case "USER":
            stage.user = int(rest)
        case "HEALTHCHECK":
            stage.health = json.loads(rest.partition("CMD ")[2])
        case "ENTRYPOINT":
            stage.entry = json.loads(rest)
        case "CMD":
            stage.command = json.loads(rest)


def copy(stage: Stage, rest: str, space: Path) -> None:
    source_of = re.search(r"--from=(\w+)", rest)
    owner = re.search(r"--chown=(\w+)", rest)
    *sources, target = [part for part in rest.split() if not part.startswith("--")]
    root = (space / "own" / f"={source_of[1]}") if source_of else space / "context"
    for source in sources:
        place = Path(stage.folder) / target
        if target.endswith("/"):
            place = place / Path(source).name
        place.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "--archive", root / source.strip("/"), place], check=True)
        if owner:
            subprocess.run(["chown", "--recursive", owner[1], place], check=True)


def outer(stage: Stage) -> dict[str, str]:
    return {name: os.environ[name] for name in PASSED_ON if name in os.environ} | stage.env


def mount(*arguments: str | Path) -> None:
    subprocess.run(["mount", *arguments], check=True)


def run_it(stage: Stage) -> None:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    size = subprocess.run(["du", "-sm", "/opt", "/var/cache"], capture_output=True, check=True)
    print(f"what it adds to the base image, in MB: {' '.join(size.stdout.decode().split())}")
    mount("-t", "tmpfs", "-o", f"uid={stage.user}", "tmpfs", "/morgenlage/var")
    mount("--bind", "-o", "ro", "/opt", "/opt")
    mount("--bind", "-o", "ro", "/var/cache", "/var/cache")
    as_user = {"cwd": stage.folder, "env": stage.env, "user": stage.user, "group": 65534}
    asked = subprocess.run(
        [*stage.entry, "ask", "stargate"], **as_user, check=True, capture_output=True
    )
    assert "Kurz gesagt" in asked.stdout.decode()
    try:
        Path("/opt/x").touch()
    except OSError:
        print("asked as its user, where nothing can be written: answered")
    began = time.monotonic()
    bot = subprocess.Popen([*stage.entry, *stage.command], **as_user, stderr=subprocess.PIPE)
    while subprocess.run(stage.health, **as_user, check=False, capture_output=True).returncode:
        assert time.monotonic() - began < UP_WITHIN, "HEALTHCHECK never passed"
        assert bot.poll() is None, bot.stderr.read().decode()
        time.sleep(0.5)
    print(f"HEALTHCHECK passes after {time.monotonic() - began:.1f} s")
    bot.terminate()
    assert bot.wait(DOWN_WITHIN) == 0
    print("SIGTERM ends it with 0")


if __name__ == "__main__":
    main()
