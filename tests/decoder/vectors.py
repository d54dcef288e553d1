"""How a vector is read and compared. What a checker does not know is a deviation, so that nothing goes unchecked."""

from __future__ import annotations

from refused import Refused


class Deviation(Exception):
    pass


def exactly(vector: dict, *names: str, optional: tuple = ()) -> dict:
    """The vector itself, when it has these fields and no others: a field that nobody reads proves nothing."""
    wrong = set(names) - vector.keys() | vector.keys() - set(names) - set(optional)
    if wrong:
        raise Deviation(f"fields unknown or missing: {sorted(wrong)}")
    return vector


def equal(what: str, actual, expected) -> None:
    actual = actual.hex() if isinstance(actual, bytes) else actual
    if actual != expected:
        raise Deviation(f"{what} is {ascii(actual)[:80]}, expected {ascii(expected)[:80]}")


def must_refuse(error, read) -> None:
    expected = {"code": error} if isinstance(error, str) else error
    try:
        read()
    except Refused as refused:
        equal("error", refused.error, expected)
    else:
        raise Deviation(f"accepted, expected {expected}")


def changed(base: dict, change: dict) -> dict:
    unknown = change.keys() - base.keys()
    if unknown:
        raise Deviation(f"changes fields that the accepted case does not have: {sorted(unknown)}")
    return {**base, **change}


def with_neighbours(vector: dict, name: str, accept, read):
    """A case that holds its refused neighbours in itself."""
    base = {field: value for field, value in vector.items() if field != "refused"}
    yield name, lambda: accept(base)
    for case in vector["refused"]:
        yield case["name"], lambda case=case: must_refuse(
            exactly(case, "name", "change", "error")["error"], lambda: read(changed(base, case["change"]))
        )
