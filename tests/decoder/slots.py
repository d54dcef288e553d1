"""Slots, stored by the server: keys.md, section 5."""

from __future__ import annotations

import uuid

import aes_gcm
from hpke import hkdf_expand_block, hkdf_extract
from passphrase import check_cost
from refused import require

PASSPHRASE, PASSKEY, RECOVERY = 1, 2, 3
# The shortest and the longest header of each type.
LENGTHS = {PASSPHRASE: (52, 52), PASSKEY: (72, 568), RECOVERY: (56, 56)}


def unwrap(key: bytes, wrapped: bytes, associated: bytes) -> bytes:
    require(len(wrapped) == 60, "E_SLOT")
    vault_key = aes_gcm.open_sealed(key, wrapped[:12], wrapped[12:], associated)
    require(vault_key is not None, "E_SLOT")
    return vault_key


def _passphrase(header: bytes, wrapping_key: bytes, _account: bytes) -> bytes:
    """What Argon2id gave for the words: see passphrase.py."""
    check_cost(header)
    return wrapping_key


def _passkey(header: bytes, output: bytes, account: bytes) -> bytes:
    return hkdf_expand_block(hkdf_extract(b"", output), b"PSV1 prf\0" + account + header[56:])[:32]


def _recovery(header: bytes, recovery_key: bytes, account: bytes) -> bytes:
    return hkdf_expand_block(hkdf_extract(header[24:56], recovery_key), b"PSV1 recovery\0" + account)[:32]


WRAPPING_KEYS = {PASSPHRASE: _passphrase, PASSKEY: _passkey, RECOVERY: _recovery}


def open_slot(kind: int, header: bytes, wrapped: bytes, secret: bytes, account_id: str) -> bytes:
    account = uuid.UUID(account_id).bytes
    shortest, longest = LENGTHS[kind]
    require(shortest <= len(header) <= longest, "E_SLOT")
    require(header[:8] == b"PSL1" + bytes([kind, 0, 0, 0]) and header[8:24] == account, "E_SLOT")
    return unwrap(WRAPPING_KEYS[kind](header, secret, account), wrapped, header)
