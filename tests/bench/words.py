"""Invented names and notes in realistic frequencies: some common, most of them rare."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random


def _parted(text: str) -> list[str]:
    return text.split()


_GIVEN = _parted(
    "Maria Anna José Michael Peter Thomas Ana Elena Martin Andrea Marta Laura Daniel Julia David"
    " Eva Paul Lena Nina Jan Erik Ingrid Åsa Zoë Renée François Søren Łukasz Jürgen Çağla Özlem"
    " Nguyễn Siobhán Chloë Amélie Björn Agnieszka Dragana Ivan Olga Yuki Hana Kenji Min-ji Wei"
    " Fatima Omar Leila Amir Priya Ravi Anjali Kwame Ama Chidi Ngozi Tomás Inês João Beatriz Luca"
    " Giulia Matteo Chiara Sofia Alexandros Eleni Dimitris Katarzyna Zuzana Petr Jana Aleksi Aino"
    " Mikko Sigríður Guðrún Liam Emma Noah Olivia William Charlotte James Amelia Benjamin Ruth"
)
_BEGINNINGS = _parted(
    "An Ber Bran Cal Dor El Fal Gar Hol Is Jor Kal Lin Mor Nor Os Per Quin Ros Sal Tor"
)
_MIDDLES = _parted("a e i o u ar en in or un al er ou ie ö å é ç ti ra no li be da mi su")
_ENDINGS = _parted(
    "berg ez sen son ski ov elli man ova ic ides quist stein ard eau oğlu ura wara ton"
)
_ORGANISATIONS = _parted(
    "Atelier Bakery Books Catering Ceramics Clinic Consulting Design Farm Foods Garden Hotel"
    " Joinery Kitchen Law Logistics Media Print School Studio Theatre Travel Works Yard"
)
_TOPICS = _parted(
    "wall invoice garden letter wine window kitchen holiday train estimate delivery colour fabric"
    " wedding budget school roof menu meeting order price water winter visit glass harvest"
)
_TITLES = _parted("Owner Manager Buyer Designer Head Assistant Director Chef Partner Accountant")


@dataclass(frozen=True, slots=True)
class Words:
    """What the generator draws from."""

    families: list[str]
    vocabulary: list[str]
    weights: list[float]

    def name(self, random: Random) -> str:
        """Return a given and a family name; the first ones of the list are the common ones."""
        return f"{_skewed(random, _GIVEN)} {_skewed(random, self.families)}"

    def organisation(self, random: Random) -> str:
        """Return the name of a firm."""
        return f"{_skewed(random, self.families)} {random.choice(_ORGANISATIONS)}"

    def title(self, random: Random) -> str:
        """Return what somebody is there."""
        return random.choice(_TITLES)

    def topic(self, random: Random) -> str:
        """Return a word that stands in what was logged and in no note about a person."""
        return random.choice(_TOPICS)

    def sentence(self, random: Random, length: int) -> str:
        """Return `length` words as a note."""
        return " ".join(random.choices(self.vocabulary, cum_weights=self.weights, k=length))


def make_words(random: Random) -> Words:
    """Return the words: 8,000 family names and a vocabulary of 12,000, by Zipf's law."""
    families = _made(random, 8_000)
    vocabulary = [name.lower() for name in _made(random, 12_000)]
    weights = list(accumulate(1 / (rank + 2) for rank in range(len(vocabulary))))
    return Words(families, vocabulary, weights)


def _made(random: Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        middle = "".join(random.choice(_MIDDLES) for _ in range(random.randint(0, 3)))
        made[random.choice(_BEGINNINGS) + middle + random.choice(_ENDINGS)] = None
    return list(made)


def _skewed(random: Random, choices: list[str]) -> str:
    return choices[int(len(choices) * random.random() ** 2)]
