"""The curve puts encoders side by side: what each finds and how fast it reads; the reader stays as it was."""

import sys
from pathlib import Path

import pytest

import wherefrom.reader
from benchmarks import curve
from wherefrom.reader import encoder

WEIGHTS = Path(wherefrom.reader.__file__).parent / "weights" / "encoder.onnx"


@pytest.fixture
def split(tmp_path: Path) -> Path:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "ferry.txt").write_text("The council denied that the ferry was old.\n", encoding="utf-8")
    parts = "T1\tSource 0 11\tThe council\nT2\tCue 12 18\tdenied\nT3\tContent 19 41\tthat the ferry was old\n"
    event = "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    (tmp_path / "attributions" / "ferry_0001.ann").write_text(parts + event, encoding="utf-8")
    return tmp_path


def test_every_encoder_has_a_line_with_what_it_finds_and_its_speed(
    split: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = encoder._session()  # noqa: SLF001  to see that it comes back
    monkeypatch.setattr(sys, "argv", ["curve", str(split), str(WEIGHTS), str(WEIGHTS), "--rounds", "1"])
    curve.main()
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "encoder"
    assert [line.split()[:3] for line in lines] == [["encoder.onnx", "100.0", "100.0"]] * 2
    for line in lines:
        alone, whole = (int(number) for number in line.split()[3:])
        assert 0 < whole < alone
    assert encoder._session() is before  # noqa: SLF001
