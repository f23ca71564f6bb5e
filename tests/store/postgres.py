"""A PostgreSQL server of our own on the loopback, with its own data folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_INSTALLED = "PostgreSQL is not installed"
_NOBODY = "PostgreSQL refuses to run as root, and there is no other user"
_VERSIONS = Path("/usr/lib/postgresql")


class NoPostgres(Exception):
    """There is no server to start. The message says why."""


@dataclass(frozen=True)
class Server:
    folder: Path
    port: int
    user: str | None

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://briefing@127.0.0.1:{self.port}/{name}"

    def create(self, name: str, *, template: str = "template0") -> str:
        """A new database, empty or a copy of another; its address."""
        self._command(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def drop(self, name: str) -> None:
        self._command(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def start(self) -> None:
        self._control("start", "-w", "-l", str(self.folder / "log"))

    def stop(self, mode: str = "immediate") -> None:
        self._control("stop", "-m", mode)

    def is_running(self) -> bool:
        try:
            self._control("status")
        except subprocess.CalledProcessError:
            return False
        return True

    def _command(self, statement: str) -> None:
        place = f"host=127.0.0.1 port={self.port} user=briefing dbname=postgres"
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(statement.encode())

    def _control(self, *arguments: str) -> None:
        _run("pg_ctl", "-D", str(self.folder / "data"), *arguments, user=self.user)


@contextmanager
def run_server(*, durable: bool = False) -> Iterator[Server]:
    """A fresh server; gone with all its data after the block.

    Raises:
        NoPostgres: it is not installed, or nobody may run it.
    """
    user = _server_user()
    if not _program("initdb"):
        raise NoPostgres(_NOT_INSTALLED)
    folder = Path(tempfile.mkdtemp(prefix="briefing-store-"))
    server = Server(folder, _free_port(), user)
    try:
        if user is not None:
            shutil.chown(folder, user)
        _make_cluster(server, durable=durable)
        server.start()
        yield server
        server.stop()
    finally:
        with suppress(subprocess.CalledProcessError):
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(server: Server, *, durable: bool) -> None:
    data = server.folder / "data"
    arguments = ("-U", "briefing", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale", "C.UTF-8")
    _run("initdb", "-D", str(data), *arguments, user=server.user)
    settings = (
        f"port = {server.port}\nlisten_addresses = '127.0.0.1'\nmax_connections = 100\n"
        f"unix_socket_directories = '{server.folder}'\nfsync = {'on' if durable else 'off'}\n"
    )
    with (data / "postgresql.conf").open("a") as file:
        file.write(settings)


def _run(name: str, *arguments: str, user: str | None) -> None:
    subprocess.run(
        [_program(name), *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        user=user,
    )


def _program(name: str) -> str:
    """The newest that is installed; empty if none is."""
    found = sorted(_VERSIONS.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    return str(found[-1]) if found else shutil.which(name) or ""


def _server_user() -> str | None:
    """Whom to run it as, since it refuses to run as root; None for ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise NoPostgres(_NOBODY)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
