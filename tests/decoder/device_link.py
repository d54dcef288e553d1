"""Handing the vault key to another device: keys.md, section 5."""

from __future__ import annotations

import hmac
import uuid

import grants
import hpke
from passphrase import parse_words
from refused import require

SPKI_LENGTH = 120
TAG_LENGTH = 48


def _code_key(typed: str, link_id: str, account_id: str) -> bytes:
    extracted = hpke.hkdf_extract(uuid.UUID(link_id).bytes, parse_words(typed).encode())
    return hpke.hkdf_expand_block(extracted, b"PSV1 device link\0" + uuid.UUID(account_id).bytes)


def _check_tag(key: bytes, label: bytes, message: bytes, tag: bytes) -> None:
    require(hmac.compare_digest(hmac.digest(key, label + message, "sha384"), tag), "E_LINK")


def check_request(code: str, link_id: str, account_id: str, public_key: bytes, proof: bytes) -> None:
    require(len(public_key) == hpke.PUBLIC_KEY_LENGTH, "E_LINK")
    _check_tag(_code_key(code, link_id, account_id), b"PSV1 link request\0", public_key, proof)


def open_answer(code: str, link_id: str, account_id: str, seed: bytes, answer: bytes):
    """The vault key, and the signing key whose vault it opens. No private key is used before the tag is checked."""
    key = _code_key(code, link_id, account_id)
    require(len(answer) == SPKI_LENGTH + grants.LENGTH + TAG_LENGTH, "E_LINK")
    _check_tag(key, b"PSV1 link answer\0", answer[:-TAG_LENGTH], answer[-TAG_LENGTH:])
    spki, env = answer[:SPKI_LENGTH], answer[SPKI_LENGTH:-TAG_LENGTH]
    recipient = grants.encryption_key_id(hpke.public_key(seed))
    object_id = grants.vault_key_id(uuid.UUID(account_id).bytes)
    expected = grants.ExpectedGrant(recipient, "vaultKey", object_id, "device")
    return grants.open_grant(env, seed, expected, {env[72:104]: spki}), spki
