"""Gunicorn's worker takes no more connections than it has free threads; kept idle ones do not count."""

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger

from web.worker import Worker


@pytest.fixture
def worker():
    config = Config()
    config.set("threads", 4)
    made = Worker(0, 0, [], None, 30, config, Logger(config))
    yield made
    made.method_queue.close()
    made.tmp.close()


@pytest.mark.parametrize(
    ("open_connections", "idle", "takes"), [(0, 0, True), (3, 0, True), (4, 0, False), (9, 6, True), (10, 6, False)]
)
def test_a_worker_takes_a_connection_while_a_thread_is_free(worker, open_connections, idle, takes):
    worker.keepalived_conns.extend(range(idle))
    worker.nr_conns = open_connections
    assert (worker.nr_conns < worker.worker_connections) is takes


def test_the_limit_of_all_connections_holds(worker):
    worker.keepalived_conns.extend(range(2000))
    assert worker.worker_connections == worker.cfg.worker_connections
