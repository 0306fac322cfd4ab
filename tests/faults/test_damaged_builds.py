"""60 damaged builds: none is read; an older one stands in where there is one, and the next refresh makes it anew."""

import random
import shutil

import pytest

from tests.faults import small_site
from tests.faults.figures import view, whole
from tests.faults.small_site import STEP
from tests.faults.workbooks import held
from warehouse.builds import Builds, NoSuchBuild
from warehouse.reader import Reader


def cut(body, chance):
    return body[: chance.randrange(len(body))]


def one_bit(body, chance):
    body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    return body


def twenty_bytes(body, chance):
    for _ in range(20):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return body


def no_beginning(body, _):
    body[:16] = bytes(16)
    return body


def foreign_page(body, chance):
    at = chance.randrange(len(body) - 4096)
    body[at : at + 4096] = chance.randbytes(4096)
    return body


def empty(_, __):
    return b""


DAMAGE = {
    **{f"cut, {seed}": (cut, seed) for seed in range(12)},
    **{f"one bit, {seed}": (one_bit, seed) for seed in range(24)},
    **{f"twenty bytes, {seed}": (twenty_bytes, seed) for seed in range(10)},
    **{f"a foreign page, {seed}": (foreign_page, seed) for seed in range(12)},
    "no beginning": (no_beginning, 0),
    "empty": (empty, 0),
}


@pytest.fixture(scope="module")
def two(small_data, forging, tmp_path_factory):
    """A data folder with two builds; the days that each of them shows."""
    folder = tmp_path_factory.mktemp("two")
    root, site = shutil.copytree(small_data / "demo", folder / "demo"), folder / "site"
    shutil.copytree(small_data / "site", site)
    first = view(root).rows(small_site.DAYS)[0][0]
    small_site.offer(site, held(site).read_bytes(), 1)
    assert forging.run(root, site) == 0
    return root, site, first


def damaged(build, name):
    change, seed = DAMAGE[name]
    build.file.write_bytes(bytes(change(bytearray(build.file.read_bytes()), random.Random(seed))))


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_build_is_never_read_and_the_one_before_stands_in(name, two, tmp_path):
    root, first = shutil.copytree(two[0], tmp_path / "demo"), two[2]
    before = Builds(root).all()[1]
    damaged(Builds(root).current(), name)
    opened = Reader(root).view()
    assert opened.id == before.id
    assert opened.rows(small_site.DAYS)[0][0] == first


def test_there_are_sixty_of_them():
    assert len(DAMAGE) >= 60


@pytest.mark.parametrize(
    "name", ["cut, 0", "one bit, 0", "one bit, 7", "twenty bytes, 0", "a foreign page, 0", "empty"]
)
def test_the_next_refresh_makes_a_damaged_build_anew(name, two, forging, tmp_path):
    root = shutil.copytree(two[0], tmp_path / "demo")
    reader = Reader(root)
    damaged(Builds(root).current(), name)
    assert forging.run(root, two[1]) == 0
    assert whole(root)
    assert reader.view().rows(small_site.DAYS)[0][0] == two[2] + STEP


def test_without_another_build_a_damaged_one_shows_no_figures(two, tmp_path):
    root = shutil.copytree(two[0], tmp_path / "demo")
    current, before = Builds(root).all()
    shutil.rmtree(before.folder)
    damaged(current, "one bit, 3")
    assert Reader(root).view() is None


def test_a_damaged_manifest_is_no_reason_to_show_nothing(two, tmp_path):
    root = shutil.copytree(two[0], tmp_path / "demo")
    (Builds(root).current().folder / "manifest.json").write_text("{")
    assert Reader(root).view().rows(small_site.DAYS)[0][0] == two[2]


def test_nobody_can_go_back_to_a_damaged_build(two, tmp_path):
    root = shutil.copytree(two[0], tmp_path / "demo")
    current, before = Builds(root).all()
    damaged(before, "one bit, 5")
    with pytest.raises(NoSuchBuild, match="damaged"):
        Builds(root).roll_back(before.id)
    assert Builds(root).current_id() == current.id
