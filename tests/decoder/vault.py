"""The account vault, and its key on this device: keys.md, sections 4 and 5."""

from __future__ import annotations

import uuid

import aes_gcm
import strict_json as js
from refused import require
from signed_json import is_authority, is_log_name
from slots import unwrap

is_content = js.record(
    {
        "version": js.integer(1),
        "accountId": js.uuid,
        "kemSeed": js.base64url(32, 32),
        "signingKey": js.base64url(1, 512),
        "pins": js.record(
            {
                "roots": js.mapping(is_authority, js.hex_digits(64)),
                "epochs": js.mapping(js.uuid, js.integer(1)),
                "heads": js.mapping(
                    is_authority,
                    js.record({"authority": js.integer(1), "policy": js.integer(1), "head": js.integer(1)}),
                ),
            },
            {"log": js.record({"origin": is_log_name, "size": js.integer(1), "root": js.hex_digits(64)})},
        ),
    },
    {
        "displayName": js.text(1, 256),
        "sequences": js.mapping(
            js.hex_digits(32), js.record({"sequence": js.integer(1), "messageId": js.hex_digits(64)})
        ),
    },
)


def open_vault(sealed: bytes, vault_key: bytes, account_id: str, minimum_version: int):
    require(len(sealed) >= 56 and sealed[:4] == b"PSV1", "E_VAULT")
    require(sealed[4:20] == uuid.UUID(account_id).bytes, "E_VAULT")
    plaintext = aes_gcm.open_sealed(vault_key, sealed[28:40], sealed[40:], sealed[:28])
    require(plaintext is not None, "E_VAULT")
    content = js.parse(plaintext, "E_VAULT")
    require(is_content(content), "E_VAULT")
    require(content["accountId"] == account_id, "E_VAULT")
    require(content["version"] == int.from_bytes(sealed[20:28], "big"), "E_VAULT")
    require(content["version"] >= minimum_version, "E_VAULT_OLD")
    return content


def open_on_device(device_key: bytes, wrapped: bytes, account_id: str) -> bytes:
    return unwrap(device_key, wrapped, b"PSV1 device\0" + uuid.UUID(account_id).bytes)
