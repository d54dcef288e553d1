"""The file form for hand-over, PSCF: container-format.md, section 14."""

from __future__ import annotations

from dataclasses import dataclass

import floe
import grants
import header
import seal
from psc1 import Parts
from refused import require

MAX_GRANTS = 256


@dataclass(frozen=True)
class HandedOver:
    parts: Parts
    grants: list


def _cut(data: bytes, *lengths: int):
    """Parts of these lengths, and the rest."""
    place = 0
    for length in lengths:
        require(len(data) >= place + length, "E_LENGTH")
        yield data[place : place + length]
        place += length
    yield data[place:]


def read_file(data: bytes) -> HandedOver:
    start, data = _cut(data, 12)
    require(start[:5] == b"PSCF\x01", "E_MAGIC")
    require(start[5:8] == bytes(3), "E_RESERVED")
    count = int.from_bytes(start[8:], "big")
    require(count <= MAX_GRANTS, "E_LIMIT")
    lengths = (header.LENGTH, floe.HEADER_LENGTH, seal.LENGTH, *[grants.LENGTH] * count)
    head, floe_header, sealed, *envs, body = _cut(data, *lengths)

    parsed = header.parse_header(head)
    floe.check_floe_form(floe_header)
    seal.check_form(sealed, parsed, floe_header)
    named = {
        "caseKey": grants.case_key_id(parsed.scope_id, parsed.generation),
        "containerKey": grants.container_key_id(head, floe_header),
    }
    for env in envs:
        grants.check_form(env)
        require(named.get(grants.KINDS[env[6]]) == env[8:40], "E_CONTEXT")
    require(len(body) == floe.body_length(parsed.padded), "E_LENGTH")
    return HandedOver(Parts(head, floe_header, sealed, body), envs)
