"""The one error of this decoder: a code of the documents, and where the documents ask for it the place."""


class Refused(Exception):
    def __init__(self, code: str, **place: int):
        super().__init__(code)
        self.error = {"code": code, **place}


def require(condition: bool, code: str, **place: int) -> None:
    if not condition:
        raise Refused(code, **place)
