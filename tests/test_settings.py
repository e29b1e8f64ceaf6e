"""Settings: typed, whole or not at all, and never a reason not to start."""

from pathlib import Path

import pytest

from notebook.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_was_chosen_is_there_after_a_restart(path: Path) -> None:
    settings = Settings(path)
    settings.set("appearance", "dark")
    settings.set("splitter", [260, 640])
    settings.set("panel", value=False)
    settings.save()

    again = Settings(path)
    assert again.get("appearance", "system") == "dark"
    assert again.get("splitter", [1, 2]) == [260, 640]
    assert again.get("panel", default=True) is False
    assert [child.name for child in path.parent.iterdir()] == ["settings.json"]


def test_nothing_is_lost_when_the_file_is_missing(path: Path) -> None:
    assert Settings(path).get("appearance", "system") == "system"


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[1, 2]", b""])
def test_a_broken_file_gives_defaults_and_is_kept(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get("appearance", "system") == "system"
    assert path.with_name("settings.json.broken").read_bytes() == content
    settings.save()
    assert path.exists()


@pytest.mark.parametrize("odd", ['"wide"', "[1, null]", "[true]", "3.5", "null"])
def test_a_value_of_another_kind_is_the_default(path: Path, odd: str) -> None:
    path.write_text(f'{{"splitter": {odd}}}', encoding="utf-8")
    assert Settings(path).get("splitter", [1, 2]) == [1, 2]
