"""Links of pages as publishers write them."""

import pytest

from etl.listing import Link, links, plain


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param('<a href="a.xls">One</a>', [("a.xls", "One")], id="plain"),
        pytest.param("<A HREF=a.xls>One</A>", [("a.xls", "One")], id="capitals without quotes"),
        pytest.param('<a href="a.xls">A&amp;E &ndash; data</a>', [("a.xls", "A&E - data")], id="entities"),
        pytest.param('<a href="a.xls?x=1&amp;y=2">One</a>', [("a.xls?x=1&y=2", "One")], id="entities in an address"),
        pytest.param('<a href="a.xls">2017\u201118 \u2013 May</a>', [("a.xls", "2017-18 - May")], id="dashes"),
        pytest.param('<a href="a.xls">Total&nbsp;&#160; Days</a>', [("a.xls", "Total Days")], id="no-break spaces"),
        pytest.param('<a href="a.xls">\n Total\n\t Days </a>', [("a.xls", "Total Days")], id="line breaks"),
        pytest.param('<a href="a.xls"><b>To</b><i>tal</i></a>', [("a.xls", "Total")], id="tags inside"),
        pytest.param('<a href="a.xls">One<a href="b.xls">Two</a>', [("a.xls", "One"), ("b.xls", "Two")], id="no end"),
        pytest.param('<p><a href="a.xls">One', [("a.xls", "One")], id="the page breaks off"),
        pytest.param('<a name="top">Top</a><a href="a.xls">One</a>', [("a.xls", "One")], id="an anchor"),
        pytest.param('<a href="">Here</a><a href>There</a>', [], id="no address"),
        pytest.param('<a href="a.xls"></a>', [("a.xls", "")], id="no text"),
        pytest.param('<a href="a">1</a><a href="a">1</a>', [("a", "1"), ("a", "1")], id="repeated"),
        pytest.param('<!-- <a href="old.xls">Old</a> --><a href="a">1</a>', [("a", "1")], id="a comment"),
        pytest.param('<script>"<a href=x>"</script><a href="a">1</a>', [("a", "1")], id="a script"),
        pytest.param("<p>No link", [], id="none"),
        pytest.param("", [], id="an empty page"),
    ],
)
def test_links_are_read_from_untidy_pages(html, found):
    assert [(link.href, link.text) for link in links(html)] == found


@pytest.mark.parametrize(
    ("html", "heading"),
    [
        ('<h3>May 2015</h3><p><a href="a">1</a>', "May 2015"),
        ('<p><strong>May&nbsp;2015</strong><br><a href="a">1</a>', "May 2015"),
        ('<p><b>May 2015</b></p><a href="a">1</a>', "May 2015"),
        ('<h2>2015-16</h2><b>May 2015</b><a href="a">1</a>', "May 2015"),
        ('<h3><strong>May 2015</strong></h3><a href="a">1</a>', "May 2015"),
        ('<h3>May 2015</h3><h3> </h3><a href="a">1</a>', "May 2015"),
        ('<h3>May 2015</h3><a href="z"><b>Bold link</b></a><a href="a">1</a>', "May 2015"),
        ('<a href="a">1</a><h3>May 2015</h3>', ""),
    ],
)
def test_a_link_knows_the_last_heading_above_it(html, heading):
    assert links(html)[-1] == Link("a", "1", heading)


def test_plain_text_has_one_kind_of_space_and_of_dash():
    assert plain(" I)\u00a0Housing\u2009\u2013 a\u2212b\u2014c \n") == "I) Housing - a-b-c"
