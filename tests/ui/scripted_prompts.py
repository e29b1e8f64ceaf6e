"""Answers to the window's questions, given before they are asked."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class ScriptedPrompts:
    """Answers every question from its lists, first come first served, and notes what was asked.

    A question without a prepared answer fails the test, except that problems only get noted.
    """

    confirmations: list[bool] = field(default_factory=list)
    files: list[list[Path]] = field(default_factory=list)
    places: list[Path | None] = field(default_factory=list)
    folders: list[Path | None] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)

    def confirm(self, title: str, text: str, yes_text: str) -> bool:
        self.asked.append((title, f"{text} [{yes_text}]"))
        return self.confirmations.pop(0)

    def open_files(self, title: str, filters: str) -> list[Path]:
        self.asked.append((title, filters))
        return self.files.pop(0)

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        self.asked.append((title, f"{suggested} [{filters}]"))
        return self.places.pop(0)

    def choose_folder(self, title: str) -> Path | None:
        self.asked.append((title, ""))
        return self.folders.pop(0)

    def show_problem(self, title: str, text: str) -> None:
        self.problems.append((title, text))
