"""Strict JSON of container-format.md, section 7, and the checks its fields are made of."""

from __future__ import annotations

import base64
import json
import re

from refused import Refused, require

MAX_INTEGER = 2**53 - 1


class NotAllowed(ValueError):
    pass


def _no_number(text: str):
    raise NotAllowed(text)


def _names_once(pairs):
    if len(dict(pairs)) != len(pairs):
        raise NotAllowed("a name twice")
    return dict(pairs)


def write(value) -> bytes:
    """Half of a surrogate pair has no UTF-8, and fails here."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def parse(data: bytes, code: str):
    """The value, when writing it again gives these very bytes."""
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text, object_pairs_hook=_names_once, parse_float=_no_number, parse_constant=_no_number
        )
        require(write(value) == data, code)
    except (ValueError, RecursionError):
        raise Refused(code) from None
    return value


# A check is a function that says whether one value is allowed.


def integer(lowest: int, highest: int = MAX_INTEGER):
    return lambda value: type(value) is int and lowest <= value <= highest


def text(lowest: int, highest: int):
    """Lengths are UTF-16 units, because the format counts as browsers do."""

    def checked(value) -> bool:
        return isinstance(value, str) and lowest <= len(value.encode("utf-16-le", "surrogatepass")) // 2 <= highest

    return checked


def pattern(expression: str):
    return lambda value: isinstance(value, str) and re.fullmatch(expression, value, re.ASCII) is not None


def hex_digits(count: int):
    return pattern(f"[0-9a-f]{{{count}}}")


uuid = pattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def one_of(*values):
    return lambda value: any(type(value) is type(allowed) and value == allowed for allowed in values)


def list_of(check, highest: int | None = None):
    def checked(value) -> bool:
        return isinstance(value, list) and (highest is None or len(value) <= highest) and all(map(check, value))

    return checked


def mapping(name, check):
    return lambda value: isinstance(value, dict) and all(name(k) and check(v) for k, v in value.items())


def record(required: dict, optional: dict | None = None):
    """Exactly these fields, of which the optional ones may be missing."""
    known = {**required, **(optional or {})}

    def checked(value) -> bool:
        return (
            isinstance(value, dict)
            and required.keys() <= value.keys() <= known.keys()
            and all(known[name](field) for name, field in value.items())
        )

    return checked


def from_base64(value: str) -> bytes:
    """With padding, and only the canonical spelling."""
    data = base64.b64decode(value, validate=True)
    if base64.b64encode(data).decode() != value:
        raise NotAllowed("not canonical base64")
    return data


def from_base64url(value: str) -> bytes:
    """Only the canonical spelling: no padding, no bits left over."""
    data = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    if base64.urlsafe_b64encode(data).rstrip(b"=").decode() != value:
        raise NotAllowed("not canonical base64url")
    return data


def base64url(lowest: int, highest: int):
    def checked(value) -> bool:
        try:
            return isinstance(value, str) and lowest <= len(from_base64url(value)) <= highest
        except ValueError:
            return False

    return checked
