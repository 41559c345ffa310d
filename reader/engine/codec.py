"""A Reading as JSON, and back, which is what the cache writes.

Going back, everything is held against the types that the dataclasses of `reader.analysis.model` state, so that nothing
but a Reading can come out.
"""

from functools import cache

import msgspec

from reader.analysis.model import Reading


class CodecError(ValueError):
    """The data is no Reading, or the Reading holds half of a surrogate pair, which JSON cannot."""


def encoded(reading: Reading) -> bytes:
    """The JSON of a Reading: objects with the names of its fields as keys.

    Raises:
        CodecError: it holds text that UTF-8 cannot.
    """
    try:
        return msgspec.json.encode(reading)
    except UnicodeEncodeError as error:
        raise CodecError("the text holds half of a surrogate pair") from error


def decoded(data: bytes) -> Reading:
    """The Reading that :func:`encoded` made ``data`` of.

    Raises:
        CodecError: it did not.
    """
    try:
        return _decoder().decode(data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise CodecError(str(error)) from error


@cache
def _decoder() -> msgspec.json.Decoder[Reading]:
    return msgspec.json.Decoder(Reading)
