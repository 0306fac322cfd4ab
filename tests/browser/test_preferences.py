"""What a reader has asked the system for, on every page of the registry: forced colours, less motion, the keyboard."""

import pytest

from tests.browser import tour
from tests.browser.conftest import until, visiting
from tests.browser.tour import MODULES

# Shapes and words that forced colours would take away: what keeps its own colours must stand out by itself.
FAINT = """(() => {
  const found = [];
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(p => p / 255)
    .map(p => p <= .04045 ? p / 12.92 : ((p + .055) / 1.055) ** 2.4)
    .reduce((sum, p, place) => sum + p * [.2126, .7152, .0722][place], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(parse(a)), light(parse(b))].sort((x, y) => x - y);
    return (high + .05) / (low + .05);
  };
  const seen = c => { const [, , , alpha] = parse(c); return c.startsWith('rgb') && alpha !== 0; };
  const ground = e => {
    while (e && !seen(getComputedStyle(e).backgroundColor)) e = e.parentElement;
    return e ? getComputedStyle(e).backgroundColor : canvas;
  };
  const probe = document.body.appendChild(document.createElement('div'));
  probe.style.background = 'Canvas';
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const name = e => e.tagName + '.' + (e.className.baseVal ?? e.className) + ' ' + e.textContent.trim().slice(0, 40);
  const edged = (s, around) => ['Top', 'Bottom'].every(side => parseFloat(s['border' + side + 'Width']) >= 1 &&
    s['border' + side + 'Style'] !== 'none' && contrast(s['border' + side + 'Color'], around) >= 3);
  for (const e of document.querySelectorAll('body *:not(svg, svg *, .vh, .js-plotly-plot *)')) {
    const s = getComputedStyle(e), box = e.getBoundingClientRect();
    if (!e.checkVisibility() || !box.width || !box.height || e.closest('.vh, .skip')) continue;
    const around = ground(e.parentElement);
    const field = e.matches('main select, main button, main .btn, input[type=search], input[type=text]');
    if (field && !e.disabled && ![s, getComputedStyle(e.parentElement)].some(one => edged(one, around)))
      found.push('no edge: ' + name(e));
    if (e.tagName === 'IMG' && !(seen(s.backgroundColor) && light(parse(s.backgroundColor)) > .9))
      found.push('image without a light ground: ' + e.src);
    if (s.forcedColorAdjust !== 'none' || e.closest('.fig')) continue;
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (own && contrast(s.color, ground(e)) < 4.5) found.push('faint words: ' + name(e));
    const shape = !own && e.tagName !== 'IMG' && seen(s.backgroundColor);
    if (shape && contrast(s.backgroundColor, around) < 3 && !edged(s, around))
      found.push('faint shape: ' + name(e));
  }
  for (const fig of document.querySelectorAll('.fig')) {
    const s = getComputedStyle(fig);
    if (s.forcedColorAdjust !== 'none' || light(parse(s.backgroundColor)) < .99) found.push('chart without paper');
    const traces = [...fig.querySelectorAll('.scatterlayer .trace')].map(t => t.querySelector('.js-line'));
    const lines = traces.filter(Boolean).map(l => getComputedStyle(l));
    const looks = lines.map(l => [l.stroke, l.strokeWidth, l.strokeDasharray].join());
    if (new Set(looks).size < looks.length) found.push('two lines of one look: ' + looks.join(' | '));
    lines.filter(l => contrast(l.stroke, s.backgroundColor) < 3).forEach(l => found.push('faint line: ' + l.stroke));
    for (const t of fig.querySelectorAll('text'))
      if (t.textContent.trim() && contrast(getComputedStyle(t).fill, s.backgroundColor) < 4.5)
        found.push('faint label: ' + t.textContent);
  }
  const here = document.querySelector('.nav-link[aria-current]');
  if (here && contrast(getComputedStyle(here).borderBottomColor, canvas) < 3) found.push('the page is not marked');
  return [...new Set(found)].slice(0, 12);
})()"""
MOVING = """[...document.getAnimations().map(a => 'running: ' + (a.animationName || a.transitionProperty)),
  ...[...document.querySelectorAll('*')].filter(e => {
    const s = getComputedStyle(e);
    return s.transitionDuration.split(', ').some(d => d !== '0s') || s.animationName !== 'none' ||
      s.scrollBehavior === 'smooth';
  }).map(e => 'would move: ' + e.tagName + '.' + e.className)].slice(0, 5)"""
FOCUSED = """(() => {
  const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
  return {body: e === document.body, name: `${e.tagName}#${e.id}.${e.className} ${e.textContent.slice(0, 40)}`,
    style: s.outlineStyle, width: parseFloat(s.outlineWidth),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
})()"""
STOPS = """[...document.querySelectorAll('a[href], button, select, input, textarea, summary, [tabindex="0"]')]
  .filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden').length"""


@pytest.fixture(scope="module", params=MODULES)
def opened(request, chrome, demo_url, site):
    """A page of the registry, opened once for the tests of this file."""
    with visiting(chrome) as visit:
        yield visit(demo_url, tour.address(request.param), charts=False).page


@pytest.fixture
def page(opened):
    """The page as it was opened, with nothing asked of the system."""
    yield opened
    opened.emulate_media(reduced_motion="null", forced_colors="null", color_scheme="null")


def test_forced_colours_leave_shapes_icons_and_edges_to_be_seen(page):
    tour.at(page, 1280, opened=True)
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        until(page, f"matchMedia('(forced-colors: active) and (prefers-color-scheme: {scheme})').matches")
        assert page.evaluate(FAINT) == [], scheme


def test_nothing_moves_for_those_who_asked_for_less_motion(page):
    page.emulate_media(reduced_motion="reduce")
    tour.at(page, 1280, opened=True)
    assert page.evaluate(MOVING) == [], page.evaluate(MOVING)


@pytest.mark.parametrize("forced", ["none", "active"])
def test_every_stop_of_the_tab_key_is_seen(page, forced):
    page.emulate_media(forced_colors=forced)
    tour.at(page, 1280)
    page.locator(".skip").focus()
    page.keyboard.press("Shift+Tab")  # to the start of the page
    stops = page.evaluate(STOPS)
    reached = 0
    for _ in range(stops if forced == "none" else min(stops, 12)):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["body"]:
            break
        assert (now["style"], now["width"]) == ("solid", 3), now
        assert now["seen"], now
        reached += 1
    assert reached == (stops if forced == "none" else min(stops, 12))
