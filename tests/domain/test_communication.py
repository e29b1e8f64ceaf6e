"""When a row of contacts by another channel is worth a word."""

import pytest

from notebook.domain.communication import channels_as_text, channels_in, is_drifting
from notebook.domain.moments import Channel

CALL, EMAIL, FAX = Channel.CALL, Channel.EMAIL, Channel.FAX


@pytest.mark.parametrize(
    ("preferred", "newest", "chosen", "drifts"),
    [
        (EMAIL, [CALL, CALL], CALL, True),
        (EMAIL, [CALL, FAX], CALL, True),
        (EMAIL, [CALL], CALL, False),
        (EMAIL, [CALL, EMAIL], CALL, False),
        (EMAIL, [CALL, CALL], EMAIL, False),
        (EMAIL, [CALL, CALL, EMAIL], CALL, True),
        (None, [CALL, CALL], CALL, False),
    ],
)
def test_the_third_in_a_row_drifts(
    preferred: Channel | None, newest: list[Channel], chosen: Channel, *, drifts: bool
) -> None:
    assert is_drifting(preferred, newest, chosen) is drifts


def test_channels_are_kept_as_text_in_one_order() -> None:
    assert channels_as_text([FAX, CALL]) == "call fax"
    assert channels_in("call fax") == (CALL, FAX)
    assert channels_in("") == ()
