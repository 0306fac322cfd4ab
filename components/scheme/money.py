"""Money in words: pounds as people say them, thousands as a column prints them."""

from components import text


def pounds(amount: float) -> str:
    """``£8.64m``, ``£530,000``, ``£1.2bn``."""
    if abs(amount) >= 1e9:
        return f"£{text.decimal(amount / 1e9, 1)}bn"
    if abs(amount) >= 1e6:
        return f"£{text.decimal(amount / 1e6, 2)}m"
    return f"£{text.whole(amount)}"


def thousands(amount: float) -> str:
    """``640`` for £640,000."""
    return text.whole(amount / 1_000)
