"""Every page keeps the contract: it renders in every state, with any query, from accessible components."""

import pkgutil
from collections import Counter

import dash
import pytest

import pages as pages_folder
from tests.unit.components import walk

# ACCESSIBILITY.md section 3; measured inaccessible
BANNED = {
    ("dash_core_components", name)
    for name in (
        "Dropdown",
        "Tabs",
        "Tab",
        "DatePickerSingle",
        "DatePickerRange",
        "RadioItems",
        "Checklist",
        "Slider",
        "RangeSlider",
        "Upload",
    )
} | {("dash_table", "DataTable"), ("dash_bootstrap_components", "Tabs"), ("dash_bootstrap_components", "Badge")}
QUERIES = [
    {},
    {"from": "2016-10", "to": "2018-01"},
    {"from": "2018-01", "to": "2018-01"},
    {"from": "2018-01", "to": "2016-10"},
    {"from": "1990-01", "to": "1991-01"},
    {"from": "yesterday", "to": "\x00"},
    {"from": ["2016-10", "x"], "to": []},
    {"from": None, "to": 7, "x": {"a": 1}, "": ""},
    {"utm_source": "x" * 9000, "from": "\ud800"},
    {"area": "E10999001", "measure": "delayed_days", "as": "rate", "compare": "region", "profile": "nhsr"},
    {"area": "nowhere", "measure": "nothing", "as": "x", "limits": "9", "rebase": "2017-13", "to": "1990-01"},
    {"measure": "emergency_admissions", "area": "E10999001", "limits": "all", "widened": "yes"},
    {"rebase": "2017-04", "reason": "=1+1", "author": "<b>", "q": "quill"},
    {"area": "England"},
    {"area": "Isle of Nowhere", "from": "2017-02"},
    {"area": ["Quillshire", "Saltmarrow"], "to": "2018-01"},
    {"area": "9900"},
    {"area": {"a": 1}, "from": "2018-01"},
    {"area": "\ud800" * 5000},
    {"area": None},
    {"area": "Quillshire", "as": "count", "draw": "lines", "from": "2017-02", "to": "2018-01"},
    {"area": "England", "as": "rate"},
    {"area": "Quillshire", "vintage": "first"},
    {"area": "Quillshire", "vintage": "2018-06-14", "to": "2018-01"},
    {"area": "Quillshire", "vintage": ["soon", "\x00"]},
    {"vintage": "1990-01-01"},
    {"as": ["pints"], "draw": {"a": 1}},
    {"q": "shire", "page": "/strategic/trends", "measure": "\ud800"},
]
MODULES = sorted(
    module.name.removeprefix("pages.")
    for module in pkgutil.walk_packages(pages_folder.__path__, "pages.")
    if not module.ispkg
)
each_page = pytest.mark.parametrize("module", MODULES)
each_query = pytest.mark.parametrize("query", QUERIES, ids=lambda query: ascii(query)[:40])


def _page(module: str) -> dict:
    return dash.page_registry[f"pages.{module}"]


@pytest.fixture(params=["figures", "none"])
def state(request):
    """With and without a warehouse."""
    return request.getfixturevalue("client" if request.param == "figures" else "empty")


@each_page
def test_a_file_of_the_folder_is_a_page_with_a_title(client, module):
    page = _page(module)
    assert callable(page["layout"])
    assert page["title"]


@each_page
@each_query
def test_a_page_renders_in_every_state_with_any_query(state, module, query):
    layout = _page(module)["layout"](**query)
    assert len(walk.of(layout, "H1")) == 1
    assert walk.words(layout).strip()


@each_page
def test_a_page_carries_its_own_title_for_the_document(state, module):
    layout = _page(module)["layout"]()
    titles = [walk.properties(c)["data-title"] for c in walk.every(layout) if "data-title" in walk.properties(c)]
    assert len(titles) == 1
    assert titles[0].endswith("Interface Monitor")


def test_titles_of_pages_are_different(client):
    titles = [page["title"] for page in dash.page_registry.values()]
    assert len(set(titles)) == len(titles)


@each_page
def test_no_page_uses_a_component_that_was_measured_inaccessible(state, module):
    for component in walk.every(_page(module)["layout"]()):
        assert (component._namespace, component._type) not in BANNED
        assert not getattr(component, "dangerously_allow_html", False)


def test_ids_are_used_once_over_all_pages_and_the_shell(client, site):
    layouts = [site.layout(), *(page["layout"]() for page in dash.page_registry.values())]
    counts = Counter(name for layout in layouts for name in walk.ids(layout))
    assert not [name for name, count in counts.items() if count > 1]


