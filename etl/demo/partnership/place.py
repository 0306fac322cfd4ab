"""The place: who it is, which councils it has, and the months of its data."""

from etl.demo.councils import AMBERMOOR, QUILLSHIRE, SALTMARROW, councils
from etl.demo.figures import MONTHS
from etl.local.upload import About

COUNCIL = {council.name: council for council in councils()[:3]}
CODE = {name: council.ons_code for name, council in COUNCIL.items()}
Q, A, S = CODE[QUILLSHIRE], CODE[AMBERMOOR], CODE[SALTMARROW]
BY_LETTER = {"Q": Q, "A": A, "S": S}
FIRST, LAST, AS_AT = MONTHS[0], MONTHS[-1], "2019-04"
ABOUT = About("Three Meres Partnership", (Q, A, S), AS_AT, "partnership analyst")
