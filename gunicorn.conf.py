"""How gunicorn serves the site. A reverse proxy that buffers belongs in front of a public one (docs/OPERATIONS.md)."""

import ctypes
from contextlib import suppress
from typing import Any

from config import load

# glibc's mallopt: by itself each thread keeps what it frees, and what one large page needed stays with the worker
M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = -8, -3, -1
ARENAS, LARGE = 2, 128 * 1024  # bytes from which memory is given back at once
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
    """Before a worker's first thread: let its threads share what they free, and give back what is large."""
    with suppress(OSError, AttributeError):  # another C library has no such setting and needs none
        library = ctypes.CDLL(None)
        for setting, value in ((M_ARENA_MAX, ARENAS), (M_MMAP_THRESHOLD, LARGE), (M_TRIM_THRESHOLD, LARGE)):
            library.mallopt(setting, value)
