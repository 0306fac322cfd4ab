"""Certificates for loopback servers, made by openssl when they are wanted: good ones and every kind of bad one."""

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPENSSL = shutil.which("openssl")
CONFIG = """
[ca]
default_ca = here
[here]
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/serial
default_md = sha256
policy = any
email_in_dn = no
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[server]
subjectAltName = {names}
basicConstraints = CA:FALSE
"""
AUTHORITY = """
[req]
distinguished_name = name
x509_extensions = ca
[name]
[ca]
basicConstraints = critical,CA:TRUE
"""
ALWAYS = ("20200101000000Z", "20490101000000Z")
PAST = ("20100101000000Z", "20110101000000Z")
FUTURE = ("20480101000000Z", "20490101000000Z")


@dataclass(frozen=True)
class Authority:
    """Somebody who vouches: a folder with a key and a certificate of its own."""

    folder: Path

    @property
    def certificate(self) -> Path:
        return self.folder / "ca.pem"

    def vouch(self, name: str, names: str, dates: tuple[str, str] = ALWAYS) -> tuple[Path, Path]:
        """Certificate and key of a server: for which names, from when to when."""
        config = self.folder / f"{name}.cnf"
        config.write_text(CONFIG.format(folder=self.folder, names=names))
        key, request, certificate = (self.folder / f"{name}.{ending}" for ending in ("key", "csr", "pem"))
        _openssl(
            "req",
            "-newkey",
            "ec",
            *_CURVE,
            "-nodes",
            "-subj",
            "/CN=test",
            "-keyout",
            key,
            "-out",
            request,
            config=config,
        )
        start, end = dates
        signed = ("-batch", "-notext", "-extensions", "server", "-startdate", start, "-enddate", end)
        ours = ("-cert", self.certificate, "-keyfile", self.folder / "ca.key")
        _openssl("ca", *signed, *ours, "-in", request, "-out", certificate, config=config)
        return certificate, key


_CURVE = ("-pkeyopt", "ec_paramgen_curve:prime256v1")


def _openssl(*arguments: str | Path, config: Path) -> None:
    subprocess.run([OPENSSL, *arguments, "-config", config], check=True, capture_output=True)


def authority(folder: Path) -> Authority:
    """A new authority."""
    folder.mkdir()
    (folder / "index.txt").touch()
    (folder / "serial").write_text("01\n")
    config = folder / "ca.cnf"
    config.write_text(AUTHORITY)
    made = ("-x509", "-newkey", "ec", *_CURVE, "-nodes", "-days", "3650", "-subj", f"/CN={folder.name}")
    _openssl("req", *made, "-keyout", folder / "ca.key", "-out", folder / "ca.pem", config=config)
    return Authority(folder)


@contextlib.contextmanager
def listening(context: ssl.SSLContext) -> Iterator[tuple[str, list[bytes]]]:
    """An https server that answers everything with a few bytes; its origin, and what it was asked."""
    listener, heard = socket.create_server(("127.0.0.1", 0)), []
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nfigures"

    def serve() -> None:
        while True:
            try:
                raw = listener.accept()[0]
            except OSError:
                return
            with contextlib.suppress(OSError), context.wrap_socket(raw, server_side=True) as connection:
                heard.append(connection.recv(1000))
                connection.sendall(answer)

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}", heard
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
