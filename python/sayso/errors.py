"""What can go wrong."""


class SaysoError(Exception):
    """Something that Sayso could not do. `code` is stable (`SAY005`; docs/errors.md explains each), `message` is a
    sentence for a person."""

    def __init__(self, code: str, message: str):
        super().__init__(message if message.startswith(code) else f'{code} {message}')
        self.code = code
        self.message = message

    def __reduce__(self):
        return SaysoError, (self.code, self.message)
