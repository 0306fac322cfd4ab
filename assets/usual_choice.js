// A page may name choices that its address leaves out, as a query in data-usual.
window.usualChoice = function (key) {
  const page = document.querySelector('[data-usual]');
  return page ? new URLSearchParams(page.dataset.usual).get(key) : null;
};
