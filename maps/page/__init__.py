"""The page: a report as one HTML file that opens offline, with every word in one inert block."""
