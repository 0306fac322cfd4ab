"""One council under several codes: months before July 2015, and the code 809 that was passed on."""

import pytest

from tests.spec.tiny import councils, warehouse
from warehouse.queries import areas as area_queries
from warehouse.queries.series import Ask, series

WITHOUT_ONS = """
    period  | nhs  | name        | value
    2011-04 | DM01 | Alder UA    | 30
    2015-06 | DM01 | Alder UA    | 60
    2015-06 | DM09 | Never again | 90
"""
WITH_ONS = """
    period  | nhs  | ons       | name  | value
    2015-07 | DM01 | E06999001 | Alder | 31
    2018-01 | DM01 | E06999001 | Alder | 62
"""
DORSET = """
    period  | nhs | ons       | name      | region     | value
    2015-06 | 809 |           | Dorset    | South West | 1
    2019-04 | 809 | E10000009 | Dorset    | South West | 2
    2019-05 | 809 | E06000059 | Dorset UA | South West | 3
"""

ELDER = """
    period  | nhs  | ons       | name  | value
    2018-01 | DM04 | E06999004 | Elder | 4
    2018-02 | DM05 | E10999005 | Elder | 5
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(
        tmp_path_factory.mktemp("codes"), *councils(WITHOUT_ONS), *councils(WITH_ONS), *councils(DORSET, name="Dorset")
    )


def days(view, code):
    return {o.period: o.value for o in series(view, Ask("dtoc_days"), [code])}


def test_months_before_the_first_ons_code_belong_to_the_same_council(view):
    assert days(view, "E06999001") == {"2011-04": 30, "2015-06": 60, "2015-07": 31, "2018-01": 62}
    assert days(view, "DM01") == {}


def test_a_code_that_never_got_an_ons_code_keeps_its_own(view):
    assert days(view, "DM09") == {"2015-06": 90}
    area = area_queries.by_code(view, "DM09")
    assert (area.name, area.type) == ("Never again", "council")


def test_one_nhs_code_belongs_to_two_councils_by_date(view):
    assert days(view, "E10000009") == {"2015-06": 1, "2019-04": 2}
    assert days(view, "E06000059") == {"2019-05": 3}


def test_the_council_that_goes_on_is_found_by_the_name_that_both_share(view):
    assert area_queries.find(view, "dorset").code == "E06000059"
    assert area_queries.find(view, "E10000009").code == "E10000009"


def test_the_council_that_goes_on_is_found_whichever_code_sorts_first(tmp_path):
    assert area_queries.find(warehouse(tmp_path, *councils(ELDER)), "Elder").code == "E10999005"


def test_a_council_knows_its_first_and_last_month(view):
    area = area_queries.by_code(view, "E06999001")
    assert (area.first_period, area.last_period, area.name) == ("2011-04", "2018-01", "Alder")
