"""Whether two telephone numbers, as people write them, are the same one."""

from notebook.domain.text import digits


def same_number(one: str, other: str) -> bool:
    """Whether two numbers reach the same telephone: 030 1234567 is +49 (0)30 123 45 67.

    A number without a country is taken to be in the country of the other one.
    """
    mine, theirs = _dialled(one), _dialled(other)
    if digits(mine) == digits(theirs):
        return bool(digits(mine))
    import phonenumbers  # takes a while, and only who looks for such pairs needs it

    match = phonenumbers.is_number_match(mine, theirs)
    return match in (phonenumbers.MatchType.EXACT_MATCH, phonenumbers.MatchType.NSN_MATCH)


def is_international(number: str) -> bool:
    """Whether a number says its country."""
    return _dialled(number).startswith("+")


def _dialled(number: str) -> str:
    number = number.strip().replace("(0)", "")
    return "+" + number[2:] if number.startswith("00") else number
