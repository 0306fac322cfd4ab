// After a move inside the site: marks the current page in the navigation and puts the focus on its heading.
// An area in the address is carried along by the links of the navigation to pages that show areas. A page without
// areas in between does not lose it; nothing is kept once the document is left.
(function () {
  let area = '';
  function carry() {
    area = new URLSearchParams(window.location.search).get('area') || area;
    const setProps = window.dash_clientside && window.dash_clientside.set_props;
    if (!area || !setProps) return;
    document.querySelectorAll('[id^="nav-areas-"]').forEach(function (link) {
      const address = new URL(link.href).pathname + '?' + new URLSearchParams({ area: area });
      if (link.getAttribute('href') !== address) setProps(link.id, { href: address });
    });
  }
  function mark() {
    document.querySelectorAll('.nav-link').forEach(function (link) {
      const section = function (path) { return path.split('/')[1]; };
      const at = window.location.pathname;
      const to = new URL(link.href).pathname;
      const current = to === at || (to !== '/' && section(to) === section(at));
      if (current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    });
  }
  function focusHeading(before) {
    const started = Date.now();
    const observer = new MutationObserver(look);
    function look() {
      const heading = document.querySelector('main h1');
      if (heading && heading !== before) {
        observer.disconnect();
        heading.setAttribute('tabindex', '-1');
        heading.focus({ preventScroll: true });
        window.scrollTo(0, 0);
      } else if (Date.now() - started > 10000) {
        observer.disconnect();
      }
    }
    observer.observe(document.body, { childList: true, subtree: true });
    look();
  }
  function moved() {
    mark();
    carry();
    focusHeading(document.querySelector('main h1'));
  }
  window.addEventListener('_dashprivate_pushstate', moved);
  window.addEventListener('popstate', moved);
  window.addEventListener('address-written', carry);
  // A link to the path that is shown would change the address and nothing else: load it instead.
  document.addEventListener('click', function (event) {
    const link = event.target.closest && event.target.closest('a[href]');
    const plain = link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return;
    if (link.pathname === window.location.pathname && !link.hash) {
      event.preventDefault();
      event.stopPropagation();
      window.location.assign(link.href);
    }
  }, true);
  // Inside one page (the skip link) Dash must not be asked to navigate.
  const first = new MutationObserver(function () {
    if (document.querySelector('.nav-link')) {
      mark();
      carry();
      first.disconnect();
    }
  });
  first.observe(document.documentElement, { childList: true, subtree: true });
})();
