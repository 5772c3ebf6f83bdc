"""Pages in a browser with the network cut: nothing is loaded, nothing is wrong, and marks lead to the sentences that say so.

Driven by Playwright in the Chromium of the system; without it the tests say so and skip.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.commands.cli import fine

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to open pages in")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, Path]:
    made = {}
    for name, words in {
        "dashboard": ("dashboard", "org:INTERPOL"),
        "dark": ("dashboard", "org:INTERPOL", "--theme", "dark"),
        "hosts": ("draw", "hosts", "org:UNWTO"),
        "map": ("draw", "hosts", "org:UNWTO", "--as", "map"),
        "network": ("draw", "network", "org:INTERPOL"),
    }.items():
        made[name] = folder / f"{name}.html"
        fine(*words, "--store", folder / "db", "-o", made[name])
    return made


@pytest.fixture
def opened(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what it asks the network for or complains of."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page, wrong = context.new_page(), list[str]()

    def refuse(route: Route) -> None:
        wrong.append(route.request.url)
        route.abort()

    context.route(re.compile(r"^(?!file:)"), refuse)
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page, wrong
    context.close()


@pytest.mark.parametrize("name", ["dashboard", "dark", "hosts", "map", "network"])
def test_a_page_loads_nothing_and_has_no_error(name: str, files: dict[str, Path], opened: tuple[Page, list[str]]) -> None:
    page, wrong = opened
    page.goto(files[name].as_uri())
    assert page.locator("a.mark").count() > 1
    assert wrong == []


@pytest.mark.parametrize("name", ["dashboard", "dark", "map", "network"])
def test_axe_finds_no_violation(name: str, files: dict[str, Path], opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.goto(files[name].as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_mark_tells_its_sentence_and_leads_to_it(files: dict[str, Path], opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.goto(files["hosts"].as_uri())
    mark = page.locator('a.mark[aria-label^="24th session, Madrid"]')
    mark.hover()
    assert "The 24th session of the UNWTO General Assembly closed today in Madrid, Spain." in page.locator("#tip").inner_text()
    mark.click()
    row = page.locator("tr:target")
    assert row.inner_text().split("\t")[:4] == ["24th", "2021", "Madrid, Spain", "confirmed"]
    assert "closed today in Madrid" in row.inner_text()


def test_the_keyboard_reaches_marks(files: dict[str, Path], opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.goto(files["hosts"].as_uri())
    page.locator("#all").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('mark')")
    assert page.locator("#tip").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#tip").is_visible()


def test_the_filter_for_time_takes_marks_and_rows_away(files: dict[str, Path], opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.goto(files["hosts"].as_uri())
    page.locator("#from").fill("2021")
    page.locator("#to").fill("2021")
    shown = page.locator("tbody tr:visible").all_inner_texts()
    assert [row.split("\t")[2] for row in shown] == ["Madrid, Spain", "Marrakech, Morocco"]
    assert page.locator("a.mark:visible").count() == 2
    page.locator("#all").click()
    assert page.locator("a.mark:visible").count() == 4


def test_what_is_selected_in_one_picture_is_selected_in_all(files: dict[str, Path], opened: tuple[Page, list[str]]) -> None:
    page, _ = opened
    page.goto(files["dashboard"].as_uri())
    page.locator("#pick").select_option("session 82")
    chosen = page.locator("a.mark.chosen")
    pictures = {(one.get_attribute("href") or "").partition("-")[0] for one in chosen.all()}
    assert len(pictures) == 3  # hosts as a timeline and as a map, and who came
    page.locator("#pick").select_option("country Colombia")
    assert {"p0", "p1"} < {(one.get_attribute("href") or "")[1:3] for one in page.locator("a.mark.chosen").all()}
