"""Every failure that a user can cause or meet, as one tree.

ZhuchaoError                 a sentence in Chinese that an officer can act on
├── Unreadable               bytes that are no page: empty, too large, binary
├── NotAllowed               the viewer may not do this
├── NotFound                 no such record, or none that the viewer may see
├── Refused                  a rule forbids the act (state, evidence, date)
├── Misconfigured            a setting is missing or wrong
├── Unreachable              an address that cannot or may not be fetched
├── Busy                     the machine has its hands full for a moment
└── BrokenTable              a reference table or rule pack that does not hold together
"""

from __future__ import annotations


class ZhuchaoError(Exception):
    """An expected failure: ``sentence`` is shown to the user as it stands."""

    exit_code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __reduce__(self) -> tuple[type[ZhuchaoError], tuple[str]]:
        return type(self), (self.sentence,)


class Unreadable(ZhuchaoError):
    """The bytes cannot be read as a page or a message."""

    exit_code = 3


class NotAllowed(ZhuchaoError):
    """The viewer's role or scope does not cover the act."""

    exit_code = 4


class NotFound(ZhuchaoError):
    """There is no such record within what the viewer may see."""

    exit_code = 5


class Refused(ZhuchaoError):
    """A rule of the domain forbids the act as asked."""

    exit_code = 6


class Misconfigured(ZhuchaoError):
    """A setting is missing or has a value that cannot be used."""

    exit_code = 7


class Unreachable(ZhuchaoError):
    """An address cannot be fetched, or must not be."""

    exit_code = 8


class Busy(ZhuchaoError):
    """The same will succeed a moment later."""

    exit_code = 10


class BrokenTable(ZhuchaoError):
    """A reference table or a rule pack contradicts itself or its checksum."""

    exit_code = 9
