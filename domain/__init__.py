"""The words of the product: indicators, areas, periods, reasons, statuses, breaks and events.

Standard library only; no input or output. Every other room may import this one.
"""
