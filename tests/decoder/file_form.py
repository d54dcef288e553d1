"""The file form for hand-over, PSCF: container-format.md, section 14."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import floe
import grants
import seal
from header import LENGTH, Header, parse_header
from psc1 import Parts
from refused import require

MAX_GRANTS = 256


@dataclass(frozen=True)
class HandedOver:
    parts: Parts
    grants: list


def read_file(data: bytes) -> HandedOver:
    """Each part is judged when it is there, so that a reader needs no more than the front."""
    stream = BytesIO(data)

    def take(length: int) -> bytes:
        part = stream.read(length)
        require(len(part) == length, "E_LENGTH")
        return part

    start = take(12)
    require(start[:5] == b"PSCF\x01", "E_MAGIC")
    require(start[5:8] == bytes(3), "E_RESERVED")
    count = int.from_bytes(start[8:], "big")
    require(count <= MAX_GRANTS, "E_LIMIT")
    head, floe_header = take(LENGTH), take(floe.HEADER_LENGTH)
    header = parse_header(head)
    floe.check_floe_form(floe_header)
    sealed = take(seal.LENGTH)
    seal.check_form(sealed, header, floe_header)
    envs = [_take_grant(take, header, floe_header) for _ in range(count)]
    body = take(floe.body_length(header.padded))
    require(stream.read() == b"", "E_LENGTH")
    return HandedOver(Parts(head, floe_header, sealed, body), envs)


def _take_grant(take, header: Header, floe_header: bytes) -> bytes:
    env = take(grants.LENGTH)
    grants.check_form(env)
    named = {
        "caseKey": grants.case_key_id(header.scope_id, header.generation),
        "containerKey": grants.container_key_id(header.data, floe_header),
    }
    require(named.get(grants.KINDS[env[6]]) == env[8:40], "E_CONTEXT")
    return env
