"""What the workbooks of delayed days share, by council and by trust: who they are, and their sheets as columns."""

from collections.abc import Iterator, Sequence
from typing import Any

from etl.blocks import TOTAL, Block
from etl.layout import Layout
from etl.problems import FileRefused, NotThisPublication

SHEETS = ("body", "care", "reason")
Cut = tuple[str, str, str]  # body, reason, type of care; ``all`` for what is not cut


def identify(meta: dict[str, Any], sheet: str, lay: Layout, basis: str) -> None:
    """Another publication says so in its labels; labels that say neither are refused, not passed over."""
    for label in ("basis", "summary"):
        said = str(meta.get(label, ""))
        if lay.name("decoy", said) == label:
            raise NotThisPublication(f"its {label} is '{said[:60]}'")
        if lay.name("identity", said) != label:
            expected = f"'{basis}'" if label == "basis" else "'Number of Delayed Days …'"
            raise FileRefused(f"the {label} '{said[:60]}'", expected, f"sheet '{sheet}'")


def cuts(blocks: Sequence[Block]) -> Iterator[tuple[Block, Cut, Sequence[int | None]]]:
    """Every column of days once, with None in the total of a row that sent no return."""
    for block in blocks:
        absent = _absent(block)
        for name, (_, values) in block.days.items():
            if name == TOTAL and block.kind != "body":
                continue  # the same total stands on every sheet
            key = {"body": TOTAL, "reason": TOTAL, "care": TOTAL} | {block.kind: name}
            cut = (key["body"], key["reason"], key["care"])
            gone = absent if name == TOTAL else [False] * len(values)
            yield block, cut, [None if no else value for no, value in zip(gone, values, strict=True)]


def _absent(block: Block) -> list[bool]:
    """Rows without a return: every part is the not-submitted mark, so the printed total of 0 is no zero."""
    parts = [values for name, (_, values) in block.days.items() if name != TOTAL]
    return [row.count(None) == len(parts) for row in zip(*parts, strict=True)]
