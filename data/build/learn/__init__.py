"""Learning the numbers that the recognizer and the resolver weigh with; ``python -m data.build.learn`` runs it."""
