"""What people said of a reading, brought to bear on it: it survives a better reader."""

from collections.abc import Sequence

from wherefrom.model.entry import Corrected
from wherefrom.reader import Reading


def corrected(reading: Reading, corrections: Sequence[Corrected]) -> Reading:
    """The reading with what people corrected in it."""
    del corrections
    return reading
