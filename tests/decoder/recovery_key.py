"""The recovery key as people type it: keys.md, section 5."""

from __future__ import annotations

import unicodedata

from refused import Refused, require

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = {"O": "0", "I": "1", "L": "1"}


def _separates(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) == "Pd" or character in ".,:_"


def _times(a: int, b: int) -> int:
    """In GF(2)[x] modulo x^5 + x^2 + 1."""
    product = 0
    for bit in range(5):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << bit - 5
    return product


def check_symbol(symbols, group: int) -> int:
    value = 0
    for symbol in symbols:
        value = _times(value, 2) ^ symbol
    return _times(value, 2) ^ group


def _symbol(character: str, group: int) -> int:
    value = ALPHABET.find(LOOKALIKES.get(character, character))
    require(value >= 0, "E_RECOVERY_FORMAT", group=group)
    return value


def parse_recovery_key(typed: str) -> bytes:
    words = "".join(" " if _separates(character) else character for character in typed.upper()).split()
    characters = "".join(words)
    if len(characters) != 40:
        at_fault = [group for group, word in enumerate(words) if len(word) != 5] if len(words) == 8 else []
        raise Refused("E_RECOVERY_FORMAT", **({"group": at_fault[0]} if at_fault else {}))
    symbols = [_symbol(character, i // 5) for i, character in enumerate(characters)]
    bits = 0
    for group in range(8):
        *values, check = symbols[5 * group : 5 * group + 5]
        require(check_symbol(values, group) == check, "E_RECOVERY_CHECKSUM", group=group)
        for value in values:
            bits = bits << 5 | value
    return bits.to_bytes(20, "big")
