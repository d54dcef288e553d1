"""A form to go on with on another device: keys.md, section 4."""

from __future__ import annotations

import uuid

import aes_gcm
from hpke import hkdf_expand_block, hkdf_extract
from refused import require

STEP = 4096


def draft_key(vault_key: bytes, account_id: str) -> bytes:
    return hkdf_expand_block(hkdf_extract(b"", vault_key), b"PSW1 draft\0" + uuid.UUID(account_id).bytes)[:32]


def open_draft(sealed: bytes, vault_key: bytes, account_id: str, draft_id: str, version: int) -> bytes:
    require(len(sealed) >= 72 + STEP and (len(sealed) - 72) % STEP == 0, "E_DRAFT")
    require(sealed[:4] == b"PSW1", "E_DRAFT")
    require(sealed[4:20] == uuid.UUID(account_id).bytes, "E_DRAFT")
    require(sealed[20:36] == uuid.UUID(draft_id).bytes, "E_DRAFT")
    require(int.from_bytes(sealed[36:44], "big") == version >= 1, "E_DRAFT")
    plain = aes_gcm.open_sealed(draft_key(vault_key, account_id), sealed[44:56], sealed[56:], sealed[:44])
    require(plain is not None, "E_DRAFT")
    end = 4 + int.from_bytes(plain[:4], "big")
    require(end <= len(plain) < end + STEP, "E_DRAFT")
    require(not any(plain[end:]), "E_DRAFT")
    return plain[4:end]
