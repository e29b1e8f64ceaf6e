"""What a change touched, so that each screen can decide whether it must look again."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """One finished change: its name for the undo menu, and the ids it touched by kind.

    The kinds are the names of the tables: "person", "moment", "promise" and so on. `created` is
    the id that the change was made for, when it made something new.
    """

    label: str
    ids: Mapping[str, frozenset[int]] = field(default_factory=dict)
    created: int | None = None
    everything: bool = False
    """Whether anything at all may have changed: another day, another program, another file."""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of things that were touched."""
        return frozenset(self.ids)

    def concern(self, *kinds: str) -> bool:
        """Whether anything of one of these kinds was touched."""
        return self.everything or not self.kinds.isdisjoint(kinds)

    @property
    def new_id(self) -> int:
        """The id of the new thing; only for changes that make one."""
        assert self.created is not None, "this change made nothing new"
        return self.created
