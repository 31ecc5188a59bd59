"""Named regions: what a definition says, what its members are, where its outline runs, and what lies in it.

``definition`` and ``definition_file`` hold and read what a TOML file says, ``members`` looks its codes up, ``shapes``
unites their boundaries, ``in_force`` gives the regions that count, and ``within`` joins places with them. ``own`` holds
a user's files; ``compose`` writes one and ``check`` tells what may surprise in it.
"""

__all__: list[str] = []
