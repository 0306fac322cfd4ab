"""The trends page: any indicator of any area as a control chart, with what the chart may say."""
