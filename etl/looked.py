"""When each publication was last looked at, kept beside the builds: what tells late figures from nobody looking."""

from datetime import datetime

from domain.freshness import Looked
from etl.problems import PAGE, UNFETCHED, Message
from etl.run import Run
from etl.source import Discovery, Source
from warehouse.queries.freshness import LOOKED, looked

CHANGED = "the source has changed"


def remember(run: Run, source: Source, found: Discovery) -> None:
    """Keep what looking at a source gave: an answer, a changed page, or nothing, which leaves the look before."""
    messages = run.report.sources[source.id].messages
    now = looked_at(looked(run.builds).get(source.id, Looked()), found, messages, run.clock())
    kept = run.builds.read_note(LOOKED)
    kept[source.id] = {"at": now.at.isoformat(timespec="seconds") if now.at else None, "changed": now.changed}
    run.builds.write_note(LOOKED, kept)


def looked_at(before: Looked, found: Discovery, messages: list[Message], now: datetime) -> Looked:
    """What is known of a publication after a look: without an answer nothing new is."""
    errors = [message for message in messages if message.level == "error"]
    changed = next((one.text for one in errors if one.kind == PAGE or CHANGED in one.text), "")
    if changed:
        return Looked(now, changed)
    unanswered = not found.candidates and bool(errors)
    if unanswered or any(one.kind == UNFETCHED for one in errors):
        return before
    return Looked(now)
