"""What is known about a report besides its text, and who said so last."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Metadata:
    """Outlet, date and so on as somebody stated them; None is what nobody stated."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """This, with what it does not know taken from `other`."""
        names = [field.name for field in fields(self)]
        return Metadata(**{name: getattr(self, name) or getattr(other, name) for name in names})


def one_line(text: str | None) -> str | None:
    """The text with white space made single and what cannot be written as UTF-8 replaced; None where nothing is left."""
    return " ".join(writable(text).split()) or None if text else None


def writable(text: str) -> str:
    """The text with unpaired surrogates, which no encoding can write, replaced by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
