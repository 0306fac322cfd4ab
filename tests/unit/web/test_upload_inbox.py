"""The inbox: random names, the same bytes, an hour, three at a time."""

import os
import time

import pytest

from web.upload_inbox import KEPT_SECONDS, LONGEST_NAME, MOST_FILES, Busy, Inbox, safe_name


@pytest.fixture
def inbox(tmp_path):
    found = Inbox(tmp_path)
    with found.turn():
        pass
    return found


def test_what_is_kept_is_found_by_its_token_and_its_bytes(inbox):
    kept = inbox.keep(b"abc", "book.xlsx", {"place": "Quillshire"})
    found = inbox.get(kept.token, kept.sha256)
    assert (found.name, found.place, found.file.read_bytes()) == ("book.xlsx", {"place": "Quillshire"}, b"abc")
    assert inbox.get(kept.token, "0" * 64) is None
    kept.file.write_bytes(b"abd")
    assert inbox.get(kept.token, kept.sha256) is None


@pytest.mark.parametrize("token", ["", "../../x", "a" * 31, "A" * 32, "\0" * 32, "/etc/passwd", "*" * 32])
def test_a_token_that_is_none_finds_and_drops_nothing(inbox, token):
    inbox.keep(b"abc", "book.xlsx", {})
    assert inbox.get(token, "") is None
    inbox.drop(token)
    assert len(list(inbox.folder.glob("*.bin"))) == 1


def test_nothing_is_left_of_what_was_dropped(inbox):
    kept = inbox.keep(b"abc", "book.xlsx", {})
    inbox.drop(kept.token)
    assert not [file for file in inbox.folder.iterdir() if file.suffix != ".lock"]


def test_what_nobody_confirmed_within_the_hour_is_removed(inbox):
    kept = inbox.keep(b"abc", "book.xlsx", {})
    old = time.time() - KEPT_SECONDS - 5
    for file in inbox.folder.iterdir():
        os.utime(file, (old, old))
    inbox.keep(b"abd", "other.xlsx", {})
    assert inbox.get(kept.token, kept.sha256) is None
    assert len(list(inbox.folder.glob("*.bin"))) == 1


def test_a_full_inbox_is_busy(inbox):
    for _ in range(MOST_FILES):
        inbox.keep(b"abc", "book.xlsx", {})
    with pytest.raises(Busy):
        inbox.keep(b"abc", "book.xlsx", {})


def test_the_fourth_at_a_time_is_told_that_it_is_busy(inbox):
    with inbox.turn(), inbox.turn(), inbox.turn(), pytest.raises(Busy), inbox.turn():
        pass
    with inbox.turn():
        pass


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("book.xlsx", "book.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\book.xlsx", "book.xlsx"),
        ("a\0b.xlsx", "ab.xlsx"),
        ("..", ""),
        ("", ""),
        ("   ", ""),
        ("/", ""),
        ("-rf.xlsx", "-rf.xlsx"),
        ("gpj.\u202exslx.xlsx", "gpj.xslx.xlsx"),
        ("a\r\nSet-Cookie: x.csv", "aSet-Cookie: x.csv"),
    ],
)
def test_a_name_keeps_what_can_be_seen_and_no_folder(given, safe):
    assert safe_name(given) == safe


def test_a_long_name_keeps_its_end():
    name = safe_name("x" * 5_000 + ".xlsx")
    assert len(name) <= LONGEST_NAME
    assert name.endswith("….xlsx")
    assert len(safe_name("y" * 5_000)) <= LONGEST_NAME
    assert len(safe_name("y." + "z" * 5_000)) <= LONGEST_NAME
