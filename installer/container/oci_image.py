#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Container images without a container tool.

oci_image.py make ROOT ARCHIVE --version V --architecture A --revision R --time T
    packs the folder ROOT as an image of one layer (OCI image layout in a tar archive; also what `docker load` reads).
    The same files and options give the same bytes, whoever owns the files here.
oci_image.py check ARCHIVE [--unpack FOLDER]
    holds the archive against the specification (sizes, digests, media types) and shows what it says; --unpack puts the
    files of the layer into FOLDER, as a container tool would.
"""
import argparse
import gzip
import hashlib
import io
import json
import os
import pathlib
import re
import stat
import sys
import tarfile
from datetime import datetime, timezone

USER = 7256  # also its group; the port's number, so that it is easily remembered
DATA = "/var/lib/salon"
NAME = "salon-server"
INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
SECOND = 1_000_000_000


def digest_of(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def as_json(value):
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode()


def add_bytes(archive, name, data, time):
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    entry.mode = 0o644
    entry.mtime = time
    archive.addfile(entry, io.BytesIO(data))


def layer_of(root, time):
    """The files as a tar archive: in the order of their names, of root, all of one time."""
    output = io.BytesIO()
    with tarfile.open(fileobj=output, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            about = path.lstat()
            entry = tarfile.TarInfo(name)
            entry.mtime = time
            entry.mode = stat.S_IMODE(about.st_mode)
            if "/" + name == DATA:
                entry.uid = entry.gid = USER
            if path.is_symlink():
                entry.type = tarfile.SYMTYPE
                entry.linkname = os.readlink(path)
                entry.mode = 0o777
                archive.addfile(entry)
            elif path.is_dir():
                entry.type = tarfile.DIRTYPE
                archive.addfile(entry)
            elif path.is_file():
                entry.size = about.st_size
                with path.open("rb") as file:
                    archive.addfile(entry, file)
            else:
                sys.exit(f"oci_image.py: neither file nor folder nor link: {path}")
    return output.getvalue()


def config_of(arguments, created, diff_id):
    program = f"/usr/bin/{NAME}"
    labels = {
        "title": "Salon server", "description": "Group chat that people run themselves",
        "url": "https://salon.example/", "vendor": "The Salon developers", "licenses": "Apache-2.0",
        "version": arguments.version, "revision": arguments.revision, "created": created,
    }
    return {
        "created": created, "author": "The Salon developers", "architecture": arguments.architecture, "os": "linux",
        "config": {
            "User": f"{USER}:{USER}",
            "ExposedPorts": {"7256/tcp": {}, "7256/udp": {}},
            "Env": ["PATH=/usr/bin", "LANG=C.UTF-8", f"SALON_DATA={DATA}"],
            "Entrypoint": [program],
            "Volumes": {DATA: {}},
            "WorkingDir": DATA,
            "StopSignal": "SIGTERM",
            "Labels": {"org.opencontainers.image." + key: value for key, value in labels.items()},
            # Not in OCI's specification, which lets tools ignore it; Docker's own key, which Docker obeys.
            "Healthcheck": {"Test": ["CMD", program, "--health", "--data", DATA], "Interval": 30 * SECOND,
                            "Timeout": 10 * SECOND, "StartPeriod": 20 * SECOND, "Retries": 3},
        },
        "rootfs": {"type": "layers", "diff_ids": [diff_id]},
        "history": [{"created": created, "created_by": "installer/container/assemble.sh"}],
    }


def make(arguments):
    layer = layer_of(arguments.root, arguments.time)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(layer)
    packed = packed.getvalue()
    created = datetime.fromtimestamp(arguments.time, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    config = as_json(config_of(arguments, created, digest_of(layer)))
    manifest = as_json({
        "schemaVersion": 2, "mediaType": MANIFEST,
        "config": {"mediaType": CONFIG, "digest": digest_of(config), "size": len(config)},
        "layers": [{"mediaType": LAYER, "digest": digest_of(packed), "size": len(packed)}],
    })
    index = as_json({
        "schemaVersion": 2, "mediaType": INDEX,
        "manifests": [{
            "mediaType": MANIFEST, "digest": digest_of(manifest), "size": len(manifest),
            "platform": {"architecture": arguments.architecture, "os": "linux"},
            # Where the tools look for a name: podman and Docker's newer store in the first, the standard in the second.
            # "latest", so that `run salon-server` finds it; the version is among the labels.
            "annotations": {"io.containerd.image.name": f"docker.io/library/{NAME}:latest",
                            "org.opencontainers.image.ref.name": "latest"},
        }],
    })

    def blob(data):
        return "blobs/sha256/" + hashlib.sha256(data).hexdigest()

    # For versions of `docker load` that know no OCI layout. A tag may not hold "~".
    tag = arguments.version.replace("~", "-")
    docker = as_json([{"Config": blob(config), "RepoTags": [f"{NAME}:{tag}", f"{NAME}:latest"], "Layers": [blob(packed)]}])
    with tarfile.open(arguments.archive, "w", format=tarfile.USTAR_FORMAT) as archive:
        add_bytes(archive, "oci-layout", b'{"imageLayoutVersion": "1.0.0"}', arguments.time)
        add_bytes(archive, "index.json", index, arguments.time)
        add_bytes(archive, "manifest.json", docker, arguments.time)
        for data in sorted([manifest, config, packed], key=blob):
            add_bytes(archive, blob(data), data, arguments.time)


class Image:
    """An archive whose every digest was checked."""

    def __init__(self, path):
        with tarfile.open(path) as archive:
            self.files = {entry.name: archive.extractfile(entry).read() for entry in archive if entry.isfile()}
        self.expect("oci-layout" in self.files, "no oci-layout")
        self.expect(json.loads(self.files["oci-layout"])["imageLayoutVersion"] == "1.0.0", "unknown layout")
        for name, data in self.files.items():
            if name.startswith("blobs/"):
                self.expect(digest_of(data) == name.removeprefix("blobs/").replace("/", ":"), f"{name} has another digest")
        index = json.loads(self.files["index.json"])
        self.expect(index["schemaVersion"] == 2 and len(index["manifests"]) == 1, "not one manifest")
        self.digest = index["manifests"][0]["digest"]
        self.manifest = json.loads(self.blob(index["manifests"][0], MANIFEST))
        self.expect(self.manifest["schemaVersion"] == 2, "unknown version of the manifest")
        self.config = json.loads(self.blob(self.manifest["config"], CONFIG))
        self.packed = [self.blob(layer, LAYER) for layer in self.manifest["layers"]]
        self.layers = [gzip.decompress(layer) for layer in self.packed]
        self.expect([digest_of(layer) for layer in self.layers] == self.config["rootfs"]["diff_ids"],
                    "the layers are not those of the configuration")
        self.expect(self.config["os"] == "linux" and self.config["architecture"], "no platform")
        [docker] = json.loads(self.files["manifest.json"])
        self.expect(docker["Config"] in self.files and all(layer in self.files for layer in docker["Layers"]),
                    "manifest.json names files that are not there")
        names = {*docker["RepoTags"], index["manifests"][0]["annotations"]["io.containerd.image.name"].removeprefix("docker.io/library/")}
        self.expect(f"{NAME}:latest" in names and all(re.fullmatch(rf"{NAME}:[A-Za-z0-9_][A-Za-z0-9_.-]{{0,127}}", name) for name in names),
                    f"names that no tool accepts, or that `run {NAME}` does not find: {', '.join(sorted(names))}")

    @staticmethod
    def expect(good, problem):
        if not good:
            sys.exit(f"oci_image.py: {problem}")

    def blob(self, descriptor, media_type):
        self.expect(descriptor["mediaType"] == media_type, f"{descriptor['mediaType']} is not {media_type}")
        data = self.files.get("blobs/" + descriptor["digest"].replace(":", "/"))
        self.expect(data is not None, f"{descriptor['digest']} is not there")
        self.expect(len(data) == descriptor["size"], f"{descriptor['digest']} has another size")
        return data

    def unpack(self, folder):
        for layer in self.layers:
            with tarfile.open(fileobj=io.BytesIO(layer)) as archive:
                for entry in archive:
                    parts = pathlib.PurePosixPath(entry.name).parts
                    self.expect(not entry.name.startswith("/") and ".." not in parts, f"unsafe name {entry.name}")
                archive.extractall(folder, numeric_owner=True)


def check(arguments):
    image = Image(arguments.archive)
    config = image.config["config"]
    print(f"{arguments.archive}: {os.path.getsize(arguments.archive) / 1e6:.1f} MB, "
          f"layer {len(image.packed[0]) / 1e6:.1f} MB packed, digests right")
    print(f"  manifest {image.digest}")
    print(f"  user {config['User']}, volume {', '.join(config['Volumes'])}, ports {', '.join(config['ExposedPorts'])}, "
          f"{config['StopSignal']}, {' '.join(config['Entrypoint'])}")
    if arguments.unpack:
        image.unpack(arguments.unpack)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    making.add_argument("root", type=pathlib.Path)
    making.add_argument("archive", type=pathlib.Path)
    for name in ("--version", "--architecture", "--revision"):
        making.add_argument(name, required=True)
    making.add_argument("--time", type=int, required=True)
    making.set_defaults(run=make)
    checking = commands.add_parser("check")
    checking.add_argument("archive", type=pathlib.Path)
    checking.add_argument("--unpack", metavar="FOLDER", type=pathlib.Path)
    checking.set_defaults(run=check)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
