"""How each source's packs are made: what is fetched for them, and what becomes of it."""
