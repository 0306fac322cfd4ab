"""Connections that refuse private addresses and obey a wall-clock deadline.

A publisher's name is resolved here, every address is checked, and the connection goes to a checked address,
so that no later answer of the name server can lead into the organisation's own network. A watchdog closes
the socket at the deadline: the read time-out of a client library starts again with every byte.
"""

import contextlib
import contextvars
import ipaddress
import socket
import threading
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError
from urllib3.util import connection as sockets

_current: contextvars.ContextVar["Deadline | None"] = contextvars.ContextVar("deadline", default=None)


class Deadline:
    """Closes whatever connection is in use ``seconds`` after the start; ``expired`` then says so."""

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._close)
        self._timer.daemon = True

    def __enter__(self) -> "Deadline":
        self._token = _current.set(self)
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        _current.reset(self._token)

    def watch(self, sock: socket.socket | None) -> None:
        """Close this socket, too, when the time is up."""
        if sock is None:
            return
        with self._lock:
            self._sockets.append(sock)
        if self.expired:
            self._close()

    def _close(self) -> None:
        with self._lock:
            self.expired = True
            for sock in self._sockets:
                with contextlib.suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host, all of them public; raises OSError when one is private, loopback or link-local."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    private = [address for address in found if not ipaddress.ip_address(address).is_global]
    if private:
        raise OSError(f"{host} resolves to {private[0]}, which is not a public address")
    return found


class _Watched:
    """Hands every socket of a connection to the deadline that is in force."""

    only_public = False

    def _new_conn(self: Any) -> socket.socket:
        sock: socket.socket = self._connect_checked() if self.only_public else super()._new_conn()  # type: ignore[misc]
        if deadline := _current.get():
            deadline.watch(sock)
        return sock

    def _connect_checked(self: Any) -> socket.socket:
        problem: OSError | None = None
        try:
            for address in public_addresses(self.host, self.port):
                try:
                    return sockets.create_connection(
                        (address, self.port), self.timeout, socket_options=self.socket_options
                    )
                except OSError as error:
                    problem = error
        except OSError as error:
            problem = error
        raise NewConnectionError(self, f"Cannot connect to {self.host}: {problem}")

    def request(self: Any, *args: Any, **kwargs: Any) -> None:
        if deadline := _current.get():
            deadline.watch(self.sock)
        super().request(*args, **kwargs)  # type: ignore[misc]
        _acknowledge_at_once(self.sock)


def _acknowledge_at_once(sock: socket.socket | None) -> None:
    """Spare an answer that comes as head and body the 40 ms in which its head waits to be acknowledged (RFC 896).

    Linux forgets it with the next exchange, so it is said with every question; other systems do not know it.
    """
    option = getattr(socket, "TCP_QUICKACK", None)
    if sock is not None and option is not None:
        with contextlib.suppress(OSError):
            sock.setsockopt(socket.IPPROTO_TCP, option, 1)


class _Http(_Watched, HTTPConnection):
    pass


class _Https(_Watched, HTTPSConnection):
    pass


class _PublicHttps(_Watched, HTTPSConnection):
    only_public = True


def _pool(base: Any, connection: Any) -> Any:
    return type(f"Pool{connection.__name__}", (base,), {"ConnectionCls": connection})


class PublicAdapter(HTTPAdapter):
    """https to public addresses only."""

    _pools = {"https": _pool(HTTPSConnectionPool, _PublicHttps)}

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Use connections of our own; called by the base class."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = dict(self._pools)


class MirrorAdapter(PublicAdapter):
    """The configured mirror's origin: the one exception to https and to public addresses."""

    _pools = {"http": _pool(HTTPConnectionPool, _Http), "https": _pool(HTTPSConnectionPool, _Https)}
