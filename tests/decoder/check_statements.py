"""statements.json: the directory of an authority, and receipts."""

from __future__ import annotations

from directory import verify_directory
from p384 import signing_key_id
from receipts import verify_receipt
from statements import ReceiptKey, Signed
from vectors import equal, exactly, with_neighbours

unhex = bytes.fromhex
HEAD = {"seqs": "seqs", "headIssuedAt": "issued_at", "lastFresh": "last_fresh"}


def signed_text(value) -> Signed:
    exactly(value, "payload", "signature")
    return Signed(value["payload"].encode("utf-8"), unhex(value["signature"]))


def directory(vector, _file):
    def read(case):
        exactly(case, "authority", "now", "pinnedRoot", "pinnedEpochs", "pinnedSeqs", "statements", "result")
        signed = [signed_text(one) for one in case["statements"]]
        return verify_directory(
            signed,
            case["authority"],
            case["now"],
            unhex(case["pinnedRoot"]),
            case["pinnedEpochs"],
            case["pinnedSeqs"],
        )

    def accept(case):
        verified, result = read(case), case["result"]
        exactly(result, "name", "unitId", "epoch", "unitKeyId", "signers", "receiptKeyIds", *HEAD)
        for field in HEAD:
            equal(field, getattr(verified, HEAD[field]), result[field])
        equal("name", verified.name, result["name"])
        epochs = {unit: (epoch, key_id.hex()) for unit, (epoch, key_id) in verified.unit_keys.items()}
        equal("unit keys", epochs, {result["unitId"]: (result["epoch"], result["unitKeyId"])})
        members = verified.signers[result["unitId"]]
        signers = {key.hex(): {"account": who, "role": role} for key, (who, role) in members.items()}
        equal("signers", signers, result["signers"])
        key_ids = [signing_key_id(key.spki).hex() for key in verified.receipt_keys]
        equal("receipt keys", key_ids, result["receiptKeyIds"])

    yield from with_neighbours(vector, "directory", accept, read)


def receipt(vector, _file):
    def read(case):
        exactly(case, "receiptKey", "expect", "signed", "result")
        key = exactly(case["receiptKey"], "spki", "keyId", "validFrom", "validUntil")
        equal("key id", signing_key_id(unhex(key["spki"])), key["keyId"])
        expect = exactly(case["expect"], "authority", "caseId", "senderKeyId", "messageIds")
        keys = [ReceiptKey(unhex(key["spki"]), key["validFrom"], key["validUntil"])]
        return verify_receipt(
            signed_text(case["signed"]),
            keys,
            expect["authority"],
            expect["caseId"],
            expect["senderKeyId"],
            expect["messageIds"],
        )

    yield from with_neighbours(
        vector, "receipt", lambda case: equal("receipt", read(case), case["result"]), read
    )


KINDS = {"directory": directory, "receipt": receipt}
