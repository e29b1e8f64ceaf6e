"""What this machine remembers about the window: sizes, splitters, appearance, sort order."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value", bool, int, str, list[int])


class Settings:
    """Choices by name, kept in one small JSON file; whatever is missing or odd is the default.

    Attributes:
        path: where they are kept.
    """

    def __init__(self, path: Path) -> None:
        """Read the settings at `path`; a file that can't be understood is kept beside it."""
        self.path = path
        self._values: dict[str, object] = {}
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except OSError:
            return  # the notebook beside it will say what is wrong with the folder
        except ValueError:
            self._keep_aside()
            return
        if isinstance(found, dict):
            self._values = found
        else:
            self._keep_aside()

    def get(self, name: str, default: Value) -> Value:
        """Return what was chosen, or `default` when there is nothing of its kind."""
        value = self._values.get(name)
        if type(value) is not type(default):
            return default
        if isinstance(value, list) and not all(type(item) is int for item in value):
            return default
        return value

    def set(self, name: str, value: int | str | list[int]) -> None:
        """Choose; `save` makes it last."""
        self._values[name] = value

    def save(self) -> None:
        """Write all choices, whole or not at all; raises OSError when there is no room."""
        part = self.path.with_name(self.path.name + ".part")
        try:
            with part.open("w", encoding="utf-8") as file:
                json.dump(self._values, file, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
        finally:
            part.unlink(missing_ok=True)

    def _keep_aside(self) -> None:
        with suppress(OSError):  # a folder that can't be written is the notebook's to explain
            self.path.replace(self.path.with_name(self.path.name + ".broken"))
