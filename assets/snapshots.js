// A button of the job that hides after it was pressed hands the focus on to its place, so that no one is lost.
(function () {
  let pressed = null;
  function handOn() {
    const button = pressed;
    if (!button || !button.hidden) return;
    pressed = null;
    window.setTimeout(function () {
      const place = document.querySelector('.job');
      const lost = document.activeElement === document.body || document.activeElement === button;
      if (place && lost) place.focus({ preventScroll: true });
    }, 50);
  }
  document.addEventListener('click', function (event) {
    pressed = event.target.closest ? event.target.closest('.job button') : null;
  });
  const watch = { subtree: true, attributes: true, attributeFilter: ['hidden'] };
  new MutationObserver(handOn).observe(document.documentElement, watch);
})();
