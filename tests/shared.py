"""The publishers' real files and their replica, where they lie beside the repository."""

import importlib.util
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"
TRUTHS = SHARED / "docs" / "truths"
REASON = "needs the publishers' real files in ../shared, which are not here"
needs_shared = pytest.mark.skipif(not (DATA / "MANIFEST.tsv").is_file(), reason=REASON)


def replica_module():
    """The replica's own server module, imported from ../shared."""
    if "shared_replica" not in sys.modules:
        spec = importlib.util.spec_from_file_location("shared_replica", SHARED / "replica" / "serve.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules["shared_replica"] = module
        spec.loader.exec_module(module)
    return sys.modules["shared_replica"]


@contextmanager
def replica(fault=None):
    """The replica on a free port of this machine; yields its origin."""
    server = replica_module().make_server(fault=fault)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
