"""Ten times the data: made-up months of council workbooks, loaded over HTTP by the command, few and ten times more."""

import sys
from pathlib import Path

from benchmarks import processes
from benchmarks.processes import ROOT
from benchmarks.report import Line
from benchmarks.stage import Stage
from benchmarks.timing import interleaved
from domain import periods
from etl import layout
from etl.demo import cells, council_workbooks
from etl.demo.councils import councils
from etl.demo.figures import delays_of
from etl.fetch.folder import place
from etl.sources import dtoc_councils
from warehouse.builds import Builds

LAST, FEW, TIMES, MOST = "2019-12", 14, 10, 12.0
AT_MOST, SEED = 3, 1
BEFORE_O = 24  # months of the demonstration before reason O came in: their cells fit every layout


def measure(stage: Stage) -> list[Line]:
    """How many times the time ten times the months cost, and the seconds of both."""
    made = {"few": site(stage, FEW), "many": site(stage, FEW * TIMES)}
    sides = {name: lambda folder=folder: load(stage, folder) for name, folder in made.items()}
    found = interleaved(sides, rounds=min(stage.rounds, AT_MOST), warm=False)
    ratios = [many / few for few, many in zip(found["few"], found["many"], strict=True)]
    stage.say(f"Growth: {FEW} and {FEW * TIMES} made-up months of {len(councils())} councils each.")
    return [
        Line.of(f"growth: {FEW} months", "s", found["few"]),
        Line.of(f"growth: {FEW * TIMES} months", "s", found["many"]),
        Line.of("growth: ten times the data cost", "times the time", ratios, most=MOST),
    ]


def site(stage: Stage, count: int) -> Path:
    """A site with so many months of council workbooks, the last of them December 2019."""
    root, landing = stage.new_folder("growth"), dtoc_councils.SOURCE.landing
    pages = {name: landing + slug.pattern for name, slug in layout.load(dtoc_councils.ID).parts["fallback"]}
    links = dict.fromkeys(pages, "")
    rules = {council: delays_of(council, SEED) for council in councils()}
    for number in range(count):
        month = periods.plus(LAST, -number)
        found = {one: cells.month_cells(one, rule, number % BEFORE_O, SEED) for one, rule in rules.items()}
        address = f"{landing}LA-Type-B-{month}.xlsx"
        _put(root, address, council_workbooks.workbook(month, found))
        year = periods.financial_year(month)
        if year not in pages:
            pages[year], links[year] = f"{landing}dtoc-data-{year}/", ""
        links[year] += f'<p><a href="{address}">Total Delayed Days Local Authority {month} (XLSX)</a></p>\n'
    for year, address in pages.items():
        _put(root, address, f"<!doctype html><html><body>{links[year]}</body></html>".encode())
    named = "".join(f'<p><a href="{address}">DTOC Data {year}</a></p>' for year, address in pages.items())
    _put(root, landing, f"<!doctype html><html><body>{named}</body></html>".encode())
    return root


def _put(root: Path, address: str, body: bytes) -> None:
    file = place(root, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)


def load(stage: Stage, folder: Path) -> float:
    """Seconds of a first load of a site by the command; raises where months are missing."""
    port, data = processes.free_port(), stage.new_folder("grown")
    origin = f"http://127.0.0.1:{port}"
    server = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)]
    env = processes.environment(DATA_DIR=str(data), SOURCES="live", SOURCE_MIRROR=origin)
    command = [sys.executable, "-m", "etl", "refresh", "--source", dtoc_councils.ID, "--json"]
    with processes.server(server, origin, cwd=ROOT, quiet=True):
        seconds = processes.run(command, env=env).seconds
    build, wanted = Builds(data / "live").current(), len(list(folder.rglob("LA-Type-B-*")))
    assert build is not None
    assert len(build.manifest["files"]) == wanted, f"{len(build.manifest['files'])} of {wanted} months"
    return seconds
