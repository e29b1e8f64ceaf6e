"""Bringing people in from contact files: looked at first, then all in one change."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from notebook.domain.changes import Changes
from notebook.formats.vcard import read
from notebook.services.import_around import Shrink, complete_around, small_photo
from notebook.services.import_fields import ImportFields
from notebook.services.import_matching import Matcher
from notebook.services.import_merging import completed, draft_of
from notebook.services.import_reading import FoundCard, ImportProblem, Progress, read_files
from notebook.services.import_writing import NewPerson, write_cards, write_people
from notebook.services.people import People
from notebook.storage.backups import back_up
from notebook.storage.file import NotebookFile
from notebook.translate import translate


class Standing(StrEnum):
    """What a card is to the notebook."""

    NEW = "new"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PreviewCard:
    """One card and what would become of it.

    `person_id` is whom the notebook knows already; `same_as` is the position of the earlier card
    of the same person, when only these files know them.
    """

    found: FoundCard
    standing: Standing
    person_id: int | None
    same_as: int | None
    sentence: str

    @property
    def name(self) -> str:
        """The name on the card."""
        return self.found.card.name


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything in the files, before anything is written; each card is in it once."""

    cards: tuple[PreviewCard, ...]
    problems: tuple[ImportProblem, ...]

    @property
    def found(self) -> int:
        """How many cards there are, those with problems among them."""
        return len(self.cards) + sum(problem.is_card for problem in self.problems)

    @property
    def new(self) -> int:
        """How many cards are of somebody new."""
        return sum(card.standing is Standing.NEW for card in self.cards)

    @property
    def same(self) -> int:
        """How many cards are of somebody known, from the notebook or from an earlier card."""
        return len(self.cards) - self.new


@dataclass(frozen=True, slots=True)
class Report(Preview):
    """What became of everything in the files; the cards say so in their sentences."""

    @property
    def summary(self) -> str:
        """The counts on one line, for scripts: the same words in every language."""
        return (
            f"found {self.found}, new {self.new}, same {self.same}, problems {len(self.problems)}"
        )


class Imports:
    """Reads contact files and brings their people in."""

    def __init__(self, file: NotebookFile, people: People) -> None:
        """Write to this notebook."""
        self._file = file
        self._people = people

    def preview(self, paths: Sequence[Path], progress: Progress | None = None) -> Preview:
        """Read files and say what is in them; nothing is written, and no file makes it fail.

        `progress` is told how many cards are read, of about how many; it may stop the reading by
        raising.
        """
        cards, problems = read_files(paths, progress)
        return Preview(self._matched(cards), tuple(problems))

    def bring_in(
        self, preview: Preview, today: date, shrink: Shrink | None = None
    ) -> tuple[Changes, Report]:
        """Bring in everybody of a preview, in one change, after a backup; say what became of each.

        Who is new is looked up once more: the notebook may have changed since the preview. New
        people get whatever the cards say, their photos where there is a way to `shrink` them. Of somebody known only empty fields are filled, and the
        cards are kept whole. Raises a FileProblem when nothing could be written.
        """
        cards = self._matched([card.found for card in preview.cards])
        new, sentences = _new_people(cards)
        known = self._with_news(cards)
        if not new and not known:
            return Changes(""), Report(_told(cards, sentences), preview.problems)
        photos = {
            person.id: small_photo((each.card for each in person.cards), shrink)
            for person in new.values()
        }
        back_up(self._file.path, self._file.backups, "before-import")
        with self._file.change(_label(len(new), len(known))) as change:
            fields = ImportFields(found.found.card for found in cards)
            sentences |= _with_own_values(new, fields)
            write_people(self._file.database, new.values(), fields, today, photos)
            for person_id, mine in known.items():
                sentences |= self._complete(person_id, mine, cards, fields, today, shrink)
        return change.changes, Report(
            _told(cards, sentences, {at: person.id for at, person in new.items()}),
            preview.problems,
        )

    def _matched(self, cards: Sequence[FoundCard]) -> tuple[PreviewCard, ...]:
        matcher = Matcher(self._file, [found.card for found in cards])
        matched = []
        for position, found in enumerate(cards):
            somebody = matcher.find(found.card, position)
            if somebody is None:
                matched.append(PreviewCard(found, Standing.NEW, None, None, ""))
                continue
            where = None if somebody.position is None else cards[somebody.position]
            matched.append(
                PreviewCard(
                    found,
                    Standing.SAME,
                    somebody.person_id,
                    somebody.position,
                    _same_sentence(where, somebody.name),
                )
            )
        return tuple(matched)

    def _with_news(self, cards: Sequence[PreviewCard]) -> dict[int, list[int]]:
        """Return the positions of the cards that were never brought in, by the person they are of."""
        ids = sorted({card.person_id for card in cards if card.person_id is not None})
        kept = defaultdict(set)
        for person_id, text in self._kept_cards(ids):
            kept[person_id].add(text)
        news: defaultdict[int, list[int]] = defaultdict(list)
        for position, card in enumerate(cards):
            if card.person_id is not None and card.found.card.text not in kept[card.person_id]:
                kept[card.person_id].add(card.found.card.text)
                news[card.person_id].append(position)
        return news

    def _kept_cards(self, person_ids: Iterable[int]) -> Iterable[tuple[int, str]]:
        rows: Iterable[tuple[int, str]] = self._file.database.execute_sql(
            "SELECT person_id, text FROM imported_card"
            " WHERE person_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(person_ids)),),
        ).fetchall()
        return rows

    def _complete(
        self,
        person_id: int,
        positions: Iterable[int],
        cards: Sequence[PreviewCard],
        fields: ImportFields,
        today: date,
        shrink: Shrink | None,
    ) -> dict[int, str]:
        """Fill what is empty on a known card, keep the new cards, and say what was filled."""
        before = self._people.draft(person_id)
        earlier_cards = [
            card for _, text in self._kept_cards([person_id]) for card in read(text.encode()).cards
        ]
        earlier = [draft_of(card) for card in earlier_cards]
        old_values = fields.brought_before(earlier_cards)
        sentences = {}
        person = before
        for position in positions:
            card = cards[position].found.card
            person, added = completed(person, draft_of(card), earlier)
            besides = complete_around(self._file.database, person_id, card, earlier_cards, shrink)
            person, filled_in = fields.completed(person, card, old_values)
            told = (cards[position].sentence, _added_sentence([*added, *besides, *filled_in]))
            sentences[position] = " ".join((*told, fields.refusal([card]))).rstrip()
        if person != before:
            self._people.save(person_id, person, today)
        mine = [cards[position].found for position in positions]
        write_cards(self._file.database, [(person_id, found) for found in mine])
        return sentences


