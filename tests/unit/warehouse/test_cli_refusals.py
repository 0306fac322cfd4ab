"""``python -m warehouse series`` refuses with exit code 2 and says what to ask for instead."""

import pytest

from tests.unit.warehouse.commands import run
from warehouse import cli


@pytest.fixture
def asked(demo_root, monkeypatch, capsys):
    """Run the command line in this process over the demonstration; exit code, output, errors."""

    def ask(*arguments):
        monkeypatch.setenv("DATA_DIR", str(demo_root.parent))
        monkeypatch.setenv("SOURCES", "demo")
        try:
            code = cli.run(["series", *arguments])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return ask


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(
            ("--indicator", "dtoc_bed", "--area", "England"),
            ["unknown indicator 'dtoc_bed'", "dtoc_beds", "dtoc_days"],
            id="an indicator that is nearly right",
        ),
        pytest.param(
            ("--indicator", "zzzz", "--area", "England"),
            ["unknown indicator 'zzzz'", "dtoc_beds", "emergency_admissions"],
            id="an indicator like none",
        ),
        pytest.param(
            ("--indicator", "dtoc_beds", "--area", "England", "--area", "Quilshire"),
            ["unknown area 'Quilshire'", "Quillshire (E10999001)"],
            id="an area that is nearly right",
        ),
        pytest.param(
            ("--indicator", "zzzz", "--area", "all"),
            ["unknown indicator 'zzzz'"],
            id="an unknown indicator for all areas",
        ),
        pytest.param(
            ("--indicator", "dtoc_beds", "--area", "Quillshire", "--body", "social_care", "--reason", "E"),
            ["body x reason is not published for Quillshire", "England (E92000001)"],
            id="a cross for a council",
        ),
        pytest.param(
            ("--indicator", "dtoc_days", "--area", "The Meres", "--reason", "E", "--care", "acute"),
            ["reason x care is not published for The Meres", "England (E92000001)"],
            id="a cross for a region",
        ),
        pytest.param(
            ("--indicator", "emergency_admissions", "--area", "Quillshire"),
            ["not published for Quillshire", "England (E92000001)"],
            id="emergency care for a council",
        ),
        pytest.param(
            ("--indicator", "ae_attendances", "--area", "England", "--body", "nhs"),
            ["ae_attendances has no body"],
            id="a split that emergency care does not have",
        ),
        pytest.param(
            ("--indicator", "ae_attendances", "--area", "all", "--reason", "A"),
            ["ae_attendances has no reason"],
            id="a split that emergency care does not have, for all areas",
        ),
        pytest.param(
            ("--indicator", "dtoc_beds", "--area", "England", "--from", "2017"), ["--from", "2017"], id="no month"
        ),
        pytest.param(("--indicator", "dtoc_beds", "--area", "England", "--body", "nobody"), ["nobody"], id="no body"),
        pytest.param(("--indicator", "dtoc_beds", "--area", "England", "--reason", "P"), ["P"], id="no reason"),
        pytest.param(("--indicator", "dtoc_beds"), ["--area"], id="no area"),
    ],
)
def test_what_cannot_be_answered_exits_2_prints_no_figures_and_says_why(asked, arguments, words):
    code, out, err = asked(*arguments)
    assert code == 2
    assert out == ""
    assert all(word in err for word in words), err


def test_a_cross_that_is_published_for_england_is_answered(asked):
    code, out, _ = asked("--indicator", "dtoc_beds", "--area", "England", "--body", "social_care", "--reason", "E")
    assert code == 0
    assert len(out.splitlines()) == 49


def test_a_cross_for_all_areas_is_answered_where_it_is_published(asked):
    code, out, _ = asked(
        "--indicator", "dtoc_days", "--area", "all", "--body", "nhs", "--reason", "A", "--from", "2019-03"
    )
    assert code == 0
    assert [line.split(",")[0] for line in out.splitlines()[1:]] == ["E92000001"]


def test_a_window_without_months_prints_the_header_only_and_says_so(asked):
    code, out, err = asked("--indicator", "dtoc_beds", "--area", "England", "--from", "2030-01")
    assert code == 0
    assert out.splitlines() == ["area_code,period,value,unit,status,vintage,source"]
    assert "no months in this window" in err


def test_exit_codes_reach_the_shell(demo_root, tmp_path):
    unknown = run(demo_root.parent, "series", "--indicator", "dtoc_bed", "--area", "England")
    assert (unknown.code, unknown.out) == (2, "")
    assert "dtoc_beds" in unknown.err
    assert "Traceback" not in unknown.err
    empty = run(tmp_path, "series", "--indicator", "dtoc_beds", "--area", "England")
    assert (empty.code, empty.out) == (4, "")
    assert "there is no warehouse yet" in empty.err


def test_a_bad_setting_stops_with_one_sentence(demo_root):
    answer = run(demo_root.parent, "series", "--indicator", "dtoc_beds", "--area", "England", sources="sometimes")
    assert (answer.code, answer.out) == (2, "")
    assert "SOURCES is set to 'sometimes'" in answer.err
    assert len(answer.err.splitlines()) == 1
