"""HDR: container-format.md, section 4. The order of the checks is the order in which faults are reported."""

from __future__ import annotations

from dataclasses import dataclass

from padding import MAX_PADDED, padded_length
from refused import require

LENGTH = 128
TYPES = {1: "file", 2: "message"}
SUITE = 1


@dataclass(frozen=True)
class Header:
    data: bytes
    type: str
    container_id: bytes
    scope_id: bytes
    generation: int
    sequence: int
    padded: int
    sender_key_id: bytes
    previous: bytes


def parse_header(data: bytes) -> Header:
    def number(start: int, end: int) -> int:
        return int.from_bytes(data[start:end], "big")

    require(len(data) == LENGTH, "E_LENGTH")
    require(data[:4] == b"PSC1", "E_MAGIC")
    require(data[4] == SUITE, "E_SUITE")
    require(data[5] in TYPES, "E_TYPE")
    require(number(6, 8) == 0, "E_RESERVED")
    header = Header(
        data=data,
        type=TYPES[data[5]],
        container_id=data[8:24],
        scope_id=data[24:40],
        generation=number(40, 44),
        sequence=number(48, 56),
        padded=number(56, 64),
        sender_key_id=data[64:96],
        previous=data[96:128],
    )
    require(header.generation >= 1, "E_LIMIT")
    require(number(44, 48) == 0, "E_RESERVED")
    require(1024 <= header.padded <= MAX_PADDED, "E_LIMIT")
    # A padded length is its own padded length.
    require(padded_length(header.padded) == header.padded, "E_PADDING")
    is_file = header.type == "file"
    require(header.sequence == 0 if is_file else header.sequence >= 1, "E_SEQ")
    require(header.sequence > 1 or header.previous == bytes(32), "E_PREV")
    return header
