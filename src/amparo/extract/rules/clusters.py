"""The names of one text gathered into persons: spellings of one full name together, a bare surname with the full name it stands for.

Only names that share the sound or the beginning of a word are compared, so that a name costs the same in a short text and a long one.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from amparo.vocabulary import names

from .names import NameSpan

_SAME_NAME = 0.9  # two full names of one text that are this alike are one person in two spellings
_BEGINNING = 3  # letters
_MANY = 12  # people whose names begin alike; in a longer list only those of the same sound are compared, the last met


@dataclass(slots=True)
class _Cluster:
    """The names of one person: how each is written, and where they stand."""

    number: int
    spellings: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # sorted
    spans: list[NameSpan] = field(default_factory=list)

    def last_before(self, offset: int) -> int:
        """Where the person is last named before ``offset``; -1 if nowhere."""
        place = bisect_left(self.starts, offset)
        return self.starts[place - 1] if place else -1


def gathered(spans: Iterable[NameSpan]) -> list[list[NameSpan]]:
    """The names person by person, persons in the order in which their full names (then their bare ones) are met, names in order of the text."""
    gathering = _Gathering()
    in_order = sorted(spans, key=lambda span: (not span.full, span.start))
    for span in in_order:
        gathering.add(span)
    return [sorted(cluster.spans, key=lambda span: span.start) for cluster in gathering.clusters]


class _Gathering:
    """Clusters as they grow, with an index to find those a new name may belong to."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._by_key: dict[str, dict[int, None]] = {}
        self._by_spelling: dict[str, _Cluster] = {}  # of full names

    def add(self, span: NameSpan) -> None:
        """Put a name to the person it names, or to a new one."""
        cluster = self._of_full(span.words) if span.full else self._of_bare(span)
        if cluster is None:
            cluster = _Cluster(len(self.clusters))
            self.clusters.append(cluster)
        if span.words not in cluster.spellings:
            cluster.spellings.append(span.words)
            for key in _sounds(span.words) | _beginnings(span.words):
                self._by_key.setdefault(key, {})[cluster.number] = None
        if span.full:
            self._by_spelling[span.words] = cluster
        cluster.spans.append(span)
        insort(cluster.starts, span.start)

    def _of_full(self, words: str) -> _Cluster | None:
        if words in self._by_spelling:
            return self._by_spelling[words]
        return next((c for c in self._near(words) if _same_full_name(c.spellings[0], words)), None)

    def _of_bare(self, span: NameSpan) -> _Cluster | None:
        """Of the people the name fits, the one named last before it, else the first."""
        fitting = [c for c in self._near(span.words) if any(names.fits(span.words, known) for known in c.spellings)]
        return max(fitting, key=lambda c: (c.last_before(span.start), -c.number), default=None)

    def _near(self, words: str) -> Iterator[_Cluster]:
        """The clusters that hold a word of the same sound or beginning, in order."""
        numbers = self._with(_sounds(words)) | self._with(_beginnings(words))
        if len(numbers) > _MANY:
            numbers = set(sorted(self._with(_sounds(words)))[-_MANY:])
        return (self.clusters[number] for number in sorted(numbers))

    def _with(self, keys: set[str]) -> set[int]:
        return {number for key in keys for number in self._by_key.get(key, ())}


def _sounds(name: str) -> set[str]:
    return {f"sound {names.sound_key(part)}" for part in names.fold(name).split()}


def _beginnings(name: str) -> set[str]:
    return {f"begins {part[:_BEGINNING]}" for part in names.fold(name).split()}


def _same_full_name(a: str, b: str) -> bool:
    return names.fold(a) == names.fold(b) or (len(a.split()) == len(b.split()) and names.similarity(a, b) >= _SAME_NAME)
