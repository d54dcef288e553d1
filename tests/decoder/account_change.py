"""Signed changes of a vault or of its slots: keys.md, section 5."""

from __future__ import annotations

import hashlib
from uuid import UUID

import strict_json as js
from refused import require
from signed_json import is_signed, is_time
from statements import Signed

CHANGE_TYPE = "application/vnd.direktvermittlung.account-change+json"

is_change = js.record(
    {
        "type": js.one_of("account-change"),
        "version": js.one_of(1),
        "account": js.uuid,
        "what": js.one_of("vault", "ways", "end"),
        "vault_version": js.integer(1),
        "digest": js.hex_digits(64),
        "signed_at": is_time,
    }
)


def ways_digest(before: list, removed: str | None, added: dict | None) -> bytes:
    digest = hashlib.sha256(b"PSAC ways\0" + bytes([len(before)]))
    for slot_id in sorted(before):
        digest.update(UUID(slot_id).bytes)
    digest.update(b"\0" if removed is None else b"\1" + UUID(removed).bytes)
    if added is None:
        digest.update(b"\0")
    else:
        digest.update(b"\1" + UUID(added["slotId"]).bytes)
        digest.update(bytes.fromhex(added["header"]) + bytes.fromhex(added["wrapped"]))
    return digest.digest()


def end_digest(account: str) -> bytes:
    return hashlib.sha256(b"PSAC end\0" + UUID(account).bytes).digest()


def verify_account_change(signed: Signed, spki: bytes, expect: dict) -> None:
    change = js.parse(signed.payload, "E_CHANGE")
    require(is_change(change), "E_CHANGE")
    require(all(change[name] == value for name, value in expect.items()), "E_CHANGE_CONTEXT")
    require(is_signed(spki, CHANGE_TYPE, signed.payload, signed.signature), "E_CHANGE_SIG")
