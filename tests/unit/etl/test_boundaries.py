"""Answers of the boundaries' interface: pages put together, errors that come as answers, and areas that cannot be."""

import json

import pytest

from etl.fetch import FetchFailed
from etl.problems import FileRefused, NotThisPublication
from etl.sources import boundaries

AREAS = [(f"E0699900{n}", f"Place {n}", -1.0 - n / 10, 51.0 + n / 10) for n in range(1, 6)]


def feature(code, name, longitude, latitude, year="24"):
    properties = {f"CTYUA{year}CD": code, f"CTYUA{year}NM": name, "LONG": longitude, "LAT": latitude}
    return {"type": "Feature", "geometry": None, "properties": properties}


def answer(areas=AREAS, *, more=False, year="24"):
    whole = {"type": "FeatureCollection", "features": [feature(*area, year) for area in areas]}
    return json.dumps(whole | ({"exceededTransferLimit": True} if more else {})).encode()


class Portal:
    """Answers with at most ``cap`` areas; knows one service."""

    def __init__(self, cap, service="December_2024", count=5):
        self.cap, self.service, self.count = cap, service, count

    def page(self, url):
        raise AssertionError(url)

    def text(self, url):
        if self.service not in url:
            return json.dumps({"error": {"code": 400, "message": "Invalid URL"}})
        if "returnCountOnly=true" in url:
            return json.dumps({"count": self.count})
        return answer(AREAS[: self.cap], more=self.cap < len(AREAS)).decode()


def test_codes_names_and_centres_are_read_and_the_year_is_in_the_field_names():
    parsed = boundaries.parse(answer(year="19"))
    assert parsed.key == "2019"
    assert parsed.tables["boundaries"] == {
        "code": [area[0] for area in AREAS],
        "name": [area[1] for area in AREAS],
        "longitude": [area[2] for area in AREAS],
        "latitude": [area[3] for area in AREAS],
    }
    assert parsed.rows == len(AREAS)


def test_answers_that_came_in_pages_are_one_edition():
    data = answer(AREAS[:2], more=True) + answer(AREAS[2:4], more=True) + b"\n" + answer(AREAS[4:])
    assert boundaries.parse(data).tables == boundaries.parse(answer()).tables


@pytest.mark.parametrize(("cap", "pages"), [(9, 0), (5, 0), (2, 2), (1, 4)])
def test_as_many_pages_are_asked_for_as_the_first_answer_leaves_over(cap, pages):
    found = boundaries.discover(Portal(cap))
    assert [len(candidate.pages) for candidate in found.candidates] == [pages]
    assert [message.level for message in found.messages] == ["note"] * 3


def test_a_portal_that_knows_no_edition_is_an_error():
    found = boundaries.discover(Portal(5, service="nothing"))
    assert found.candidates == ()
    assert found.messages[-1].level == "error"


def test_a_portal_that_cannot_be_reached_is_an_error():
    class Silent(Portal):
        def text(self, url):
            raise FetchFailed(f"{url}: no answer")

    assert boundaries.discover(Silent(5)).messages[-1].level == "error"


def test_a_count_that_would_take_too_many_pages_is_not_followed():
    assert boundaries.discover(Portal(1, count=10_000)).candidates == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!DOCTYPE html>",
        b"[1, 2]",
        b"{",
        b'{"error": {"code": 400, "message": "Invalid"}}',
        b'{"features": 4}',
        b'{"features": [4]}',
        b"[" * 100_000,
    ],
)
def test_bytes_that_are_no_answer_are_turned_away_at_the_door(data):
    with pytest.raises(FileRefused):
        boundaries.sniff(data)


@pytest.mark.parametrize(
    ("area", "where"),
    [
        (("E0699", "Short", -1.0, 51.0), "area 6"),
        (("E06999009", "", -1.0, 51.0), "area 6"),
        (("E06999009", "Far", -100.0, 51.0), "area 6, E06999009"),
        (("E06999009", "Far", -1.0, 91.0), "area 6, E06999009"),
        (("E06999009", "Odd", "west", 51.0), "area 6, E06999009"),
    ],
)
def test_an_area_that_cannot_be_is_refused_with_its_place(area, where):
    with pytest.raises(FileRefused) as problem:
        boundaries.parse(answer([*AREAS, area]))
    assert problem.value.where == where


def test_an_answer_that_says_that_more_follow_is_refused():
    with pytest.raises(FileRefused) as problem:
        boundaries.parse(answer(more=True))
    assert problem.value.where == "the last page"


def test_areas_of_another_kind_are_another_publication():
    with pytest.raises(NotThisPublication):
        boundaries.parse(answer().replace(b"CTYUA", b"WARDS"))


def test_an_area_twice_is_refused():
    with pytest.raises(FileRefused):
        boundaries.check(boundaries.parse(answer([*AREAS, AREAS[0]])))


def real(year, *, add=(), drop=()):
    """As many councils as England has, with codes that no change touches; some added and dropped."""
    codes = [f"E09{n:06d}" for n in range(1, 34)] + [f"E08{n:06d}" for n in range(101, 212)]
    areas = [(code, code, -1.0, 52.0) for code in [*codes, *add] if code not in drop]
    return boundaries.parse(answer(areas, year=year[2:]))


def test_an_edition_with_as_many_councils_as_england_has_passes():
    boundaries.check(real("2024"))


@pytest.mark.parametrize(
    ("year", "code", "said"), [("2024", "E10000006", "ended in 2023"), ("2019", "E06000065", "began in 2023")]
)
def test_a_council_that_had_ended_or_had_not_begun_is_refused(year, code, said):
    with pytest.raises(FileRefused) as problem:
        boundaries.check(real(year, add=[code]))
    assert said in problem.value.found


def test_too_few_councils_are_refused():
    with pytest.raises(FileRefused):
        boundaries.check(real("2024", drop=[f"E08{n:06d}" for n in range(101, 111)]))
