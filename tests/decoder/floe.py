"""Keys and segments of a container: container-format.md, sections 5 and 6."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

import aes_gcm
from hpke import hkdf_expand_block
from refused import require

PARAMETERS = bytes.fromhex("0000 0004 0000 0000 0020")
SEGMENT = 262_144
CAPACITY = SEGMENT - 32
HEADER_LENGTH = 74
NOT_LAST = 0xFFFFFFFF


@dataclass(frozen=True)
class Keys:
    container: bytes
    header_tag: bytes
    message: bytes
    data: bytes


def derive_keys(case_secret: bytes, header: bytes, floe_iv: bytes) -> Keys:
    container = hkdf_expand_block(case_secret, b"PSC1 container key\0" + header[8:44])[:32]
    start = PARAMETERS + floe_iv
    message = hkdf_expand_block(container, start + b"MESSAGE_KEY:" + header)
    return Keys(
        container=container,
        header_tag=hkdf_expand_block(container, start + b"HEADER_TAG:" + header)[:32],
        message=message,
        data=hkdf_expand_block(message, start + b"DEK:" + bytes(8) + header)[:32],
    )


def check_floe_form(floe_header: bytes) -> None:
    require(len(floe_header) == HEADER_LENGTH, "E_LENGTH")
    require(floe_header[:10] == PARAMETERS, "E_SUITE")


def open_keys(case_secret: bytes, header: bytes, floe_header: bytes) -> Keys:
    require(len(case_secret) == 32, "E_KEY")
    keys = derive_keys(case_secret, header, floe_header[10:42])
    require(hmac.compare_digest(keys.header_tag, floe_header[42:]), "E_HEADER_TAG")
    return keys


def segment_lengths(padded: int) -> list[int]:
    """Lengths of the plaintext of every segment. They follow from P; what the segments say is only compared."""
    full, rest = divmod(padded, CAPACITY)
    return [CAPACITY] * full + ([rest] if rest else [])


def body_length(padded: int) -> int:
    return padded + 32 * len(segment_lengths(padded))


def _framing(index: int, count: int, length: int):
    last = index == count - 1
    word = length + 32 if last else NOT_LAST
    return word.to_bytes(4, "big"), index.to_bytes(8, "big") + bytes([last])


def open_segment(key: bytes, index: int, count: int, length: int, segment: bytes) -> bytes:
    word, associated = _framing(index, count, length)
    require(len(segment) == length + 32, "E_LENGTH")
    require(segment[:4] == word, "E_FRAMING", segment=index)
    plaintext = aes_gcm.open_sealed(key, segment[4:16], segment[16:], associated)
    require(plaintext is not None, "E_SEGMENT", segment=index)
    return plaintext


def seal_segment(key: bytes, index: int, count: int, iv: bytes, plaintext: bytes) -> bytes:
    """For comparing vectors that are described by a rule; the IV of a writer is random."""
    word, associated = _framing(index, count, len(plaintext))
    return word + iv + aes_gcm.seal(key, iv, plaintext, associated)
