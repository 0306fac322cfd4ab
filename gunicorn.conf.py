"""How gunicorn serves the site. A reverse proxy that buffers belongs in front of a public one (docs/OPERATIONS.md)."""

import ctypes
from contextlib import suppress
from typing import Any

from config import load

M_ARENA_MAX, ARENAS = -8, 2  # glibc's mallopt: by itself each thread keeps what it frees, some megabytes a worker
_settings = load()

bind = f"{_settings.host}:{_settings.port}"
workers = _settings.workers
worker_class = "web.worker.Worker"
threads = _settings.threads
timeout = 30
graceful_timeout = 30
keepalive = 5
max_requests = 50_000  # what a worker keeps is bounded: a new one now and then is a net, and starts with nothing kept
max_requests_jitter = 10_000
limit_request_line = 4094
limit_request_fields = 50
preload_app = False  # a database connection must never be opened before a fork
control_socket_disable = True
accesslog = None
errorlog = "-"
loglevel = "warning"


def post_fork(_server: Any, _worker: Any) -> None:
    """Before a worker's first thread: let its threads share what they free."""
    with suppress(OSError, AttributeError):  # another C library has no such setting and needs none
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)
