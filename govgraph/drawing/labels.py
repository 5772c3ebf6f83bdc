"""Where words go on a picture so that none covers another, or a mark, or leaves the frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LETTER = 0.62  # of the size of the letters, how wide one is on average
_ASIDE = 7.0  # pixels from a mark to its words


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a mark: where they stand, in pixels from the left and the top, and how they are aligned there."""

    text: str
    x: float
    y: float
    align: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def inside(self, width: float, height: float) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


def placed(
    wanted: Sequence[tuple[str, float, float]],
    width: float,
    height: float,
    size: float,
    marks: Iterable[tuple[float, float]] = (),
) -> list[Label]:
    """Labels for points, the first ones first; one for which there is no room is left out.

    Each is tried to the right, to the left, above and below its point. `marks` are the middles of what must stay free.
    """
    taken = [_Box(x - 5, y - 5, x + 5, y + 5) for x, y in marks]
    found = []
    for text, x, y in wanted:
        wide = len(text) * size * _LETTER
        for align, dx, dy in (
            ("left", _ASIDE, 0.0),
            ("right", -_ASIDE, 0.0),
            ("center", 0.0, -size - 2),
            ("center", 0.0, size + 2),
            ("left", _ASIDE, -size * 0.8),
            ("left", _ASIDE, size * 0.8),
            ("right", -_ASIDE, -size * 0.8),
            ("right", -_ASIDE, size * 0.8),
        ):
            left = x + dx - {"left": 0.0, "right": wide, "center": wide / 2}[align]
            box = _Box(left, y + dy - size * 0.6, left + wide, y + dy + size * 0.6)
            if box.inside(width, height) and not any(box.meets(other) for other in taken):
                taken.append(box)
                found.append(Label(text, round(x + dx, 1), round(y + dy, 1), align))
                break
    return found
