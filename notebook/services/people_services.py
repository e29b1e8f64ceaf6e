"""The part of an open notebook that is about people, each service imported when it is asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from notebook.storage.file import NotebookFile

if TYPE_CHECKING:
    from notebook.services.communication import ChannelHabits
    from notebook.services.facts import Facts
    from notebook.services.fit_checks import FitChecks
    from notebook.services.groups import Groups
    from notebook.services.judgements import Judgements
    from notebook.services.names_in_text import NamesInText
    from notebook.services.own_fields import OwnFields
    from notebook.services.people_filters import PeopleFilters
    from notebook.services.photos import Photos
    from notebook.services.role_changes import RoleChanges
    from notebook.services.several_people import SeveralPeople


class PeopleServices:
    """What one can do with people, one by one and several at once."""

    file: NotebookFile

    @cached_property
    def channel_habits(self) -> "ChannelHabits":
        """What is worth a word about a channel."""
        from notebook.services.communication import ChannelHabits

        return ChannelHabits(self.file)

    @cached_property
    def facts(self) -> "Facts":
        """What is worth remembering, one by one."""
        from notebook.services.facts import Facts

        return Facts(self.file)

    @cached_property
    def fit_checks(self) -> "FitChecks":
        """Whether we and a person fit."""
        from notebook.services.fit_checks import FitChecks

        return FitChecks(self.file)

    @cached_property
    def judgements(self) -> "Judgements":
        """The user's own judgement of how warm it is."""
        from notebook.services.judgements import Judgements

        return Judgements(self.file)

    @cached_property
    def own_fields(self) -> "OwnFields":
        """The fields that the user defines."""
        from notebook.services.own_fields import OwnFields

        return OwnFields(self.file)

    @cached_property
    def photos(self) -> "Photos":
        """What people look like."""
        from notebook.services.photos import Photos

        return Photos(self.file)

    @cached_property
    def role_changes(self) -> "RoleChanges":
        """Roles that begin and end."""
        from notebook.services.role_changes import RoleChanges

        return RoleChanges(self.file)

    @cached_property
    def groups(self) -> "Groups":
        """Groups of people."""
        from notebook.services.groups import Groups

        return Groups(self.file)

    @cached_property
    def people_filters(self) -> "PeopleFilters":
        """Filters of people that are kept."""
        from notebook.services.people_filters import PeopleFilters

        return PeopleFilters(self.file)

    @cached_property
    def several_people(self) -> "SeveralPeople":
        """What is done to several people at once."""
        from notebook.services.several_people import SeveralPeople

        return SeveralPeople(self.file)

    @cached_property
    def names_in_text(self) -> "NamesInText":
        """Whom a few typed words name."""
        from notebook.services.names_in_text import NamesInText

        return NamesInText(self.file)
