"""The command line of the ETL.

Exit codes of ``refresh``: 0 all good, 3 published but something could not be refreshed, 4 nothing published,
75 another refresh is running, 2 a wrong command or setting, 130 stopped by Ctrl-C.
"""

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from config import Settings, SettingsError, load
from domain import periods
from etl import alarms, changes, checking, due, links_told, refresh, sources_page, told
from etl.fetch import Addresses, Fetcher
from etl.local import commands as local
from etl.local.build import rebuild
from etl.report import BUSY, NOTHING_PUBLISHED, OK, SOME_FAILED, Report
from etl.screen import Bars, Silent
from etl.sources import SOURCE_BY_ID, SOURCES
from warehouse.builds import Build, Builds, NoSuchBuild
from warehouse.engines.duckdb import EngineError
from warehouse.queries import listed
from warehouse.reader import LOCAL_FOLDER, where

USAGE, STOPPED = 2, 130
NEVER_DUE = "demonstration data are never due"


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m etl", description="Load published figures into the warehouse.")
    commands = top.add_subparsers(dest="command", required=True)
    fresh = commands.add_parser("refresh", help="look at the publishers' pages and load what is new")
    fresh.add_argument("--source", action="append", choices=list(SOURCE_BY_ID), help="only this source (may repeat)")
    fresh.add_argument("--since", type=periods.month, metavar="YYYY-MM", help="only monthly files from this month on")
    fresh.add_argument(
        "--accept-losses", action="store_true", help="publish even what shows less than the build before"
    )
    fresh.add_argument("--anew", action="store_true", help="read every file again and build from nothing but the files")
    fresh.add_argument("--if-due", action="store_true", help="do nothing unless something should be out or looked at")
    fresh.add_argument("--notes", action="store_true", help="also print dead links and decoys")
    demo = commands.add_parser("demo", help="write demonstration publications and load them")
    demo.add_argument("--seed", type=int, default=None, help="another seed than the one the product ships with")
    status = commands.add_parser("status", help="what is served, and how the last refresh went")
    status.add_argument(
        "--links", nargs="?", const="", choices=("", *SOURCE_BY_ID), metavar="SOURCE", help="every link listed, and why"
    )
    builds = commands.add_parser("builds", help="builds that are kept, newest first")
    differ = commands.add_parser("changes", help="published values that differ from those of an earlier build")
    differ.add_argument("--since", default="", metavar="BUILD", help="the earlier build (default: the one before)")
    differ.add_argument("--format", choices=("text", "json", "csv"), default="text")
    back = commands.add_parser("rollback", help="serve an earlier build")
    back.add_argument("build", help="id of the build")
    listed = commands.add_parser("sources", help="every source: publisher, page, whether seen")
    listed.add_argument("--markdown", action="store_true", help="the whole page docs/SOURCES.md")
    checking.add(commands)
    local.add(commands)
    for command in (fresh, demo, status, builds, back):
        command.add_argument("--json", action="store_true", help="one JSON object instead of text")
    for command in (status, builds, back, differ):
        command.add_argument("--mode", choices=("live", "demo"), help="which data (default: what is served)")
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    options = parser().parse_args(arguments)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stopped)
    try:
        settings = load()
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return USAGE
    commands = {
        "refresh": _refresh,
        "demo": _demo,
        "status": _status,
        "builds": _builds,
        "changes": _changes,
        "rollback": _rollback,
        "sources": _sources,
        "check": checking.run,
        "local": _local,
    }
    try:
        return commands[options.command](options, settings)
    except refresh.AnotherIsRunning as problem:
        print(f"{problem}; wait for it to end", file=sys.stderr)
        return BUSY
    except NoSuchBuild as problem:
        print(problem, file=sys.stderr)
        return USAGE
    except (OSError, EngineError) as problem:
        print(f"This could not be finished: {problem}. What was published before is still served.", file=sys.stderr)
        return NOTHING_PUBLISHED


def _local(options: argparse.Namespace, settings: Settings) -> int:
    return local.run(options, lambda: settings)


