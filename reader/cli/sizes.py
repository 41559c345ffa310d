"""Sizes as people read them."""


def size_in_words(size: int) -> str:
    """So many bytes: "0 KiB", "18 KiB", "3.4 MiB", "256 MiB".

    Example:
        >>> size_in_words(18_000), size_in_words(256 * 2**20)
        ('18 KiB', '256 MiB')
    """
    if size < 2**20:
        return f"{-(-size // 1024)} KiB"  # what is there at all is not nothing
    return f"{size / 2**20:.1f}".removesuffix(".0") + " MiB"
