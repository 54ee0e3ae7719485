"""Bytes that are no text at all, told by how they begin."""

import re

_KINDS = (
    (b"%PDF-", "a PDF file; save its text as .txt"),
    (b"{\\rtf", "an RTF file; save it as plain text"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, epub); save its text as .txt"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls); save its text as .txt"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh9", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive; unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"bplist00", "a web archive or property list; save the page as HTML"),
)

_FURTHER_IN = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WebP image"),
    (re.compile(rb"RIFF....(?:WAVE|AVI )", re.DOTALL), "a sound or video file"),
    (re.compile(rb"....ftyp(?:avif|heic|mif1)", re.DOTALL), "an image"),
    (re.compile(rb"\x00\x00..ftyp", re.DOTALL), "a sound or video file"),
)


def binary_kind(raw: bytes) -> str | None:
    """What these bytes are, where their beginning tells that they are no text: "a PNG image"; otherwise None."""
    for start, kind in _KINDS:
        if raw.startswith(start):
            return kind
    return next((kind for pattern, kind in _FURTHER_IN if pattern.match(raw)), None)