def _stopped(_: int, __: FrameType | None) -> None:
    """The first request to stop ends what is being done, in order; there is nothing to add by another."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def live_fetcher(settings: Settings) -> Fetcher:
    """The network, or the configured mirror of it."""
    from etl.fetch.http import HttpFetcher, Limits

    hosts = frozenset(host for source in SOURCES for host in source.hosts)
    limits = Limits(seconds=settings.fetch_seconds, size=settings.fetch_megabytes * 1_000_000)
    return HttpFetcher(Addresses(hosts, settings.source_mirror), limits)


def _refresh(options: argparse.Namespace, settings: Settings) -> int:
    if options.if_due and not _is_due(options, settings):
        return OK
    if settings.sources == "demo":
        return _demo(options, settings)
    chosen = [source for source in SOURCES if not options.source or source.id in options.source]
    request = refresh.Request(
        chosen,
        "live",
        options.since or "",
        settings.keep_builds,
        accept_losses=options.accept_losses,
        anew=options.anew,
    )
    return _load(request, live_fetcher(settings), settings.root("live"), options)


def _is_due(options: argparse.Namespace, settings: Settings) -> bool:
    """Whether a refresh is due; says why, or when the next one is."""
    demonstration = settings.sources == "demo"
    made = demonstration and Builds(settings.root("demo")).usable()
    found = due.Due(not made, NEVER_DUE) if demonstration else due.due(settings.root("live"), datetime.now(UTC))
    if not found.now and options.json:
        Silent.print({"due": False, "words": found.words})
    else:
        print(f"due: {found.words}" if found.now else found.words, file=sys.stderr if found.now else sys.stdout)
    return found.now


def _demo(options: argparse.Namespace, settings: Settings) -> int:
    from etl.demo import publish
    from etl.demo.partnership.deliver import deliver_all
    from etl.fetch.folder import FolderFetcher

    root = settings.root("demo")
    with refresh.only_one(root):
        site = publish.renew(root, seed=getattr(options, "seed", None))
    hosts = frozenset(host for source in SOURCES for host in source.hosts)
    chosen = [source for source in SOURCES if not getattr(options, "source", None) or source.id in options.source]
    anew = getattr(options, "anew", False)
    request = refresh.Request(chosen, "demo", keep=settings.keep_builds, accept_losses=True, anew=anew)
    code = _load(request, FolderFetcher(Addresses(hosts), site), root, options)
    if code in (OK, SOME_FAILED):
        deliver_all(root, datetime.now(UTC), seed=getattr(options, "seed", None), keep=settings.keep_builds)
    return code


def _load(request: refresh.Request, fetcher: Fetcher, root: Path, options: argparse.Namespace) -> int:
    screen: Any = Silent() if options.json else Bars(notes=getattr(options, "notes", False))
    builds = Builds(root)
    report = Report(builds, screen, pid=os.getpid(), mode=request.mode)
    try:
        with screen:
            code = refresh.refresh(request, fetcher=fetcher, root=root, report=report)
    except (OSError, EngineError):
        with contextlib.suppress(OSError):
            report.interrupted(datetime.now(UTC), "failed")
        raise
    except KeyboardInterrupt:
        report.interrupted(datetime.now(UTC))
        print("stopped; what was fetched is kept and used next time", file=sys.stderr)
        return STOPPED
    _with_local(root)
    alarms.keep(root)
    if options.json:
        screen.print({**report.as_dict(), "current": builds.current_id()})
    else:
        _print_end(report, builds)
    return code


def _with_local(root: Path) -> None:
    """What was computed from national figures is computed anew; an upload under way does it itself."""
    with contextlib.suppress(refresh.AnotherIsRunning), refresh.only_one(root / LOCAL_FOLDER):
        rebuild(root, datetime.now(UTC))


def _print_end(report: Report, builds: Builds) -> None:
    failures = sum(len(source.failures) for source in report.sources.values())
    new = sum(source.new for source in report.sources.values())
    done = (
        f"published {report.builds[-1]}"
        if report.builds
        else f"nothing new; serving {builds.current_id() or 'nothing'}"
    )
    print(f"{new} new files, {failures} that could not be refreshed; {done}", file=sys.stderr)
    for words in changes.summary(report.changes):
        print(words, file=sys.stderr)


def _mode_builds(options: argparse.Namespace, settings: Settings) -> Builds:
    return Builds(settings.root(options.mode or where(settings.data_dir, settings.sources)))


def _status(options: argparse.Namespace, settings: Settings) -> int:
    builds = _mode_builds(options, settings)
    if options.links is not None:
        return _links(options, builds)
    found = told.status(builds, datetime.now(UTC))
    if options.json:
        Silent.print(found)
        return OK
    for line in told.lines(found):
        print(line)
    return OK


def _links(options: argparse.Namespace, builds: Builds) -> int:
    chosen = {name: one for name, one in listed.accounts(builds).items() if options.links in ("", name)}
    if options.json:
        Silent.print(links_told.rows(chosen))
        return OK
    for line in links_told.lines(chosen):
        print(line)
    return OK


def _sources(options: argparse.Namespace, _: Settings) -> int:
    print(sources_page.markdown(SOURCES) if options.markdown else sources_page.lines(SOURCES))
    return OK


def _builds(options: argparse.Namespace, settings: Settings) -> int:
    builds = _mode_builds(options, settings)
    served, kept = builds.current_id(), builds.all()
    if options.json:
        Silent.print([{**_summary(build), "current": build.id == served} for build in kept])
        return OK
    for build in kept:
        summary = _summary(build)
        print(
            f"{'*' if build.id == served else ' '} {build.id}  {summary['created_at']}  {summary['files']} "
            f"files  {summary['facts']:,} facts"
        )
    if not kept:
        print("no build yet")
    return OK


def _summary(build: Build) -> dict[str, Any]:
    rows = build.manifest["rows"]
    facts = sum(rows[name] for name in ("delays", "emergency_care", "population"))
    return {
        "build": build.id,
        "created_at": build.manifest["created_at"],
        "files": len(build.manifest["files"]),
        "facts": facts,
    }


def _changes(options: argparse.Namespace, settings: Settings) -> int:
    builds = _mode_builds(options, settings)
    found = changes.compare(builds, options.since)
    sys.stdout.write(changes.written(found, options.format, demonstration=builds.root.name == "demo"))
    return OK


def _rollback(options: argparse.Namespace, settings: Settings) -> int:
    builds = _mode_builds(options, settings)
    before = builds.current_id()
    builds.roll_back(options.build)
    if options.json:
        Silent.print({"current": options.build, "before": before})
    else:
        undo = f"{before}. 'python -m etl rollback {before}' undoes this." if before else "nothing."
        print(f"serving {options.build}; before: {undo}")
    return OK
