"""What a map shows and where: the view, the basemap under the story, the names on it; for pages and pictures alike."""
