"""keys.json: keys, vaults, slots, recovery keys and fingerprints."""

from __future__ import annotations

import check_grants
import p384
import strict_json as js
from recovery_key import parse_recovery_key
from signed_json import fingerprint_digits, root_fingerprint
from slots import RECOVERY, open_slot
from vault import open_on_device, open_vault
from vectors import equal, exactly, must_refuse, with_neighbours

unhex = bytes.fromhex
# PrivateKeyInfo of P-384 up to the 48 bytes of the private key.
PKCS8_PREFIX = unhex("3081b6020100301006072a8648ce3d020106052b8104002204819e30819b0201010430")


def signing(vector, _file):
    def check():
        pkcs8, spki = unhex(exactly(vector, "pkcs8", "spki", "keyId")["pkcs8"]), unhex(vector["spki"])
        equal("PKCS#8 up to the key", pkcs8[:35], PKCS8_PREFIX.hex())
        point = p384.public_point(int.from_bytes(pkcs8[35:83], "big"))
        equal("public key", p384.SPKI_PREFIX + p384.encode_point(point), vector["spki"])
        equal("key id", p384.signing_key_id(spki), vector["keyId"])

    yield "signing", check


def vault(vector, _file):
    def read(case):
        exactly(case, "accountId", "vaultKey", "minimumVersion", "sealed", "result")
        return open_vault(unhex(case["sealed"]), unhex(case["vaultKey"]), case["accountId"], case["minimumVersion"])

    def accept(case):
        content = read(case)
        for name in ("kemSeed", "signingKey"):
            content[name] = js.from_base64url(content[name]).hex()
        equal("content", content, case["result"])

    yield from with_neighbours(vector, "vault", accept, read)


def recovery_slot(vector, _file):
    def read(case):
        exactly(case, "accountId", "recoveryKey", "header", "wrapped", "vaultKey")
        key = unhex(case["recoveryKey"])
        return open_slot(RECOVERY, unhex(case["header"]), unhex(case["wrapped"]), key, case["accountId"])

    yield from with_neighbours(vector, "slot", lambda case: equal("vault key", read(case), case["vaultKey"]), read)


def this_device(vector, _file):
    def read(case):
        exactly(case, "accountId", "deviceKey", "wrapped", "vaultKey")
        return open_on_device(unhex(case["deviceKey"]), unhex(case["wrapped"]), case["accountId"])

    yield from with_neighbours(vector, "device", lambda case: equal("vault key", read(case), case["vaultKey"]), read)


def recovery_keys(vector, _file):
    exactly(vector, "accepted", "refused")
    for case in vector["accepted"]:
        exactly(case, "typed", "bytes")
        yield case["typed"], lambda case=case: equal("key", parse_recovery_key(case["typed"]), case["bytes"])
    for case in vector["refused"]:
        exactly(case, "typed", "error")
        yield case["typed"], lambda case=case: must_refuse(case["error"], lambda: parse_recovery_key(case["typed"]))


def fingerprint(vector, _file):
    def check():
        exactly(vector, "rootSpki", "hex", "digits")
        equal("fingerprint", root_fingerprint(unhex(vector["rootSpki"])), vector["hex"])
        equal("digits", fingerprint_digits(unhex(vector["hex"])), vector["digits"])

    yield "fingerprint", check


KINDS = {
    "signing": signing,
    "kem": check_grants.recipient,
    "vault": vault,
    "recoverySlot": recovery_slot,
    "thisDevice": this_device,
    "recoveryKeys": recovery_keys,
    "fingerprint": fingerprint,
}
