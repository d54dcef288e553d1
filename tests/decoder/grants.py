"""Grants: keys.md, section 3. The order of reading is part of the format: no private key before the signature."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import hpke
import p384
from header import SUITE
from refused import require

LENGTH = 1921
ROLES = {1: "citizen", 2: "unit", 3: "official", 4: "export", 5: "offline", 6: "device"}
KINDS = {1: "caseKey", 2: "containerKey", 3: "unitSeed", 4: "vaultKey"}
LAST_SECOND = 8_640_000_000_000  # 13 September 275760, where the calendars of browsers end


@dataclass(frozen=True)
class ExpectedGrant:
    recipient_key_id: bytes
    kind: str
    object_id: bytes
    role: str | None = None  # when the reader knows which one it must be


def _object_id(label: bytes, *parts: bytes) -> bytes:
    return hashlib.sha256(label + b"".join(parts)).digest()


def case_key_id(scope_id: bytes, generation: int) -> bytes:
    return _object_id(b"PSE1 thread key\0", scope_id, generation.to_bytes(4, "big"))


def container_key_id(header: bytes, floe_header: bytes) -> bytes:
    return _object_id(b"PSE1 container key\0", header, floe_header)


def unit_seed_id(unit_id: bytes, epoch: int) -> bytes:
    return _object_id(b"PSE1 unit seed\0", unit_id, epoch.to_bytes(4, "big"))


def vault_key_id(account_id: bytes) -> bytes:
    return _object_id(b"PSE1 vault key\0", account_id)


def encryption_key_id(public_key: bytes) -> bytes:
    return hashlib.sha256(b"PSK1" + bytes.fromhex("0051") + public_key).digest()


def check_form(env: bytes) -> None:
    require(len(env) == LENGTH, "E_ENV_LENGTH")
    require(env[:4] == b"PSE1", "E_MAGIC")
    require(env[4] == SUITE, "E_SUITE")
    require(env[5] in ROLES and env[6] in KINDS, "E_TYPE")
    require(env[7] == 0, "E_RESERVED")
    require(int.from_bytes(env[104:112], "big") <= LAST_SECOND, "E_LIMIT")


def open_grant(env: bytes, seed: bytes, expected: ExpectedGrant, grantors: dict[bytes, bytes]) -> bytes:
    """The secret. `grantors` are the allowed ones: key id to SPKI."""
    check_form(env)
    require(env[40:72] == expected.recipient_key_id, "E_CONTEXT")
    require(KINDS[env[6]] == expected.kind, "E_CONTEXT")
    require(env[8:40] == expected.object_id, "E_CONTEXT")
    require(expected.role in (None, ROLES[env[5]]), "E_CONTEXT")
    spki = grantors.get(env[72:104])
    require(spki is not None and p384.signing_key_id(spki) == env[72:104], "E_SENDER")
    require(p384.verify(spki, env[1825:], b"PSE1 grant v1\0" + env[:1825]), "E_ENV_GRANT")
    secret = hpke.open_base(seed, env[112:1777], env[:112], env[1777:1825])
    require(secret is not None, "E_ENV_OPEN")
    return secret