def test_every_callback_speaks_of_components_that_some_page_has(client, site):
    asked = {"scheme_id": "S12"}  # of the pages that name what they show in their path
    known = {name for page in dash.page_registry.values() for name in walk.ids(page["layout"](**asked))}
    known |= set(walk.ids(site.layout()))
    for output, callback in site.callback_map.items():
        used = {name.rsplit(".", 1)[0] for name in output.strip(".").split("...")}
        used |= {part["id"] for part in (*callback["inputs"], *callback["state"])}
        assert used <= known
        assert "@" not in output  # a duplicate output would carry one


@each_page
def test_no_list_of_children_holds_another_list(state, module):
    for component in walk.every(_page(module)["layout"]()):
        children = getattr(component, "children", None)
        if isinstance(children, list | tuple):  # React refuses to draw lists in lists, and Dash then tries for ever
            assert not [child for child in children if isinstance(child, list | tuple)]


@each_page
def test_every_field_has_a_label(state, module):
    layout = _page(module)["layout"]()
    labelled = {label.htmlFor for label in walk.of(layout, "Label")}
    fields = [
        field.id
        for kind in ("Select", "Input", "Textarea", "Progress")
        for field in walk.of(layout, kind)
        if getattr(field, "type", "") != "hidden"
    ]
    assert set(fields) <= labelled


@each_page
def test_headings_step_down_one_level_at_a_time(state, module):
    kinds = [type(component).__name__ for component in walk.every(_page(module)["layout"]())]
    levels = [int(kind[1]) for kind in kinds if kind in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


@each_page
def test_every_table_has_a_caption_and_scrolls_in_a_named_region(state, module):
    layout = _page(module)["layout"]()
    regions = [part for part in walk.every(layout) if getattr(part, "role", None) == "region"]
    assert sum(len(walk.of(region, "Table")) for region in regions) == len(walk.of(layout, "Table"))
    for table in walk.of(layout, "Table"):
        assert walk.words(walk.of(table, "Caption"))
    for region in regions:
        assert walk.properties(region)["aria-label"]
        assert region.tabIndex == 0


@each_page
def test_every_drawing_is_an_image_with_a_name_hidden_inside(client, module):
    layout = _page(module)["layout"]()
    images = [part for part in walk.every(layout) if getattr(part, "role", None) == "img"]
    named = set(walk.ids(layout))
    assert sum(len(walk.of(image, "Graph")) for image in images) == len(walk.of(layout, "Graph"))
    for image in images:
        assert walk.properties(image)["aria-labelledby"] in named


@each_page
def test_every_link_inside_the_site_leads_somewhere(client, module):
    links = {link.href for kind in ("A", "Link") for link in walk.of(_page(module)["layout"](), kind)}
    assert not [href for href in links if not href.startswith(("/", "#"))]
    for href in links:
        if href.startswith("/"):
            assert client.get(href, follow_redirects=True).status_code == 200, href


def test_the_navigation_lists_pages_that_exist_in_order(client, site):
    nav = walk.of(walk.of(walk.of(site.layout(), "Header"), "Nav"), "Link")
    paths = {page["path"] for page in dash.page_registry.values()}
    assert [walk.words(link) for link in nav] == [
        "National",
        "Board",
        "Strategic",
        "Operational",
        "Personal",
        "Snapshots",
        "Data",
        "Upload",
    ]
    assert {link.href for link in nav} <= paths


@each_page
def test_a_page_of_demonstration_data_says_so_first(client, module):
    said = walk.words(_page(module)["layout"]())
    if module != "not_found_404":
        assert said.startswith("Demonstration data — not real figures.")


@pytest.mark.parametrize("module", ["methods", "methods_claims", "glossary", "accessibility"])
def test_a_page_of_real_words_does_not_call_them_invented(client, module):
    banner = walk.words(_page(module)["layout"]())[:200]
    assert "every number on this page" not in banner


def test_a_window_that_ends_before_the_wall_does_not_say_that_the_count_ends_there(client):
    heads = [walk.words(one) for one in walk.of(_page("home")["layout"](), "H2")]
    assert [words for words in heads if words.startswith("The count of delays ended in February 2020.")]


def test_the_page_for_unknown_addresses_says_what_to_do(client):
    layout = _page("not_found_404")["layout"]()
    assert walk.words(walk.of(layout, "H1")) == "There is no page at this address"
    assert [link.href for link in walk.of(layout, "Link")] == ["/"]
