"""The trends page: what can be chosen, the controls, and what stands beside the chart."""
