"""Attestations and objections for copies given again: keys.md, section 9."""

from __future__ import annotations

import hashlib

import p384
import strict_json as js
from refused import require
from signed_json import is_authority, is_signed, is_spki, is_time
from statements import Signed

ATTESTATION_TYPE = "application/vnd.direktvermittlung.attestation+json"
OBJECTION_TYPE = "application/vnd.direktvermittlung.objection+json"
MAY_ATTEST = ("official", "lead")
CONTEXT = ("authority", "unit_id", "case_id", "account")

is_attestation = js.record(
    {
        "type": js.one_of("attestation"),
        "version": js.one_of(1),
        "authority": is_authority,
        "unit_id": js.uuid,
        "case_id": js.uuid,
        "account": js.uuid,
        "former_key": is_spki,
        "new_key": is_spki,
        "new_kem_key_id": js.hex_digits(64),
        "checked": js.one_of("id-card-at-counter", "letter-with-code"),
        "attested_at": is_time,
        "attested_by": js.hex_digits(64),
    }
)
is_objection = js.record(
    {
        "type": js.one_of("objection"),
        "version": js.one_of(1),
        "account": js.uuid,
        "former_key_id": js.hex_digits(64),
        "new_key_id": js.hex_digits(64),
        "objected_at": is_time,
    }
)


def account_fingerprint(kem_key_id: bytes, signing_spki: bytes) -> bytes:
    return hashlib.sha256(b"PSAF" + kem_key_id + p384.signing_key_id(signing_spki)).digest()


def _key_id(text: str) -> bytes:
    spki = js.from_base64url(text)
    key_id = p384.signing_key_id(spki)
    require(p384.decode_point(spki[23:]) is not None, "E_KEY")
    return key_id


def verify_attestation(signed: Signed, context: tuple, signers: dict):
    """The attestation, and the ids of the former and the new key. `signers`: key id to (SPKI, role)."""
    attestation = js.parse(signed.payload, "E_ATTESTATION")
    require(is_attestation(attestation), "E_ATTESTATION")
    require(tuple(attestation[name] for name in CONTEXT) == context, "E_ATTESTATION_CONTEXT")
    spki, role = signers.get(attestation["attested_by"], (b"", None))
    require(role in MAY_ATTEST, "E_ATTESTATION_SIG")
    require(is_signed(spki, ATTESTATION_TYPE, signed.payload, signed.signature), "E_ATTESTATION_SIG")
    return attestation, _key_id(attestation["former_key"]), _key_id(attestation["new_key"])


def verify_objection(signed: Signed, former_spki: bytes, account: str, new_key_id: str) -> None:
    objection = js.parse(signed.payload, "E_OBJECTION")
    require(is_objection(objection), "E_OBJECTION")
    actual = (objection["account"], objection["former_key_id"], objection["new_key_id"])
    require(actual == (account, p384.signing_key_id(former_spki).hex(), new_key_id), "E_OBJECTION_CONTEXT")
    require(is_signed(former_spki, OBJECTION_TYPE, signed.payload, signed.signature), "E_OBJECTION_SIG")
