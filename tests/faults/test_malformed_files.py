"""Damaged, foreign and hostile files of every source: refused in words, or read to exactly their numbers.

Made from the demonstration files of every source in the registry, read in the product's own child processes with
their limits. A source that comes new with its demonstration is covered without a line here.
"""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etl.children import MEMORY
from etl.pool import Task
from etl.sources import SOURCES
from tests.faults.corpus import archives, containers, foreign, interfaces, measured, sheets, texts
from tests.faults.corpus.samples import Sample, samples
from tests.faults.corpus.verdict import Case, complaint

SECONDS = 30
ARCHIVE, TEXT = ("xlsx", "ods"), ("text",)
ANY = (*ARCHIVE, *TEXT, "xls", "zip", "json")
FAMILIES: dict[str, tuple[Callable[[Sample], Iterator[Case]], tuple[str, ...]]] = {
    "cut short": (containers.cut, ANY),
    "bits turned over": (containers.flipped, ANY),
    "bytes put in and taken out": (containers.inserted, ANY),
    "parts of the archive": (archives.parts, (*ARCHIVE, "zip")),
    "made to harm": (archives.monsters, ARCHIVE),
    "sizes that lie": (archives.sizes, ("xlsx",)),
    "another kind of file": (foreign.bodies, ANY),
    "cells that are no numbers": (sheets.numbers, ARCHIVE),
    "numbers changed": (sheets.doubled, ARCHIVE),
    "periods that are none": (sheets.months, ARCHIVE),
    "arranged otherwise": (sheets.arrangements, ARCHIVE),
    "headings": (sheets.headings, ARCHIVE),
    "encodings": (texts.encodings, TEXT),
    "lines and quotes": (texts.lines, TEXT),
    "columns": (texts.columns, TEXT),
    "values": (texts.values, TEXT),
    "answers of interfaces": (interfaces.answers, ("json",)),
}
each_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)


@pytest.fixture(scope="session")
def every(demo_site) -> dict[str, list[Sample]]:
    """The sound files by source."""
    return {source.id: samples(source, demo_site) for source in SOURCES}


@pytest.fixture(scope="session")
def pool(tmp_path_factory) -> Iterator[measured.MeasuredPool]:
    with measured.MeasuredPool(tmp_path_factory.mktemp("reader") / "reader.log", workers=1) as opened:
        yield opened


def handled(pool: measured.MeasuredPool, sample: Sample, cases: list[Case], folder: Path) -> list[str]:
    """What is wrong with how the files were handled, a line each."""
    files = {folder / f"{number:03}": case for number, case in enumerate(cases)}
    for file, case in files.items():
        file.write_bytes(case.data)
    found = {one.outcome.task.file: one for one in pool.measure([Task(sample.source.id, file) for file in files])}
    assert found.keys() == files.keys()
    assert all(one.limit == MEMORY or one.outcome.broken for one in found.values())
    assert all(one.largest <= MEMORY and one.seconds < SECONDS for one in found.values())
    told = ((case.name, complaint(sample, case, found[file].outcome)) for file, case in files.items())
    return [f"{sample.source.id} ({sample.kind}), {name}: {text}" for name, text in told if text]


@each_source
def test_files_that_must_not_be_are_refused_in_words_or_read_exactly(source, every, pool, tmp_path):
    if not every[source.id]:
        pytest.skip(f"{source.id} has no demonstration file")
    wrong = []
    for sample in every[source.id]:
        for family, (make, kinds) in FAMILIES.items():
            if sample.kind in kinds:
                folder = tmp_path / sample.kind / family
                folder.mkdir(parents=True)
                wrong += handled(pool, sample, list(make(sample)), folder)
                shutil.rmtree(folder)
    assert not wrong, "\n".join(wrong)


@each_source
def test_files_of_other_publications_are_never_read_as_ours(source, every, pool, tmp_path):
    if not every[source.id]:
        pytest.skip(f"{source.id} has no demonstration file")
    known = list(itertools.chain.from_iterable(every.values()))
    for sample in every[source.id][:1]:
        wrong = handled(pool, sample, list(foreign.others(sample, known)), tmp_path)
        assert not wrong, "\n".join(wrong)


def test_there_are_more_than_three_hundred_of_them(every):
    counts = {
        (source, sample.kind): sum(len(list(make(sample))) for make, kinds in FAMILIES.values() if sample.kind in kinds)
        for source, found in every.items()
        for sample in found
    }
    assert sum(counts.values()) >= 300, counts
    assert all(count >= 50 for count in counts.values()), counts
    every_sample = list(itertools.chain.from_iterable(every.values()))
    for name, (make, kinds) in FAMILIES.items():
        assert any(list(make(sample)) for sample in every_sample if sample.kind in kinds), name
