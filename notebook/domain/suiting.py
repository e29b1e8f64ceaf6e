"""What of ours may suit somebody: words that an offering and a wish share, and nothing hidden.

Only a suggestion follows from it, with the shared words as its reason; a person decides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from notebook.domain.text import fold

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")
_LONGEST = 4_000  # characters of a text that are looked at
_SHORTEST_STEM = 3
_WEAK_NEEDED = 2
"""Words of a benefit are many and common: one of them alone is chance."""

_ENDINGS = ("ation", "ingly", "edly", "ing", "ier", "ed", "er", "ie", "ly", "y", "e")
"""Endings of English words in the singular; what is left need not be a word."""

_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """a about above after again against all almost also always am an and any anybody anyone
    anything are around as ask asked at away back be because been before begin being below best
    better between big bit both but by call came can cannot care come comes could day days did do
    does doing done down each early either else end enough even ever every everybody everyone
    everything far few find first for from full get gets getting give given go goes going gone good
    got great had half hard has have having he help helps her here him his how however i if in into
    is it its just keep keeps kind know known large last late later least less let like likes little
    long look looking lot lots love loves made make makes making many may maybe me might month
    months more most much must my near need needed needs never new next nice no nobody none nor not
    nothing now of off often old on once one only or other others our ours out over own part people
    perhaps place please put quite rather really right said same say says see seem set she should
    since small so some somebody someone something soon still such sure take takes tell than thank
    that the their them then there these they thing things think this those though through time
    times to today together told too two under until up upon us use used very want wanted wants was
    way we week weeks well were what when where which while who whole whom whose why will wish with
    within without word work works would year yearly years yes yet you your""",
    )
)


@dataclass(frozen=True, slots=True)
class Offered:
    """The words of an offering: those chosen to be found by, and those of its description."""

    tags: str
    description: str


@lru_cache(maxsize=4096)
def stems(text: str) -> Mapping[str, str]:
    """Return the telling words of a text by their stems, each as it stands there first.

    Folded, without stop words; a stem is the beginning of its word: "Murals" is there as "mural".
    """
    found: dict[str, str] = {}
    for word in _WORD.findall(text[:_LONGEST]):
        folded = fold(word)
        if folded in _STOP_WORDS or (len(folded) < _SHORTEST_STEM and folded.isascii()):
            continue
        found.setdefault(_stem(folded), word)
    return found


def shared_words(offered: Offered, wish: str) -> tuple[str, ...]:
    """Return the words of a wish that an offering has too, if they are enough to speak of it.

    One word among the tags and the name is enough; of the description it takes two. The words come
    as they stand in the wish, for whoever reads the reason to recognise.
    """
    wanted = stems(wish)
    strong = wanted.keys() & stems(offered.tags).keys()
    weak = (wanted.keys() & stems(offered.description).keys()) - strong
    if not strong and len(weak) < _WEAK_NEEDED:
        return ()
    return tuple(word.lower() for stem, word in wanted.items() if stem in strong or stem in weak)


class Wishes:
    """What somebody wishes, looked up by its words: most offerings touch few of many wishes."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Take each text as a wish."""
        self._texts = texts
        self._shared: dict[Offered, tuple[str, ...]] = {}
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(self._texts):
            for stem in stems(text):
                self._places.setdefault(stem, []).append(place)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of all wishes, each once."""
        return tuple(self._places)

    def shared_with(self, offered: Offered) -> tuple[str, ...]:
        """Return the words that an offering shares with one of the wishes, in their order."""
        if offered not in self._shared:
            self._shared[offered] = self._words_shared_with(offered)
        return self._shared[offered]

    def _words_shared_with(self, offered: Offered) -> tuple[str, ...]:
        strong = self._places.keys() & stems(offered.tags).keys()
        weak = self._places.keys() & stems(offered.description).keys()
        touched = {place for stem in strong for place in self._places[stem]}
        if len(weak) >= _WEAK_NEEDED:
            counted = Counter(place for stem in weak for place in self._places[stem])
            touched |= {place for place, count in counted.items() if count >= _WEAK_NEEDED}
        words = (shared_words(offered, self._texts[place]) for place in sorted(touched))
        return tuple(dict.fromkeys(word for some in words for word in some))


@lru_cache(maxsize=16)  # a card is looked at again and again, and its wishes seldom change
def wishes_of(texts: tuple[str, ...]) -> Wishes:
    """Return what somebody wishes, with what was found of it before."""
    return Wishes(texts)


def all_stems(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the stems of several texts, each once."""
    return tuple(dict.fromkeys(stem for text in texts for stem in stems(text)))


def _stem(word: str) -> str:
    if not word.isascii():
        return word
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _single(word.removesuffix(ending))
    return word


def _single(stem: str) -> str:
    """Return "plan" for "plann", so that planning and plans meet; "wall" stays whole."""
    is_doubled = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if is_doubled else stem
