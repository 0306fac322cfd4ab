"""The accessibility statement: what is aimed at, what was tested and how, and what is known not to work."""

from dataclasses import dataclass

RELEASE = "0.1.0"
PREPARED = "November 2026"  # of the release, and not of the day on which the page is read


@dataclass(frozen=True)
class Part:
    """A section: address, heading, paragraphs, and points in a list."""

    id: str
    heading: str
    said: tuple[str, ...]
    points: tuple[str, ...] = ()


PARTS = (
    Part(
        "aim",
        "What is aimed at",
        (
            "This site aims at the Web Content Accessibility Guidelines 2.2, level AA. It has not been audited by "
            "anyone outside, and no formal claim of conformance is made.",
        ),
        (
            "Every chart has a finding in words, a table with the same numbers, and a CSV.",
            "Everything can be done with a keyboard; the focus is always seen.",
            "Text can be made twice as large, and pages work at a width of 320 pixels without scrolling sideways; "
            "wide tables scroll in a frame of their own.",
            "No meaning is carried by colour alone: shapes and words come first.",
            "Nothing moves by itself, nothing times out, and no request goes to another host.",
        ),
    ),
    Part(
        "tested",
        "How it is tested",
        ("These tests run on every change, in a headless Chromium, on demonstration figures and on published ones:",),
        (
            "axe-core, with the rules of WCAG 2.0, 2.1 and 2.2 A and AA and its best practices: no violation on any "
            "page at 1280, 768 and 320 pixels, with everything opened.",
            "Keyboard: the skip link, the navigation, every control, the tables; the heading takes the focus after a "
            "move to another page.",
            "Width and size: no page scrolls sideways at 320 pixels; the national page also with text twice as large.",
            "Settings of the system: reduced motion and forced colours are respected.",
            "Structure: one main heading, headings in order, a caption and headers for every table, a label for every "
            "field, a name for every chart.",
        ),
    ),
    Part(
        "limits",
        "What is known not to work",
        (),
        (
            "Charts are images to a screen reader: the drawing is hidden from it, and the table beside it holds the "
            "numbers. Values that appear at the pointer appear there only in the drawing; all are in the table.",
            "Pages are drawn with JavaScript. Without it there is a note with links to tables as CSV, and no page.",
            "The contrast of text inside drawings is set from tested colours; axe cannot measure it there.",
            "Long tables of months are long also for a screen reader; the CSV may be easier.",
            "No test with people who use assistive technology, and none with a screen reader by hand, is on record "
            "for this release. Other browsers than Chromium are not part of the tests.",
            "The publishers’ own workbooks are theirs; they are linked to in words and not made accessible here.",
        ),
    ),
    Part(
        "report",
        "How to report a problem",
        (
            "Tell whoever runs this site, and say which page, what you tried, and which browser and assistive "
            "technology you use. The same figures can be asked for in another form: every table is a CSV, and the "
            "glossary and the methods are plain text.",
            "This statement comes with the software, which can be run by anyone, so it names no address. Whoever runs "
            "it should add theirs here.",
        ),
    ),
)
