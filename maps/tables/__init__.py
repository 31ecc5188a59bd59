"""Files for other programs: the rows of a report as GIS layers, spreadsheets and plain text."""
