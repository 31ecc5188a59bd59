"""The scripts that make what ships in ``data/``: ``python -m data.build`` in a checkout."""
