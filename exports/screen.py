"""A bar in the terminal while packs are made; nothing where the output is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[str], None]


@contextmanager
def bar(total: int, *, quiet: bool) -> Iterator[Step]:
    """Yields what to call after each pack, with a word on it."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    # only a terminal needs it, and it takes longer to load than a pack takes to make
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("packs"), BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn())
    doing = TextColumn("{task.fields[doing]}", markup=False)
    with Progress(*columns, doing, console=Console(stderr=True, highlight=False)) as progress:
        task = progress.add_task("packs", total=total, doing="")
        yield lambda word: progress.update(task, advance=1, doing=word)
