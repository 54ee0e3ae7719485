"""An invented story that drafts are held against: a bridge, told by three reports and a copy."""

from pathlib import Path

REPORTS = {
    "post": (
        "Ardent Post",
        "2031-03-02",
        (
            "Bridge at Sunmere closed after crack\n\n"
            "SUNMERE — The bridge over the Tarn was closed on Saturday after a crack was found in its eastern pier, the city said.\n\n"
            "The crack is 14 centimetres long, according to an engineer who saw it. He asked not to be named because he is not allowed to talk "
            "to the press.\n\n"
            "Repairs may cost 3.2 million crowns, Mayor Lea Orrin told the Ardent Post. The mayor did not answer questions about the inspection "
            "of 2029.\n\n"
            "Some 4,000 lorries use the bridge every day."
        ),
    ),
    "brief": (
        "Morning Brief",
        "2031-03-03",
        (
            "Sunmere bridge crack “14 cm long”\n\n"
            "The crack that closed the bridge at Sunmere is 14 centimetres long, the Ardent Post reported on Sunday, citing an engineer.\n\n"
            "Morning Brief could not confirm the report. The contractor Halden & Sons allegedly used the wrong steel."
        ),
    ),
    "herald": (
        "Tarn Herald",
        "2031-03-04",
        (
            "No danger at Sunmere, says builder\n\n"
            "The contractor Halden & Sons denied that the bridge had been built with the wrong steel. “No weld was left unchecked,” its owner, "
            "Dario Brandt, said.\n\n"
            "Two ferries will carry the lorries to Corvale from Thursday, the harbour master said."
        ),
    ),
}
"""Outlet, day and text by the name of the file."""


def kept_in(folder: Path, *names: str, **more: tuple[str, str, str]) -> list[Path]:
    """The reports as files with sidecars: all, or those named, and more by the name of the file."""
    wanted = {name: REPORTS[name] for name in (names or REPORTS)} | more
    for name, (outlet, day, text) in wanted.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.json").write_text(f'{{"outlet": "{outlet}", "published": "{day}"}}', encoding="utf-8")
    return [folder / f"{name}.txt" for name in wanted]


def drafted(folder: Path, *sentences: str) -> Path:
    """A draft of these sentences under a headline, each a paragraph."""
    path = folder / "draft.txt"
    path.write_text("\n\n".join(("The bridge at Sunmere", *sentences)), encoding="utf-8")
    return path
