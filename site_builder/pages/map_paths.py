"""Lines of a map as the paths of a drawing."""

from collections.abc import Iterable, Sequence

from site_builder.geography import Point


def path_of(lines: Iterable[Sequence[Point]], *, closed: bool, decimals: int = 1) -> str:
    """Lines as the data of a path, each point but a line's first as the step from the one before it.

    What is too small to be seen has no part in it.
    """
    drawn = (_line(line, decimals) for line in lines)
    return "".join(line + ("z" if closed else "") for line in drawn if not line.endswith("l"))


def _line(line: Sequence[Point], decimals: int) -> str:
    unit = 10**decimals
    steps = [(round(x * unit), round(y * unit)) for x, y in line]
    before, text = steps[0], f"M{_number(steps[0][0], unit)} {_number(steps[0][1], unit)}l"
    for x, y in steps[1:]:
        if (x, y) != before:
            text += f"{_joined(x - before[0], unit)}{_joined(y - before[1], unit)}"
            before = x, y
    return text


def _joined(steps: int, unit: int) -> str:
    """A number after another one: a minus parts them by itself."""
    number = _number(steps, unit)
    return number if number.startswith("-") else f" {number}"


def _number(steps: int, unit: int) -> str:
    return f"{steps / unit:g}".replace("0.", ".", 1) if abs(steps) < unit else f"{steps / unit:g}"
