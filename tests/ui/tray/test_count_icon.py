"""The icon has its number, at every size and in both appearances."""

import pytest

from notebook.ui.icons import Icons
from notebook.ui.theme import Appearance
from notebook.ui.tray.count_icon import count_icon, count_pixmap


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("side", [16, 22, 64])
def test_numbers_look_different_and_end_at_99(
    icons: Icons, appearance: Appearance, side: int
) -> None:
    icons.theme.apply(appearance)
    drawn = [count_pixmap(icons, count, side).toImage() for count in (0, 1, 7, 42, 99)]
    assert all(one != other for one in drawn for other in drawn if one is not other)
    assert count_pixmap(icons, 100, side).toImage() == drawn[-1]
    assert not count_icon(icons, 3).isNull()
