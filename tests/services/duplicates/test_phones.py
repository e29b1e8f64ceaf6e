"""Numbers are compared as a telephone dials them."""

import pytest

from notebook.services.duplicates.phones import is_international, same_number


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+49 30 1234567", "030 1234567", True),
        ("0049 30 1234567", "030/123 45 67", True),
        ("+49 (0)30 1234567", "(030) 1234567", True),
        ("+1 415 555 2671", "(415) 555-2671", True),
        ("030 1234567", "030-1234567", True),
        ("+43 1 2345678", "+49 1 2345678", False),
        ("030 1234567", "040 1234567", False),
        ("030 1234567", "1234567", False),
        ("ask Ana", "030 1234567", False),
        ("", "", False),
    ],
)
def test_the_same_number_in_two_spellings(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same
    assert same_number(other, one) is same


def test_which_numbers_say_their_country() -> None:
    assert [each for each in ("+49 30", "0049 30", "030") if is_international(each)] == [
        "+49 30",
        "0049 30",
    ]
