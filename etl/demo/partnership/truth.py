"""What the schemes of the example really did (section 5): the hidden truth behind every drawn value.

Effects on counts, rates and means are shares of the level; on proportions they are percentage points. They set in
over three months (thirds) from the month after start and lag. What stands in national files is in
``etl.demo.figures``: S07 on I02 (−12 %), S10 on I13 (−32 %), S11 on I01 social care (−15 %), S12 on I09 (−42 %),
and S19 on I01 NHS of Ambermoor, which has no effect and starts after a shock.
"""

from etl.demo.figures import Effect
from etl.demo.partnership.place import A, Q, S

EFFECTS: dict[tuple[str, str], tuple[Effect, ...]] = {
    ("I03", S): (Effect(-0.01, "2017-10"),),  # S01
    ("I03", Q): (Effect(-0.01, "2018-02"),),  # S02; S04 starts too late to show
    ("I05", Q): (Effect(0.38, "2017-11"),),  # S12: more long-term admissions
    ("I10", S): (Effect(0.70, "2017-11"),),  # S07
    ("I11", S): (Effect(14.0, "2017-12"),),  # S07; S08 has no effect and claims the same
    ("I12", Q): (Effect(-0.16, "2017-08"),),  # S10
    ("I15", S): (Effect(-4.8, "2017-10"),),  # S01
    ("I16", Q): (Effect(13.0, "2018-02"),),  # S02, from 71 to 84: it learns its work
    ("I17", A): (Effect(-0.28, "2017-10"),),  # S03
    ("I19", A): (Effect(18.0, "2018-02"),),  # S11
    ("I21", Q): (Effect(0.11, "2018-07"),),  # S17: 45 % of a quarter more
    ("I24", S): (Effect(12.0, "2017-12"),),  # S15
    ("I26", S): (Effect(7.0, "2017-11"),),  # S07
    ("I26", A): (Effect(3.0, "2018-01"),),  # S11
    ("I28", S): (Effect(9.0, "2017-10"),),  # S01
    ("I29", Q): (Effect(-7.0, "2017-09"),),  # S12: fewer people where they wanted to be
    ("I29", A): (Effect(5.0, "2017-11"),),  # S14
}
