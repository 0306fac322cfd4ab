// Pages are drawn after they have loaded, so an address with a # finds its place only now: go there once.
(function () {
  function look() {
    const place = window.location.hash.length > 1 && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!place || !document.querySelector('main h1')) return false;
    place.scrollIntoView();
    place.focus({ preventScroll: true });
    return true;
  }
  function wait() {
    if (window.location.hash.length < 2 || look()) return;
    const started = Date.now();
    const observer = new MutationObserver(function () {
      if (look() || Date.now() - started > 10000) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }
  if (document.body) wait();
  else document.addEventListener('DOMContentLoaded', wait);
  // A move inside the site first goes to the heading (navigation.js), then here.
  window.addEventListener('_dashprivate_pushstate', function () { window.setTimeout(wait, 60); });
})();
