"""Fetching the candidates of a source side by side and keeping their bytes."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import replace

from domain.listed import DEAD, FAILED, REFUSED
from etl.fetch import AddressRefused, Fetched, FetchFailed
from etl.problems import UNFETCHED, FileRefused, Message, error, note, warning
from etl.run import Run
from etl.source import Candidate, Source

THREADS = 8  # more than may ask at a time: the others wait for a publisher that asked for patience


def gather(run: Run, source: Source, candidates: Sequence[Candidate]) -> None:
    """Fetch some candidates and keep what is new; each failure is one message, about its file."""
    threads = ThreadPoolExecutor(THREADS)
    try:
        waiting = {threads.submit(_answer, run, source, candidate): candidate for candidate in candidates}
        for future in as_completed(waiting):
            _take(run, source, waiting[future], future)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)  # after Ctrl-C nobody waits for answers
        run.store.save_ledger(source.id)


def _take(run: Run, source: Source, candidate: Candidate, future: "Future[Fetched | None]") -> None:
    try:
        _keep(run, source, candidate, future.result())
    except FetchFailed as problem:
        run.unanswered[source.id, candidate.url] = (DEAD if problem.gone else FAILED, str(problem))
        run.report.tell(source.id, _failed(run, source, candidate, problem))
    except FileRefused as problem:
        run.unanswered[source.id, candidate.url] = (REFUSED, str(problem))
        run.report.tell(source.id, error(candidate.url, f"{problem} {_kept(run, source, candidate)}."))
    except AddressRefused as problem:
        run.unanswered[source.id, candidate.url] = (REFUSED, f"the link was not followed: {problem}")
        run.report.tell(source.id, warning(candidate.url, f"the link was not followed: {problem}"))
    if last := run.store.ledger(source.id).get(candidate.url):
        run.offered.add((source.id, last.get("sha256", "")))
    run.report.source(source.id, fetched=1)


def _answer(run: Run, source: Source, candidate: Candidate) -> Fetched | None:
    """The publisher's answer for a candidate; None when the held copy is young enough."""
    if run.store.fresh(source.id, candidate, run.clock()):
        return None
    last = run.store.ledger(source.id).get(candidate.url, {})
    tags = {name: last.get(name, "") for name in ("etag", "last_modified")}
    known = bool(last) and run.store.get(source.id, last.get("sha256", "")) is not None
    first = run.fetcher.get(candidate.url, **(tags if known else {}))
    if first.body is None or not candidate.pages:
        return first
    bodies = [first.body, *(run.fetcher.get(page).body or b"" for page in candidate.pages)]
    return Fetched(first.url, first.final_url, b"".join(bodies), first.etag, first.last_modified)


def _keep(run: Run, source: Source, candidate: Candidate, answer: Fetched | None) -> None:
    """Keep new bytes that can be a file of the source; raises FileRefused for a web page in place of one."""
    if answer is None:
        return
    if answer.body is None:
        held = run.store.ledger(source.id)[candidate.url]["sha256"]
        run.store.answered(source.id, candidate.url, held, answer, run.clock())
        return
    source.sniff(answer.body)
    _, new = run.store.put(source, candidate, answer, run.clock())
    run.report.source(source.id, new=int(new))
    if new:
        run.pool.prepare()


def _failed(run: Run, source: Source, candidate: Candidate, problem: FetchFailed) -> Message:
    """A link that leads nowhere is nothing to worry about; any other failure is, for this one file."""
    held = candidate.url in run.store.ledger(source.id)
    if problem.gone and not held:
        return note(candidate.url, f"dead link '{candidate.text}': {problem}")
    if problem.gone:
        return warning(candidate.url, "the file is no longer at its address; the copy held is kept")
    again = f"{_kept(run, source, candidate)}. It is asked for again at the next refresh."
    return replace(error(candidate.url, f"{problem}; {again}"), kind="" if held else UNFETCHED)


def _kept(run: Run, source: Source, candidate: Candidate) -> str:
    held = candidate.url in run.store.ledger(source.id)
    return "The copy held is kept" if held else "What was published before stays"
