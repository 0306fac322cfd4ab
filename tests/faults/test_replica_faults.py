"""A whole refresh against publishers that misbehave: right figures, or the last good ones and a message a file."""

import json
from urllib.parse import unquote

import pytest

from domain import periods
from etl.fetch.http import Limits
from etl.sources import SOURCES, ae_england, dtoc_councils, dtoc_england
from tests import shared
from tests.faults.figures import errors, only_in, releases, warnings, whole
from tests.faults.refreshing import copy_of, from_replica

pytestmark = shared.needs_shared
GONE_PAGE = (
    "https://www.england.nhs.uk"
    + "/statistics/statistical-work-areas/delayed-transfers-of-care/"
    + ("delayed-transfers-of-care-data-2015-16/")
)


SOME = (dtoc_england.SOURCE, ae_england.SOURCE, dtoc_councils.SOURCE)  # for what strikes every source alike


def alike(root, live_root, sources) -> bool:
    """Whether some sources publish the same in both."""
    ids = {source.id for source in sources}
    return not [row for row in (*only_in(root, live_root), *only_in(live_root, root)) if row[-1] in ids]


@pytest.fixture
def warm(live_root, tmp_path):
    """Good data from before the fault."""
    return copy_of(live_root, tmp_path / "live")


def ledger(root, source="dtoc_councils"):
    return json.loads((root / "raw" / source / "ledger.json").read_text())


def broken_files(live_root) -> dict[str, str]:
    """Address to month of the council workbooks that the faults of every fifth file strike."""
    site = shared.replica_module().Site(shared.DATA)
    struck = {url for url, file in site.files.items() if file.number % 5 == 4}
    rows = {url: entry["sha256"] for url, entry in ledger(live_root).items()}
    paths = {url: unquote(url).replace("https://www.", "/").replace("https://", "/") for url in rows}
    found = {url: rows[url] for url, path in paths.items() if path in struck}
    kept = {url: live_root / "raw" / "dtoc_councils" / sha256 / "provenance.json" for url, sha256 in found.items()}
    months = {url: json.loads(file.read_text()).get("release") for url, file in kept.items()}
    return {url: month for url, month in months.items() if month}


@pytest.fixture(
    scope="module", params=[("503-once", SOME), ("moved", SOME), ("renamed", SOURCES)], ids=lambda one: one[0]
)
def tiresome(request, live_root, tmp_path_factory):
    """A first refresh against a publisher that makes it hard but gives everything: fault, sources, folder, outcome."""
    fault, sources = request.param
    root = tmp_path_factory.mktemp("tiresome") / "live"
    return fault, sources, root, from_replica(root, fault, sources=sources)


def test_a_tiresome_publisher_changes_no_figure(tiresome, live_root):
    _, sources, root, (code, _, told) = tiresome
    assert (code, errors(told)) == (0, [])
    assert alike(root, live_root, sources)
    assert whole(root)


def test_only_words_never_seen_before_are_warned_of(tiresome):
    fault, _, _, (_, _, told) = tiresome
    said = [text for _, text in warnings(told) if "published figures are used" not in text]  # the publishers' own slips
    assert bool(said) is (fault == "renamed")
    assert all("wording not seen before" in text and "contents decide" in text for text in said)


@pytest.fixture(scope="module", params=[("truncate", SOME), ("html-as-xls", SOURCES)], ids=lambda one: one[0])
def broken(request, live_root, tmp_path_factory):
    """A first refresh in which every fifth file is broken: sources, folder and outcome."""
    fault, sources = request.param
    root = tmp_path_factory.mktemp("broken") / "live"
    return sources, root, from_replica(root, fault, sources=sources)


def test_broken_files_leave_out_their_months_and_nothing_else(broken, live_root):
    sources, root, (code, _, _) = broken
    ids = {source.id for source in sources}
    assert code == 3
    assert releases(live_root) - releases(root) == set(broken_files(live_root).values())
    assert [row for row in only_in(root, live_root) if row[-1] in ids] == []
    assert releases(root, "dtoc_england") == releases(root, "ae_england") == {"series"}
    assert whole(root)


def test_every_broken_file_is_named_once(broken, live_root):
    _, _, (_, _, told) = broken
    of_councils = [(source, message) for source, message in told if source == dtoc_councils.ID]
    names = [unquote(url).rsplit("/", 1)[-1] for url in broken_files(live_root)]
    said = {name: [about for about, _ in errors(of_councils) if name in about] for name in names}
    assert {name: len(lines) for name, lines in said.items()} == dict.fromkeys(names, 1)
    assert len(errors(of_councils)) == len(names)
    assert len({about for about, _ in errors(told)}) == len(errors(told))


def test_files_that_are_whole_again_are_taken_at_the_next_refresh(broken, live_root, tmp_path):
    _, broken_root, _ = broken
    sources = SOME
    root = copy_of(broken_root, tmp_path / "live")
    code, _, told = from_replica(root, sources=sources)
    assert (code, errors(told)) == (0, [])
    assert alike(root, live_root, sources)


@pytest.mark.parametrize("fault", ["truncate", "html-as-xls"])
def test_broken_files_keep_the_last_good_data(warm, live_root, fault):
    for file in warm.glob("raw/*/ledger.json"):
        file.unlink()  # otherwise 'nothing new' would be answered before the fault
    code, report, told = from_replica(warm, fault, sources=SOME)
    assert code == 3
    assert errors(told)
    assert only_in(warm, live_root) == only_in(live_root, warm) == []
    assert whole(warm)


def test_a_page_that_is_gone_leaves_out_its_year_and_is_named_once(tmp_path, live_root):
    root = tmp_path / "live"
    code, _, told = from_replica(root, "gone", sources=SOME)
    assert code == 3
    assert [about for about, _ in errors(told)] == [GONE_PAGE]
    missing = releases(live_root) - releases(root)
    assert missing == {month for month in releases(live_root) if periods.financial_year(month) == "2015-16"}
    assert len(missing) >= 10
    ids = {source.id for source in SOME}
    assert [row for row in only_in(root, live_root) if row[-1] in ids] == []
    assert whole(root)


def test_a_page_that_is_gone_takes_no_month_away_that_was_held(warm, live_root):
    code, report, told = from_replica(warm, "gone", sources=SOME)
    assert (code, report.builds) == (3, [])
    assert [about for about, _ in errors(told)] == [GONE_PAGE]
    assert only_in(warm, live_root) == only_in(live_root, warm) == []
    assert whole(warm)


def test_a_slow_publisher_is_waited_for(tmp_path, live_root):
    root = tmp_path / "live"
    code, _, told = from_replica(root, "slow", sources=(dtoc_england.SOURCE,))
    assert (code, errors(told)) == (0, [])
    assert releases(root, "dtoc_england") == {"series"}
    assert [row for row in only_in(root, live_root) if row[-1] == "dtoc_england"] == []


def test_a_publisher_that_is_too_slow_is_given_up_and_the_last_good_data_stay(warm, live_root):
    code, report, told = from_replica(warm, "slow", Limits(seconds=1), sources=(dtoc_england.SOURCE,))
    assert (code, report.builds) == (4, [])
    assert [about for about, _ in errors(told)] == [dtoc_england.SOURCE.landing]
    assert "within 1 s" in errors(told)[0][1]
    assert only_in(warm, live_root) == []
    assert whole(warm)
