"""The dossier in a real browser, driven through its own WebDriver: nothing to install but Debian's chromium."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from tests.output.retold import retold, told_twice
from wherefrom.model import Findings
from wherefrom.model.release import Release
from wherefrom.output.dossier import dossier

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver (Debian: chromium, chromium-driver)"
)

SWITCHES = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-prefers-reduced-motion --window-size=1400,1000"
).split()

HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "<svg onload=alert(1)> \"'`{{ 7*7 }}{% raw %}<!--</style></title> javascript:alert(1) \u202e\u2028\x00\x1b[31m&lt;"
)


class Browser:
    """One page in one browser."""

    def __init__(self, port: int, profile: Path) -> None:
        self.port = port
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": CHROMIUM, "args": [*SWITCHES, f"--user-data-dir={profile}"]},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        self.session = ""
        self.session = f"/{self.ask('POST', '', {'capabilities': {'alwaysMatch': wanted}})['sessionId']}"

    def ask(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401  # whatever the browser answers
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, f"/session{self.session}{path}", json.dumps(body or {}))
            answer = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(answer, dict) and "error" in answer:
            raise AssertionError(answer["message"])
        return answer

    def open(self, address: str) -> None:
        self.ask("POST", "/url", {"url": address})

    def run(self, script: str) -> Any:  # noqa: ANN401
        return self.ask("POST", "/execute/sync", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        """A click on an element that is brought to the middle first, clear of the bar at the bottom."""
        self.run(f"document.querySelector({json.dumps(selector)})?.scrollIntoView({{block: 'center'}})")
        found = self.ask("POST", "/element", {"using": "css selector", "value": selector})
        self.ask("POST", f"/element/{next(iter(found.values()))}/click", {})

    def press(self, key: str) -> None:
        """A key pressed where the focus is, as a person would."""
        strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": strokes}]})

    def devtools(self, command: str, **params: object) -> Any:  # noqa: ANN401
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": params})

    def log(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("POST", "/se/log", {"type": kind})
        return found

    def requested(self) -> list[str]:
        """The addresses that the page asked for, itself included; not those of the browser's own start page."""
        messages = [json.loads(entry["message"])["message"] for entry in self.log("performance")]
        asked = [it["params"] for it in messages if it["method"] == "Network.requestWillBeSent"]
        return [it["request"]["url"] for it in asked if it["documentURL"].startswith("file:")]

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.run(f"return [...document.querySelectorAll({selector!r})].map((it) => it.textContent)")
        return found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert DRIVER
    with subprocess.Popen([DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as driver:
        assert driver.stdout
        told = next(line for line in driver.stdout if "started successfully on port" in line)
        page = Browser(int(told.rstrip(".\n").rsplit(" ", 1)[1]), tmp_path_factory.mktemp("profile"))
        try:
            yield page
        finally:
            page.ask("DELETE", "")
            driver.terminate()


@pytest.fixture
def opened(browser: Browser, findings: Findings, tmp_path: Path) -> Browser:
    """The two reports, freshly opened."""
    return show(browser, findings, tmp_path)


def show(browser: Browser, findings: Findings, folder: Path) -> Browser:
    page = folder / "dossier.html"
    page.write_text(dossier(Release.of_reading(findings)), encoding="utf-8")
    browser.log("performance"), browser.log("browser")
    browser.open(page.as_uri())
    return browser


def test_nothing_is_requested_and_the_console_stays_silent(opened: Browser) -> None:
    opened.click("#d1-c7 .pick")
    opened.press("\ue00c")
    assert len(opened.requested()) == 1
    assert opened.log("browser") == []


def test_the_article_shows_the_text_and_nothing_else(opened: Browser, findings: Findings) -> None:
    assert opened.texts("article") == [document.text for document in findings.documents]


def test_choosing_a_claim_lights_its_words_sources_and_cues(opened: Browser) -> None:
    opened.click("#d1-c7 .pick")
    assert opened.texts(".lit-content") == ["the papers to be forgeries"]
    assert opened.texts(".lit-source") == ["The Mirror", "three auditors"]
    assert opened.texts(".lit-cue") == ["noted that", "believed"]
    assert opened.run("return document.querySelector('#d1-c7 .pick').getAttribute('aria-pressed')") == "true"
    assert opened.texts("#status")[0].startswith("Claim 7 of 14 selected: 2 sources.")


def test_choosing_it_again_or_escape_puts_the_lights_out(opened: Browser) -> None:
    opened.click("#d1-c7 .pick")
    opened.click("#d1-c7 .pick")
    assert opened.texts(".lit") == []
    opened.click("#d1-c7 .pick")
    opened.press("\ue00c")
    assert opened.texts(".lit") == []
    assert opened.run("return document.querySelector('.bar').hidden")


@pytest.mark.parametrize("key", ["\ue007", " "])
def test_enter_and_space_choose_a_claim(opened: Browser, key: str) -> None:
    opened.run("document.querySelector('#d1-c5 .pick').focus()")
    opened.press(key)
    assert opened.texts(".lit-content") == ["“We signed one contract,”", "“and only one.”"]


def test_arrows_and_letters_move_from_claim_to_claim(opened: Browser) -> None:
    opened.run("document.querySelector('#d1-c2 .pick').focus()")
    for key in ("j", "\ue015", "k"):
        opened.press(key)
    assert opened.run("return document.activeElement.closest('.claim').id") == "d1-c3"
    assert opened.run("return [...document.querySelectorAll('.claim.lit')].map((it) => it.id)") == ["d1-c3"]


def test_a_marked_stretch_chooses_the_claims_there(opened: Browser) -> None:
    chosen = "return [...document.querySelectorAll('.claim.lit')].map((it) => it.id)"
    opened.run("[...document.querySelectorAll('.source')].find((it) => it.textContent.includes('port ledger')).click()")
    assert opened.run(chosen) == ["d1-c11", "d1-c12"]
    assert opened.texts("#status") == ["2 claims selected here: 11, 12."]
    opened.run("document.querySelector('#d2-c2-begins').click()")
    assert opened.run(chosen) == ["d2-c2"]


def test_filters_leave_the_claims_of_one_sort(opened: Browser) -> None:
    visible = "return [...document.querySelectorAll('.claim')].filter((it) => it.offsetParent).map((it) => it.id)"
    opened.click("[data-filter=denied]")
    assert opened.run(visible) == ["d1-c6"]
    assert opened.texts("#status") == ["1 of 16 claims shown."]
    opened.click("[data-filter=all]")
    assert len(opened.run(visible)) == 16


def test_paper_hides_no_claim_and_loses_no_mark(opened: Browser) -> None:
    opened.click("[data-filter=denied]")
    opened.click("#d1-c6 .pick")
    opened.devtools("Emulation.setEmulatedMedia", media="print")
    try:
        assert opened.run("return [...document.querySelectorAll('.claim')].every((it) => it.offsetParent)")
        lines = "return [...document.querySelectorAll('article .source')].map((it) => getComputedStyle(it)"
        assert set(opened.run(f"{lines}.textDecorationLine)")) == {"underline"}
        assert set(opened.run(f"{lines}.textDecorationColor)")) == {"rgb(0, 0, 0)"}
    finally:
        opened.devtools("Emulation.setEmulatedMedia", media="")


def test_marks_are_told_to_screen_readers(opened: Browser) -> None:
    nodes = opened.devtools("Accessibility.getFullAXTree")["nodes"]
    heard = [str(node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")]
    assert any(name.startswith("source:") for name in heard)
    assert any(name.startswith("cue:") for name in heard)
    assert any(name.startswith("hedge:") for name in heard)
    roles = {node["role"]["value"] for node in nodes if not node.get("ignored")}
    assert {"main", "banner", "contentinfo", "article", "navigation", "status", "region"} <= roles


@pytest.mark.parametrize("width", [390, 800, 1400])
def test_no_width_scrolls_sideways(opened: Browser, width: int) -> None:
    opened.devtools(
        "Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=width < 500
    )
    try:
        assert opened.run("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        opened.devtools("Emulation.clearDeviceMetricsOverride")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_their_ground(opened: Browser, scheme: str) -> None:
    opened.click("#d1-c1 .pick")
    opened.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        assert opened.run(FAINT) == []
    finally:
        opened.devtools("Emulation.setEmulatedMedia", features=[])


FAINT = """
const light = (rgb) => rgb.map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
const ground = (it) => {
  for (; it; it = it.parentElement) {
    const colour = parts(getComputedStyle(it).backgroundColor);
    if (colour.length < 4 || colour[3] > 0) return colour.slice(0, 3);
  }
  return [255, 255, 255];
};
return [...document.querySelectorAll("body *")]
  .filter((it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && it.offsetParent)
  .filter((it) => {
    const [a, b] = [light(parts(getComputedStyle(it).color).slice(0, 3)), light(ground(it))].sort((x, y) => y - x);
    return (a + .05) / (b + .05) < 4.5;
  })
  .map((it) => `${it.className}: ${it.textContent.trim().slice(0, 30)}`);
"""


def test_hostile_words_do_nothing(browser: Browser, over: Callable[[str], Findings], tmp_path: Path) -> None:
    show(browser, over(HOSTILE), tmp_path)
    assert browser.run("return document.title").startswith("Wherefrom: </script>")
    assert browser.run("return document.querySelectorAll('img, svg, script, style').length") == 2
    assert browser.texts("article")[0] == HOSTILE.replace("\x00", "␀").replace("\x1b", "␛").replace("\u202e", "\ufffd")
    browser.click("#d1-c1 .pick")
    assert len(browser.requested()) == 1
    assert browser.log("browser") == []


# --- shared claims


@pytest.fixture
def story(browser: Browser, tmp_path: Path) -> Browser:
    """The story retold by six reports, freshly opened."""
    return show(browser, retold(), tmp_path)


def test_shared_claims_request_nothing_and_break_no_policy(story: Browser) -> None:
    assert len(story.requested()) == 1
    assert story.log("browser") == []


def test_a_telling_leads_to_its_place_and_lights_it(story: Browser) -> None:
    story.click("#k1 .reports .place")
    assert story.run("return location.hash") == "#d1-c1-begins"
    assert story.texts(".lit-content") == ["Veldmark sold one crane to two buyers on 2 May"]


def test_a_card_leads_to_its_shared_claim_and_opens_it(story: Browser) -> None:
    story.run("document.getElementById('k1').open = false")
    story.click("#d1-c1 .elsewhere a")
    assert story.run("return document.getElementById('k1').open")
    assert story.texts(".claim.lit") == []


def test_a_shared_claim_opens_and_closes_by_keyboard(story: Browser) -> None:
    story.run("document.querySelector('#k1 > summary').focus()")
    story.press("\ue007")
    assert not story.run("return document.getElementById('k1').open")
    story.press(" ")
    assert story.run("return document.getElementById('k1').open")


def test_the_picture_is_heard_as_one_with_its_description(story: Browser) -> None:
    nodes = story.devtools("Accessibility.getFullAXTree")["nodes"]
    heard = [node for node in nodes if not node.get("ignored") and node["role"]["value"] in {"image", "img"}]
    assert len(heard) == 1
    assert "At least 1 origin, at most 2" in heard[0]["name"]["value"]


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_shared_claims_scroll_sideways_at_no_width(story: Browser, width: int) -> None:
    story.run("for (const it of document.querySelectorAll('details')) it.open = true")
    story.devtools(
        "Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=width < 500
    )
    try:
        assert story.run("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        story.devtools("Emulation.clearDeviceMetricsOverride")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_of_shared_claims_stand_out(story: Browser, scheme: str) -> None:
    story.run("for (const it of document.querySelectorAll('details')) it.open = true")
    story.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        assert story.run(FAINT) == []
        assert story.run(FAINT_IN_PICTURES) == []
    finally:
        story.devtools("Emulation.setEmulatedMedia", features=[])


FAINT_IN_PICTURES = (
    FAINT.replace("body *", "svg text")
    .replace(" && it.offsetParent", "")
    .replace("getComputedStyle(it).color)", "getComputedStyle(it).fill)")
    .replace("it.className", "'text'")
)


def test_no_word_of_the_picture_runs_out_of_it_or_into_another(story: Browser) -> None:
    crowded = story.run("""
        const boxes = [...document.querySelectorAll("figure svg text")].map((it) => [it.textContent, it.getBBox()]);
        const frame = document.querySelector("figure svg").viewBox.baseVal;
        return boxes.filter(([, box], place) => box.x < 0 || box.x + box.width > frame.width
          || box.y + box.height > frame.height || boxes.some(([, other], later) => later > place
            && box.x < other.x + other.width && other.x < box.x + box.width
            && box.y + 2 < other.y + other.height && other.y + 2 < box.y + box.height)).map(([words]) => words);
    """)
    assert crowded == []


def test_paper_shows_every_shared_claim_opened(story: Browser) -> None:
    story.run("document.getElementById('k1').open = false; dispatchEvent(new Event('beforeprint'))")
    assert story.run("return [...document.querySelectorAll('details')].every((it) => it.open)")
    story.run("dispatchEvent(new Event('afterprint'))")
    assert not story.run("return document.getElementById('k1').open")


def test_hostile_words_told_twice_do_nothing(browser: Browser, over: Callable[[str], Findings], tmp_path: Path) -> None:
    show(browser, told_twice(over(HOSTILE), HOSTILE), tmp_path)
    assert browser.run("return document.title").startswith("Wherefrom: 2 documents")
    assert browser.run("return document.querySelectorAll('img, script, style').length") == 2
    browser.click("#k1 .reports .place")
    assert len(browser.requested()) == 1
    assert browser.log("browser") == []