def _new_people(cards: Sequence[PreviewCard]) -> tuple[dict[int, NewPerson], dict[int, str]]:
    """Return the new people by the position of their first card, and what further cards added."""
    new: dict[int, NewPerson] = {}
    sentences: dict[int, str] = {}
    for position, card in enumerate(cards):
        draft = draft_of(card.found.card)
        if card.standing is Standing.NEW:
            new[position] = NewPerson(draft, [card.found])
        elif card.same_as is not None:
            person = new[card.same_as]
            person.draft, added = completed(person.draft, draft)
            person.cards.append(card.found)
            sentences[position] = f"{card.sentence} {_added_sentence(added)}"
    return new, sentences


def _with_own_values(new: Mapping[int, NewPerson], fields: ImportFields) -> dict[int, str]:
    """Let new people have what stands in the user's own fields; say what could not be taken."""
    refused: dict[int, str] = {}
    for position, person in new.items():
        mine = [found.card for found in person.cards]
        person.draft = replace(person.draft, own_values=fields.brought(mine))
        sentence = fields.refusal(mine)
        if sentence:
            refused[position] = sentence
    return refused


def _told(
    cards: Sequence[PreviewCard],
    sentences: dict[int, str],
    ids: dict[int, int] | None = None,
) -> tuple[PreviewCard, ...]:
    ids = ids or {}
    return tuple(
        PreviewCard(
            card.found,
            card.standing,
            card.person_id or ids.get(position if card.same_as is None else card.same_as),
            card.same_as,
            sentences.get(position, card.sentence),
        )
        for position, card in enumerate(cards)
    )


def _same_sentence(where: FoundCard | None, name: str) -> str:
    if where is None:
        return translate("import", "Already in the notebook as {name}.").replace("{name}", name)
    sentence = translate("import", "The same person as in line {line} of {file}.")
    return sentence.replace("{line}", str(where.line)).replace("{file}", where.source.name)


def _added_sentence(added: Sequence[str]) -> str:
    if not added:
        return translate("import", "Nothing to add; the card is kept.")
    return translate("import", "Added: {what}.").replace("{what}", ", ".join(added))


def _label(new: int, known: int) -> str:
    if new == 1:
        return translate("import", "Brought in 1 person")
    if new:
        return translate("import", "Brought in %n people", new)
    if known == 1:
        return translate("import", "Brought in more about 1 person")
    return translate("import", "Brought in more about %n people", known)
