"""What the example partnership promises of its series: readings, estimates near the truth, changes of the last year."""

Range = tuple[float, float]

# What must be said of a scheme and an indicator.
CODES = {
    "S01/I15": "working",
    "S01/I14": "process_only",
    "S01/I28": "working",
    "S01/I03": "cannot_tell",
    "S01/I04": "cannot_tell",
    "S02/I16": "process_only",
    "S02/I03": "cannot_tell",
    "S03/I17": "working",
    "S04/I03": "too_early",
    "S05/I03": "cannot_tell",
    "S07/I10": "working",
    "S07/I11": "working",  # then not separable, for S08 claims it too
    "S07/I02": "cannot_tell",
    "S07/I26": "working",
    "S07/I04": "cannot_tell",
    "S07/I05": "cannot_tell",
    "S09/I07": "no_effect",
    "S10/I12": "working",
    "S10/I13": "working",
    "S11/I19": "working",
    "S11/I01": "cannot_tell",
    "S11/I26": "cannot_tell",
    "S11/I05": "cannot_tell",
    "S12/I09": "working",
    "S12/I05": "worse",
    "S12/I29": "worse",
    "S13/I20": "cannot_tell",
    "S14/I29": "cannot_tell",
    "S14/I04": "cannot_tell",
    "S15/I24": "working",
    "S16/I18": "no_effect",
    "S19/I01": "cannot_tell",
}
# Estimate, and where it is promised its interval, in per cent or points.
NEAR: dict[str, tuple[Range, ...]] = {
    "S01/I15": ((-5.2, -4.4),),
    "S01/I28": ((8.0, 10.0),),
    "S01/I03": ((-3.0, 1.0),),
    "S01/I04": ((-0.8, 0.8),),
    "S02/I03": ((-2.5, 0.5),),
    "S03/I17": ((-30.0, -26.0),),
    "S07/I10": ((64.0, 76.0),),
    "S07/I11": ((12.5, 15.5),),
    "S05/I03": ((-2.5, 2.5),),
    "S07/I04": ((-0.8, 0.8),),
    "S07/I05": ((-10.0, 10.0),),
    "S07/I02": ((-18.0, -8.0),),
    "S07/I26": ((6.5, 7.5),),
    "S09/I07": ((-2.0, 2.0),),
    "S10/I12": ((-18.0, -14.0),),
    "S10/I13": ((-34.0, -30.0),),
    "S11/I19": ((16.5, 19.5),),
    "S11/I05": ((-10.0, 10.0),),
    "S11/I01": ((-20.0, -10.0),),
    "S11/I26": ((2.0, 4.0),),
    "S12/I09": ((-43.5, -40.5),),
    "S12/I05": ((35.0, 41.0),),
    "S12/I29": ((-7.05, -6.95), (-11.75, -11.65), (-2.45, -2.35)),
    "S13/I20": ((-10.0, 10.0),),
    "S14/I04": ((-0.8, 0.8),),
    "S15/I24": ((11.0, 13.0),),
    "S16/I18": ((-6.0, 6.0),),
    "S17/I21": ((7.0, 15.0),),
    "S19/I01": ((3.5, 6.5), (-12.0, -6.0), (22.0, 30.0)),
}
# The same without leaving out the months before the start (M17); only here the rule fires.
PLAIN: dict[str, tuple[Range, ...]] = {"S19/I01": ((-20.5, -17.5),)}
# Change of 2018-19 on the year before, per cent; of surveys the share of 2018-19.
YEAR: dict[str, Range] = {
    "I03/Quillshire": (2.9, 3.1),
    "I03/Ambermoor": (2.7, 3.3),
    "I03/Saltmarrow": (2.7, 3.3),
    "I05/Quillshire": (21.5, 22.5),
    "I05/Ambermoor": (-4.0, 4.0),
    "I05/Saltmarrow": (-4.0, 4.0),
    "I06/Quillshire": (81.0, 83.0),
    "I06/Ambermoor": (81.0, 83.0),
    "I06/Saltmarrow": (81.0, 83.0),
}
LEVEL: dict[str, Range] = {"I01/nhs/Ambermoor": (13.97, 14.1)}  # so that 14.6 is 4 per cent more
TOTAL: Range = (-9.4, -8.6)  # change of delayed days of the three councils together
