"""Plaintext of a container and its padding: container-format.md, section 7."""

from __future__ import annotations

import strict_json as js
from refused import require

MAX_PADDED = 2**33
MAX_META = 65_536


def is_slot(value) -> bool:
    return js.pattern("[a-z0-9]+(-[a-z0-9]+)*")(value) and len(value) <= 64


is_meta = js.record(
    {"size": js.integer(0, 2**33)},
    {
        "name": js.text(1, 1024),
        "type": js.text(1, 255),
        "slot": is_slot,
        "refs": js.list_of(js.record({"container_id": js.hex_digits(32), "message_id": js.hex_digits(64)}), 256),
        "seen": js.hex_digits(64),
        "log": js.record({"size": js.integer(0), "root": js.hex_digits(64)}),
        "vault": js.integer(1),
    },
)


def padded_length(length: int) -> int:
    if length <= 1024:
        return 1024
    e = length.bit_length() - 1
    step = 1 << e - e.bit_length()
    padded = -(-length // step) * step
    require(padded <= MAX_PADDED, "E_LIMIT")
    return padded


def parse_meta(data: bytes):
    meta = js.parse(data, "E_META")
    require(is_meta(meta), "E_META")
    return meta


def read_start(first: bytes, padded: int):
    """Meta and the place of the content, from the first segment: known before the others are there."""
    m = int.from_bytes(first[:4], "big")
    require(m <= MAX_META, "E_LIMIT")
    require(4 + m <= padded, "E_META")
    meta = parse_meta(first[4 : 4 + m])
    require(padded_length(4 + m + meta["size"]) == padded, "E_PADDING")
    return meta, 4 + m


def read_plaintext(plaintext: bytes, meta, start: int) -> bytes:
    end = start + meta["size"]
    require(not any(plaintext[end:]), "E_PADDING")
    return plaintext[start:end]
