"""slots.json: seven words, slots of passphrases and passkeys, and the link to another device."""

from __future__ import annotations

import hpke
from device_link import check_request, open_answer
from passphrase import parse_words
from slots import PASSKEY, PASSPHRASE, open_slot
from vectors import changed, equal, exactly, must_refuse, with_neighbours

unhex = bytes.fromhex


def words(vector, _file):
    exactly(vector, "accepted", "refused")
    for case in vector["accepted"]:
        exactly(case, "typed", "letters")
        yield case["typed"], lambda case=case: equal("letters", parse_words(case["typed"]), case["letters"])
    for case in vector["refused"]:
        exactly(case, "typed", "error")
        yield case["typed"], lambda case=case: must_refuse(case["error"], lambda: parse_words(case["typed"]))


def passphrase_slot(vector, _file):
    def read(case):
        exactly(case, "accountId", "words", "wrappingKey", "header", "wrapped", "vaultKey")
        parse_words(case["words"])
        key = unhex(case["wrappingKey"])
        return open_slot(PASSPHRASE, unhex(case["header"]), unhex(case["wrapped"]), key, case["accountId"])

    yield from with_neighbours(vector, "slot", lambda case: equal("vault key", read(case), case["vaultKey"]), read)


def passkey_slot(vector, _file):
    def read(case):
        exactly(case, "accountId", "prfOutput", "prfInput", "credentialId", "header", "wrapped", "vaultKey")
        output = unhex(case["prfOutput"])
        return open_slot(PASSKEY, unhex(case["header"]), unhex(case["wrapped"]), output, case["accountId"])

    def accept(case):
        equal("parameters", case["header"][48:], case["prfInput"] + case["credentialId"])
        equal("vault key", read(case), case["vaultKey"])

    yield from with_neighbours(vector, "slot", accept, read)


def device_link(vector, _file):
    base = {field: value for field, value in vector.items() if not field.startswith("refused")}
    both = ("accountId", "linkId", "code", "seed", "publicKey", "proof", "answer", "vaultKey", "grantorSpki")

    def ask(case):
        place = (case["code"], case["linkId"], case["accountId"])
        check_request(*place, unhex(case["publicKey"]), unhex(case["proof"]))

    def answer(case):
        return open_answer(
            case["code"], case["linkId"], case["accountId"], unhex(case["seed"]), unhex(case["answer"])
        )

    def accept():
        ask(exactly(base, *both))
        equal("public key", hpke.public_key(unhex(base["seed"])), base["publicKey"])
        vault_key, grantor = answer(base)
        equal("vault key", vault_key, base["vaultKey"])
        equal("grantor", grantor, base["grantorSpki"])

    yield "link", accept
    for read, cases in ((ask, vector["refusedRequests"]), (answer, vector["refusedAnswers"])):
        for case in cases:
            exactly(case, "name", "change", "error")
            yield case["name"], lambda read=read, case=case: must_refuse(
                case["error"], lambda: read(changed(base, case["change"]))
            )


KINDS = {
    "words": words,
    "passphraseSlot": passphrase_slot,
    "passkeySlot": passkey_slot,
    "deviceLink": device_link,
}
