"""From held files to a published build: read, choose, build where something changed, point at it."""

import functools

from domain import periods
from etl import build, choosing, fates, made_by, readings
from etl.build import Releases
from etl.choosing import SEEN, Held
from etl.problems import Message, error
from etl.run import Run
from etl.sources import SOURCES
from warehouse.builds import Build


def publish(run: Run, *, last: bool = False) -> None:
    """Build and publish when something changed and it is time: at once for a first build, else every so often."""
    waited = (run.clock() - run.published_at).total_seconds() >= run.request.publish_every
    first = run.builds.usable() is None
    if not (last or ((waited or first) and _national_done(run))):
        return
    held: Held = {source.id: run.store.snapshots(source.id) for source in SOURCES}
    if _unchanged(run, held):
        return
    try:
        releases = choosing.choose(run, held)
    except build.BuildRefused as problem:
        _refuse(run, problem)
        return
    newest = next(iter(run.builds.all()), None)
    if any(releases.values()):
        same = newest and newest.manifest["fingerprint"] == made_by.fingerprint(build.used(releases))
        if newest and same and not run.anew:
            _point_at(run, newest)
        else:
            _write(run, releases, newest)
    _remember(run, held)


def _national_done(run: Run) -> bool:
    return all(run.report.is_done(source.id) for source in run.request.sources if source.national)


def _unchanged(run: Run, held: Held) -> bool:
    """Whether exactly this was read at the end of an earlier refresh; what was said then is said again."""
    last = run.builds.read_note(SEEN)
    if run.anew:
        return False
    if run.builds.usable() is None or run.read or last.get("seen") != _seen(run, held) or "fates" not in last:
        return False
    run.fates = fates.from_rows(last["fates"])
    for source, level, about, text in last["messages"]:
        run.report.tell(source, Message(level, about, text))
    return True


def _seen(run: Run, held: Held) -> str:
    """Fingerprint of all files held, of how they are read, and of which of them the publishers' pages offer now."""
    pairs = (
        (source, s.sha256 + ("+" if (source, s.sha256) in run.offered else ""))
        for source, found in held.items()
        for s in found
    )
    return made_by.fingerprint(pairs)


def _remember(run: Run, held: Held) -> None:
    """Remember what was read, unless that may pass: a reader that broke, spoilt bytes, a month that has not begun."""
    if not run.unsettled and not any(outcome.broken or outcome.spoilt for outcome in run.read.values()):
        messages, seen = [(source, m.level, m.about, m.text) for source, m in run.said], _seen(run, held)
        readings.keep(run.builds, seen, run.read)
        run.builds.write_note(SEEN, {"seen": seen, "messages": messages, "fates": fates.as_rows(run.fates)})


def _write(run: Run, releases: Releases, newest: Build | None) -> None:
    """Write, publish and prune; a build that would show less than the one before is not made."""
    lost = build.losses(newest, releases)
    if lost and not run.request.accept_losses:
        some = ", ".join(_named(one) for one in lost[:5]) + (" …" if len(lost) > 5 else "")
        text = f"a new build would lose {len(lost)} releases ({some}); the build before stays. See the files refused."
        run.say(lost[0][0], error("build", f"{text} 'python -m etl refresh --accept-losses' publishes anyway."))
        return
    run.report.phase("building")
    whole = functools.partial(choosing.whole, run)
    plan = build.Plan(run.request.mode, run.refresh_id, run.clock(), releases, whole, anew=run.anew)
    try:
        made = build.write(run.builds, plan)
    except build.BuildRefused as problem:
        _refuse(run, problem)
        return
    _point_at(run, made)
    run.builds.prune(keep=run.request.keep, refresh_id=run.refresh_id)


def _refuse(run: Run, problem: build.BuildRefused) -> None:
    run.say(run.request.sources[0].id, error("build", f"{problem} The build before stays."))


def _point_at(run: Run, made: Build) -> None:
    """Serve a build, unless it is served already or a person went back from it."""
    if made.id != run.builds.current_id() and not run.builds.went_back_from(made.id):
        run.builds.publish(made.id)
        run.published, run.published_at = made, run.clock()
        run.report.published(made.id)


def _named(release: tuple[str, str]) -> str:
    source, key = release
    try:
        return periods.label(periods.month(key))
    except periods.PeriodError:
        return f"{source} {key}"


__all__ = ["SEEN", "publish"]
