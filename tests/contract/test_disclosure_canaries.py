"""Exact counts of people that were uploaded, each a prime of its own, are in no answer, export or build (METHODS M25).

A prime above five is never a multiple of five, so no count that is shown as it may be is one of them.
"""

import io
import json
import re
import shutil
import struct
import zipfile

import dash
import pytest
from plotly.utils import PlotlyJSONEncoder

from domain import periods
from etl.demo.partnership.rows import row
from etl.local import door, template
from exports import library
from exports.choice import choose
from panels.exports import TABLES
from tests.conftest import NOW
from tests.spec import local
from tests.spec.local import ABOUT, AREA, MONTHS
from tests.unit.web import bodies
from warehouse import serving

STARTED = "2017-08"


def primes(after):
    """Primes above a number, for ever."""
    while True:
        after += 1
        if all(after % by for by in range(2, int(after**0.5) + 1)):
            yield after


PRIME = primes(100_000)
CANARIES: list[int] = []


def canary():
    CANARIES.append(next(PRIME))
    return CANARIES[-1]


def indicator(name, **said):
    return local.indicator(indicator_id=name, name=f"Series {name}", counts_people="yes", **said)


def observations(revised):
    """Every kind of number of people: counts, shares, rates and averages; small ones beside canaries."""
    rows = [*local.values([7 if at == 9 else one for at, one in enumerate(COUNTS)], name="COUNT")]
    rows += local.values([(7, one) if at in (3, 30) else (one // 2, one) for at, one in enumerate(BASES)], name="SHARE")
    rows += local.values([(5, one) if at in (2, 40) else (one // 3, one) for at, one in enumerate(RATES)], name="RATE")
    rows += local.values([(one * 3, one) for one in MEANS], name="MEAN")
    rows += local.values([one // 97 for one in BARE], name="BARE")
    rows += local.values(QUARTERLY, texts=local.quarters(16), name="QUARTER")
    if revised:
        rows[5] = {**rows[5], "value": float(canary())}
    return tuple(rows)


COUNTS, BASES, RATES, MEANS, BARE = ([canary() for _ in MONTHS] for _ in range(5))
QUARTERLY = [
    (7 if at == 6 else base - 7 if at == 9 else base // 2, base) for at, base in enumerate(canary() for _ in range(16))
]
OUTPUTS = [canary() for _ in range(18)]
NAMES = ("COUNT", "SHARE", "RATE", "MEAN", "BARE", "QUARTER")
SHEETS = {
    "indicators": (
        indicator("COUNT", exposure="calendar_day"),
        indicator("SHARE", kind="proportion", unit="%"),
        indicator("RATE", kind="rate", exposure="person"),
        indicator("MEAN", kind="mean", unit="days"),
        indicator("BARE", kind="rate", unit="per 100,000"),
        indicator("QUARTER", kind="proportion", unit="%", frequency="quarter", good="up"),
    ),
    "schemes": (local.scheme(actual_start=STARTED, output_unit="people seen"),),
    "links": tuple(local.link(indicator_id=name, is_primary="no", expected=-10) for name in NAMES),
    "targets": tuple(
        row("targets", indicator_id=name, area_code=AREA, period=period, kind="plan", value=50, source="a plan")
        for name in NAMES
        for period in (("2018-19", "2015-07", "2018-09") if name != "QUARTER" else ("2016-17 Q3", "2018-19"))
    ),
    "outputs": tuple(
        row("outputs", scheme_id="S", period=periods.plus(STARTED, at), planned=110_000, actual=7 if at == 4 else one)
        for at, one in enumerate(OUTPUTS)
    ),
}


@pytest.fixture(scope="module")
def root(site, demo_root, tmp_path_factory):
    """The demonstration with the canaries uploaded, the second time with a revision, and served."""
    root = shutil.copytree(demo_root, tmp_path_factory.mktemp("canaries") / "demo", symlinks=True)
    door.accept(root, template.workbook(ABOUT, {**SHEETS, "observations": observations(False)}), "a.xlsx", now=NOW)
    door.accept(root, template.workbook(ABOUT, {"observations": observations(True)}), "b.xlsx", now=local.NOW)
    before = serving.builds()
    serving.serve(root)
    yield root
    if before:
        serving.serve(before.root)


@pytest.fixture
def asked(site, root):
    return site.server.test_client()


def found(text):
    """Canaries in a text, however their thousands are parted."""
    joined = re.sub(r"(?<=\d)[,\u202f\u00a0\u2009 ](?=\d{3}(?!\d))", "", text)
    return sorted(set(map(int, re.findall(r"(?<![\d.])\d{6}(?!\d)", joined))) & set(CANARIES))


def queries():
    yield {}
    for name in NAMES:
        yield {"place": AREA, "scheme": "S", "scheme_id": "S", "indicator": name, "claim": f"S {name}"}


def test_the_canaries_are_held(root):
    rows = door.held(root)[AREA].rows["observations"]
    assert {row["denominator"] for row in rows if row["indicator_id"] == "SHARE"} == set(BASES)
    assert found(f"{BASES[0]:,} and {COUNTS[0]}") == sorted({BASES[0], COUNTS[0]})


def test_no_page_holds_one(asked):
    for page in dash.page_registry.values():
        for query in queries():
            said = json.dumps(page["layout"](**query), cls=PlotlyJSONEncoder)
            assert not found(said), (page["path"], query)
    pages = [dash.page_registry["pages.operational.scheme"], dash.page_registry["pages.operational.impact"]]
    assert all(
        "Series COUNT" in json.dumps(page["layout"](**q), cls=PlotlyJSONEncoder)
        for page in pages
        for q in [{"place": AREA, "scheme_id": "S"}]
    )


def test_no_answer_over_http_holds_one(asked, site):
    for path in ("/operational/schemes", "/operational/schemes/S", "/operational/impact", "/strategic/plan"):
        for search in ("", f"?place={AREA}"):
            assert not found(asked.get(path + search).get_data(as_text=True))
            for body in bodies.valid(site.callback_map).values():
                for part in body["inputs"]:
                    part["value"] = {"pathname": path, "search": search}.get(part["property"], part["value"])
                answer = asked.post(bodies.PATH, data=json.dumps(body), content_type="application/json")
                assert not found(answer.get_data(as_text=True)), body["output"]


def test_no_csv_holds_one(asked):
    for name in TABLES:
        for query in queries():
            answer = asked.get(f"/export/{name}.csv", query_string=query)
            assert not found(answer.get_data(as_text=True)), (name, query)
    some = asked.get("/export/scheme-series.csv", query_string={"place": AREA, "scheme": "S", "indicator": "COUNT"})
    assert some.status_code == 200


def test_no_pack_holds_one(asked, tmp_path):
    """The pack of the council holds the sheets of its place; every file of it is opened, and archives in it."""
    (made,) = library.make(serving.view(), choose(serving.view(), ["Saltmarrow"], "2018-01"), "2018-01", tmp_path)
    said = []
    for file in sorted((tmp_path / made.folder).rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            said += _texts(data) if data[:2] == b"PK" else [data.decode("utf-8", "replace")]
    assert any("A scheme" in text for text in said)
    assert not [found(text) for text in said if found(text)]


def _texts(data):
    """Every file of an archive, archives inside it opened."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            inner = archive.read(name)
            if inner[:2] == b"PK":
                yield from _texts(inner)
            else:
                yield inner.decode("utf-8", "replace")


def test_no_table_of_the_local_build_holds_one(root):
    view = serving.view()
    tables = [
        name for (name,) in view.rows("SELECT table_name FROM information_schema.tables WHERE table_catalog = 'local'")
    ]
    assert len(tables) > 12
    for table in tables:
        for record in view.rows(f'SELECT * FROM local."{table}"'):
            assert not found(" | ".join(f"{one:.0f}" if isinstance(one, float) else str(one) for one in record)), table


def test_no_byte_of_the_files_of_the_build_is_one(root):
    folder = serving.view().local.file.parent
    for file in folder.iterdir():
        data = file.read_bytes()
        for one in CANARIES:
            assert struct.pack("<d", one) not in data, file.name
            assert str(one).encode() not in data, file.name
