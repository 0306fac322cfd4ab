// Keeps the document's title equal to the page's hidden data-title, and says in the status region what changed.
(function () {
  let timer = 0;
  function announce(text) {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      const region = document.getElementById('live');
      if (region) region.textContent = text;
    }, 400);
  }
  function update() {
    const source = document.querySelector('[data-title]');
    const title = source && source.getAttribute('data-title');
    if (!title || title === document.title) return;
    const first = !document.documentElement.hasAttribute('data-titled');
    document.documentElement.setAttribute('data-titled', '');
    document.title = title;
    if (!first) announce('Now showing: ' + title);
  }
  const watch = { childList: true, subtree: true, attributes: true, attributeFilter: ['data-title'] };
  new MutationObserver(update).observe(document.documentElement, watch);
})();
