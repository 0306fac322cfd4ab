"""One refresh: look at the pages, fetch what may be new, read it, choose, build, publish.

National series come first, so that a first run can serve pages soon; monthly files follow, newest first. A
source that fails keeps its last good data. One refresh runs at a time, and what it is doing is on disk.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from etl import changes, listed, looked
from etl.browse import Browser
from etl.fetch import Fetcher
from etl.gather import gather
from etl.locks import AnotherIsRunning, only_one
from etl.looks import Look
from etl.pool import Pool
from etl.problems import Message, note
from etl.publishing import publish
from etl.report import Report
from etl.run import Clock, Request, Run
from etl.snapshot import RawStore
from etl.source import Source
from warehouse.builds import Builds

BATCH = 24  # monthly files fetched before the next look at whether to publish


def refresh(
    request: Request,
    *,
    fetcher: Fetcher,
    root: Path,
    report: Report,
    clock: Clock = lambda: datetime.now(UTC),
) -> int:
    """Refresh the data under ``root``; the exit code (0, 3 or 4). Raises AnotherIsRunning."""
    with only_one(root):
        builds, store = Builds(root), RawStore(root)
        builds.sweep()
        store.sweep()
        started, before = clock(), builds.current()
        store.right_clock(started)
        report.start(started, [source.id for source in request.sources])
        with Pool(root / "reader.log") as pool:
            name = f"{started:%Y%m%dT%H%M%S%f}-{os.getpid()}"
            run = Run(request, fetcher, builds, store, pool, report, clock, name, started)
            for source in request.sources:
                _refresh_source(run, source)
            publish(run, last=True)
            listed.remember(run)
        changes.tell(run, before)
        return report.finish(clock(), published=run.published is not None, current=builds.current_id())


def _refresh_source(run: Run, source: Source) -> None:
    """Find, fetch and keep the files of one source; publish in between where that is due."""
    run.report.source(source.id, state="looking")
    browser = Browser(run.fetcher, about=source.id, tell=run.report.tell, kept=run.pages)
    found = source.discover(browser)
    for message in found.messages:
        run.report.tell(source.id, _once(run, source, message))
    since = run.request.since
    wanted = [c for c in found.candidates if not (since and c.hint and c.hint < since)]
    spared = tuple(c for c in found.candidates if c not in wanted)
    run.looks[source.id] = Look(
        tuple(dict.fromkeys(browser.read)), browser.unread, tuple(wanted), spared, dict(found.passed)
    )
    run.report.source(source.id, state="fetching", found=len(wanted))
    for start in range(0, len(wanted), BATCH):
        gather(run, source, wanted[start : start + BATCH])
        publish(run)
    run.report.source(source.id, state="done")
    looked.remember(run, source, found)
    publish(run)


def _once(run: Run, source: Source, message: Message) -> Message:
    """What another source has said of a page that they share is a note here: one page, one complaint."""
    others = (progress.messages for name, progress in run.report.sources.items() if name != source.id)
    return note(message.about, message.text) if any(message in told for told in others) else message


__all__ = ["AnotherIsRunning", "Request", "only_one", "refresh"]
