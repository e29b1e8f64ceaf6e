"""How lines of the notebook are named in every calendar, for ever."""

_HOME = "@relationship-notebook"


def uid_of(*parts: object) -> str:
    """Return the UID made of these parts: what kind of thing it is, and its id."""
    return "-".join(str(part).removesuffix(_HOME) for part in parts) + _HOME


def is_own_uid(uid: str) -> bool:
    """Return whether a notebook has made a UID."""
    return uid.endswith(_HOME)
