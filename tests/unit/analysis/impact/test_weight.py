"""What pages may import of the statistics of schemes does not bring numpy."""

import subprocess
import sys

LIGHT = ("effect", "window", "selection", "power", "placebo", "descriptive", "facts", "reasons", "verdict", "summary")


def test_verdicts_and_descriptions_need_no_numpy():
    names = ", ".join(f"analysis.impact.{name}" for name in LIGHT)
    others = "analysis.funnel, analysis.peers, analysis.plan, analysis.room, analysis.spend, analysis.survey"
    code = f"import {names}, {others}, analysis.disclosure.protect, sys; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
