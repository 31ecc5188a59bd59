"""Keys and passwords: they are never read from a file and never shown."""

import re

__all__ = ["is_secret"]

# Some services know who asks by a name or a number alone, and count what is asked for it.
_SECRET = re.compile(
    r"key|token|secret|passw|pwd|credential|auth|app_?code|user_?name|app_?id|client_?id", re.IGNORECASE
)


def is_secret(name: str) -> bool:
    """Say whether a setting of this name holds a key or a password.

    Parameters
    ----------
    name
        The last part of its name.

    Examples
    --------
    >>> is_secret("api_key"), is_secret("access_token"), is_secret("domain")
    (True, True, False)
    """
    return _SECRET.search(name) is not None
