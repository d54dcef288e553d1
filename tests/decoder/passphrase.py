"""Seven words, and slots for a passphrase: keys.md, section 5.

Argon2id is not here: 64 MiB and three passes are 196,608 blocks of 1 KiB, too many for plain Python. The vectors
say what it gives, the TypeScript tests begin with the words, and everything around it is read from the documents.
"""

from __future__ import annotations

import re
import unicodedata

from refused import Refused, require

SYLLABLE = "[bdfgklmnrstw][aeiou]"
WORDS = 7
FLOOR = (65_536, 3, 4)  # KiB, passes, lanes
CEILING = (262_144, 10, 16)


def parse_words(typed: str) -> str:
    """The 28 letters."""
    folded = unicodedata.normalize("NFKC", typed).lower()
    separated = "".join(" " if _separates(character) else character for character in folded)
    letters = separated.replace(" ", "")
    if re.fullmatch(f"({SYLLABLE}){{{2 * WORDS}}}", letters):
        return letters
    groups = separated.split()
    wrong = [place for place, word in enumerate(groups) if not re.fullmatch(f"({SYLLABLE}){{2}}", word)]
    raise Refused("E_WORDS", **({"group": wrong[0]} if len(groups) == WORDS and wrong else {}))


def _separates(character: str) -> bool:
    return character.isspace() or character in ".,:_" or unicodedata.category(character) == "Pd"


def check_cost(header: bytes) -> None:
    """Before anything is computed: a cheap slot wants the words guessed, a dear one makes a phone hang."""
    cost = tuple(int.from_bytes(header[place : place + 4], "big") for place in (40, 44, 48))
    require(all(one >= least for one, least in zip(cost, FLOOR)), "E_SLOT_WEAK")
    require(all(one <= most for one, most in zip(cost, CEILING)), "E_LIMIT")
