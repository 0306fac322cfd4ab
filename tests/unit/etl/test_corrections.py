"""Reviewed corrections as files: a strict part of YAML, and what of it is refused."""

import pytest

from etl import corrections
from etl.corrections import NotACorrection, read, same

GOOD = """# reviewed
---
source: ae_england
release: 2018-01
sheet: "LA - by reason: all"
cell: AB17
expect: 1,302
value: 320
reason: >
  The total of the row
  counts one figure twice.

evidence: https://www.england.nhs.uk/statistics/notes
reviewed: 2026-11-20
"""


def test_a_correction_is_read_as_text():
    one = read("one.yml", GOOD)
    assert (one.source, one.release, one.sheet, one.cell) == ("ae_england", "2018-01", "LA - by reason: all", "AB17")
    assert (one.expect, one.value, one.reviewed) == ("1,302", "320", "2026-11-20")
    assert one.reason == "The total of the row counts one figure twice."
    assert (one.file, one.place) == ("corrections/one.yml", (16, 27))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("cell: AB17", "cell: 17AB"), "cell '17AB' is none; expected one such as F17"),
        (("cell: AB17\n", ""), "cell is missing"),
        (("cell: AB17", "cell: AB17\ncell: AB18"), "line 7: 'cell' stands twice"),
        (("value: 320", "value: 1302"), "value is what expect says already"),
        (("value: 320", "value:"), "value is missing"),
        (("value: 320", "value: [320]"), r"line 8: put '\[320\]' into double quotes"),
        (("value: 320", "value: 320 # as told"), "line 8: put '320 # as told' into double quotes"),
        (("value: 320", "amount: 320"), "line 8: 'amount' is not known; known are source, release"),
        (("value: 320", "value:\n  - 320"), "line 9: found '  - 320'; expected 'name: value'"),
        (('"LA - by reason: all"', '"LA\\n"'), "line 5: no escapes are read in quotes"),
        (('"LA - by reason: all"', "LA - by reason: all"), "line 5: put 'LA - by reason: all' into double quotes"),
        (("reason: >", "reason: |"), "line 9: put '|' into double quotes"),
        (("source:", "\tsource:"), "line 3: found"),
    ],
)
def test_anything_else_is_refused_with_its_line(change, said):
    with pytest.raises(NotACorrection, match=said):
        read("one.yml", GOOD.replace(*change))


def test_a_file_that_is_none_is_told_of_and_the_others_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(corrections, "FOLDER", tmp_path)
    (tmp_path / "good.yml").write_text(GOOD)
    (tmp_path / "bad.yml").write_text("source: ae_england\n")
    (tmp_path / "bytes.yml").write_bytes(b"\xff\xfe")
    (tmp_path / "README.md").write_text("no correction")
    found, messages = corrections.load()
    assert [one.name for one in found] == ["good.yml"]
    assert [(one.level, one.about) for one in messages] == [
        ("error", "corrections/bad.yml"),
        ("error", "corrections/bytes.yml"),
    ]
    assert messages[0].text.endswith("are missing. This correction is not applied.")


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("1,302", 1302.0, True),
        ("1302", "1302.0", True),
        ("-", " - ", True),
        ("-", "0", False),
        ("", "0", False),
        ("12 March", "13 March", False),
    ],
)
def test_cells_are_the_same_by_number_or_by_text(one, other, equal):
    assert same(one, other) is equal


def test_every_correction_that_is_kept_here_can_be_read():
    assert corrections.load()[1] == ()
