"""Whether a scheme moved what it was meant to move (METHODS M13 to M21).

Windows, power, selection, descriptive designs and verdicts need the standard library only. numpy is imported by
``student``, ``gls``, ``its``, ``controlled``, ``variation`` and ``placebo_dates``, which run where a build is made;
pages read what they found.
"""
