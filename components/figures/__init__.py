"""Figures as plain specifications, one function a figure; only scatter, bar and pie traces (basic bundle)."""

from components.figures.admissions import admissions_chart
from components.figures.care import care_chart
from components.figures.control import control_chart
from components.figures.delays import delays_chart
from components.figures.pressure import pressure_chart

FIGURES = (delays_chart, admissions_chart, pressure_chart, control_chart, care_chart)
TRACE_TYPES = ("scatter", "bar", "pie")
