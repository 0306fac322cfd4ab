"""The pages of the registry and their states, and what is measured on them in the browser."""

import json
import pkgutil

import dash

import pages as folder
from tests.browser.conftest import until

AREA, TRENDS, GAPS = "/operational/area", "/strategic/trends", "E09999012"  # two months of GAPS were not submitted
MODULES = sorted(
    module.name.removeprefix("pages.")
    for module in pkgutil.walk_packages(folder.__path__, "pages.")
    if not module.ispkg
)
# Views that a page is not seen in at first, each at the width where it is tightest.
STATES = (
    ("/?from=yesterday&to=2018-13", 320),
    ("/?from=2018-01&to=2018-01", 768),
    (f"{AREA}?area=Saltmarow&from=x", 320),
    (f"{AREA}?area={GAPS}&from=2015-04&to=2019-03", 320),
    (f"{AREA}?area=England&from=2017-02&to=2018-01", 1280),
    (f"{AREA}?area=Saltmarrow&as=count&draw=lines", 768),
    (f"{TRENDS}?area={GAPS}&limits=all&compare=region&widened=yes", 320),
    (f"{TRENDS}?area=E10999001&measure=emergency_admissions", 320),
    (f"{TRENDS}?area=E10999001&rebase=2018-01&reason=A+new+ward&author=The+analysts&profile=nhsr", 768),
    (f"{TRENDS}?area=Nowhere&measure=nothing&to=1990-01", 768),
    ("/operational/schemes/S12", 320),
    ("/operational/schemes/S07", 768),
    ("/operational/impact?scheme=S19&indicator=I01.nhs", 320),
    ("/find?q=shire", 320),
    ("/find?q=zzzz", 768),
    ("/no-such-page", 320),
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 768, 320)
ALIKE = "tbody tr:nth-child(n+6):not(:nth-last-child(-n+2))"  # rows of one table are made alike: some are measured
FITS = """[...document.querySelectorAll('.js-plotly-plot')].every(plot => {
  const svg = plot.querySelector('.main-svg');
  return svg && Math.abs(svg.getBoundingClientRect().width - plot.clientWidth) < 2;
})"""
# Words that are cut off by a box, stand on other words, or stick out of the page; drawings are measured elsewhere.
LOST = """(() => {
  const found = [], boxes = [];
  const name = e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 50);
  for (const e of document.querySelectorAll('body *:not(svg, svg *, option, .vh, .vh *, .js-plotly-plot *)')) {
    const style = getComputedStyle(e);
    if (style.clipPath !== 'none' || e.closest('.vh, .skip, [hidden]') || !e.checkVisibility()) continue;
    const cut = [style.overflowX, style.overflowY].some(o => o === 'hidden' || o === 'clip');
    if (cut && e.innerText && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
      found.push('cut off: ' + name(e));
    if (e.closest('thead')) continue;
    for (const node of e.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const region = e.closest('.scroll');
      const hold = (region || document.documentElement).getBoundingClientRect();
      for (const r of range.getClientRects()) {
        const [left, right] = region ? [Math.max(r.left, hold.left), Math.min(r.right, hold.right)] : [r.left, r.right];
        const shown = right - left > 1 && r.top >= hold.top - 1 && r.bottom <= hold.bottom + 1;
        if (shown) boxes.push([r.top, left, r.bottom, right, e]);
      }
    }
  }
  boxes.sort((a, b) => a[0] - b[0]);
  boxes.forEach((box, place) => {
    const [top, left, bottom, right, e] = box;
    if (!e.closest('.scroll') && (right > innerWidth + 1 || left < -1)) found.push('out of the page: ' + name(e));
    for (let next = place + 1; next < boxes.length && boxes[next][0] < bottom - 4; next++) {
      const [, l, , r, other] = boxes[next];
      const sticky = [e, other].some(one => one.closest('tbody th, caption'));
      if (other !== e && !sticky && Math.min(r, right) - Math.max(l, left) > 4)
        found.push('on one another: ' + name(e) + ' and ' + name(other));
    }
  });
  return found.slice(0, 8);
})()"""


def address(module: str) -> str:
    """Path of a page; an address that is none for the page that says so."""
    return "/no-such-page" if module == "not_found_404" else dash.page_registry[f"pages.{module}"]["path"]


def at(page, width: int, *, opened: bool = False) -> None:
    """The page at a width, with every part that can be opened open or all of them closed, drawn to its end."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(f"document.querySelectorAll('details').forEach(d => d.open = {str(opened).lower()})")
    until(page, FITS)
    page.wait_for_timeout(60)


def violations(page, axe: str) -> list[str]:
    """What axe finds, in a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    found = page.evaluate(f"axe.run({{include: [['html']], exclude: [[{ALIKE!r}]]}}, {options})")["violations"]
    return [f"{v['id']}: {node['html'][:120]} {node['failureSummary'][:200]}" for v in found for node in v["nodes"]]


def sideways(page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def lost(page) -> list[str]:
    """Words that cannot be read where they stand."""
    return page.evaluate(LOST)
