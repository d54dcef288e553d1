"""attestations.json: account fingerprints, attestations, objections and changes of an account."""

from __future__ import annotations

import p384
from attestations import account_fingerprint, verify_attestation, verify_objection
from account_change import end_digest, verify_account_change, ways_digest
from check_statements import signed_text
from signed_json import fingerprint_digits
from vectors import changed, equal, exactly, must_refuse

unhex = bytes.fromhex


def fingerprint(vector, _file):
    def check():
        exactly(vector, "kemKeyId", "signingSpki", "hex", "digits")
        value = account_fingerprint(unhex(vector["kemKeyId"]), unhex(vector["signingSpki"]))
        equal("fingerprint", value, vector["hex"])
        equal("digits", fingerprint_digits(value), vector["digits"])

    yield "fingerprint", check


def _other_signed(vector, name: str, accept, read):
    """Every refused case replaces `signed`, and nothing else."""
    base = {field: value for field, value in vector.items() if field != "refused"}
    yield name, lambda: accept(base)
    for case in vector["refused"]:
        exactly(case, "name", "signed", "error")
        other = changed(base, {"signed": case["signed"]})
        yield case["name"], lambda case=case, other=other: must_refuse(case["error"], lambda: read(other))


def attestation(vector, _file):
    def read(case):
        exactly(case, "expect", "signers", "signed", "result")
        expect = exactly(case["expect"], "authority", "unitId", "caseId", "account")
        context = tuple(expect[name] for name in ("authority", "unitId", "caseId", "account"))
        signers = {exactly(one, "keyId", "spki", "role")["keyId"]: one for one in case["signers"]}
        for key_id, one in signers.items():
            equal("key id", p384.signing_key_id(unhex(one["spki"])), key_id)
        by_id = {key_id: (unhex(one["spki"]), one["role"]) for key_id, one in signers.items()}
        return verify_attestation(signed_text(case["signed"]), context, by_id)

    def accept(case):
        content, former, new = read(case)
        actual = {"formerKeyId": former.hex(), "newKeyId": new.hex()}
        actual |= {"newKemKeyId": content["new_kem_key_id"], "checked": content["checked"]}
        equal("result", actual, case["result"])

    yield from _other_signed(vector, "attestation", accept, read)


def objection(vector, _file):
    def read(case):
        exactly(case, "formerSpki", "expect", "signed")
        expect = exactly(case["expect"], "account", "newKeyId")
        former = unhex(case["formerSpki"])
        verify_objection(signed_text(case["signed"]), former, expect["account"], expect["newKeyId"])

    yield from _other_signed(vector, "objection", read, read)


def account_change(vector, _file):
    for index, ways in enumerate(vector["ways"]):

        def check(ways=ways):
            exactly(ways, "before", "removed", "added", "digest")
            equal("digest", ways_digest(ways["before"], ways["removed"], ways["added"]).hex(), ways["digest"])

        yield f"digest of ways {index}", check

    for index, end in enumerate(vector["ends"]):

        def check_end(end=end):
            exactly(end, "account", "digest")
            equal("digest", end_digest(end["account"]).hex(), end["digest"])

        yield f"digest of the end {index}", check_end

    def read(case):
        exactly(case, "spki", "ways", "ends", "expect", "signed")
        expect = exactly(case["expect"], "account", "what", "vault_version", "digest")
        verify_account_change(signed_text(case["signed"]), unhex(case["spki"]), expect)

    yield from _other_signed(vector, "account change", read, read)


KINDS = {
    "fingerprint": fingerprint,
    "attestation": attestation,
    "objection": objection,
    "accountChange": account_change,
}
