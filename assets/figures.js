// Where the drawing library comes from, and how a figure is drawn for the width it has.
(function () {
  const meta = document.querySelector('meta[name="plotly"]');
  if (meta) {
    const address = meta.getAttribute('content');
    Object.defineProperty(window, '_dashPlotlyJSURL', { get: function () { return address; }, set: function () {} });
  }

  // layout.meta.variants lists what changes up to a width in pixels, narrowest first.
  function variant(gd, figure) {
    const variants = figure.layout && figure.layout.meta && figure.layout.meta.variants;
    const width = gd.getBoundingClientRect().width;
    const chosen = variants && variants.find(function (v) { return width <= v.upto; });
    return chosen || null;
  }
  function fitted(figure, chosen) {
    return chosen ? Object.assign({}, figure, { layout: Object.assign({}, figure.layout, chosen.layout) }) : figure;
  }
  function wrap(plotly) {
    const known = new WeakMap();
    const sizes = new ResizeObserver(function (entries) {
      entries.forEach(function (entry) {
        const state = known.get(entry.target);
        const chosen = state && variant(entry.target, state.figure);
        if (state && entry.contentRect.width > 0 && chosen !== state.chosen) {
          state.chosen = chosen;
          plotly.react(entry.target, fitted(state.figure, chosen));
        }
      });
    });
    const wrapped = Object.create(plotly);
    Object.defineProperty(wrapped, 'react', {
      value: function (gd, figure) {
        if (!figure || !figure.data) return plotly.react.apply(plotly, arguments);
        const chosen = variant(gd, figure);
        known.set(gd, { figure: figure, chosen: chosen });
        sizes.observe(gd);
        return plotly.react(gd, fitted(figure, chosen));
      },
    });
    return wrapped;
  }
  let current;
  Object.defineProperty(window, 'Plotly', {
    configurable: true,
    get: function () { return current; },
    set: function (plotly) { current = plotly && plotly.react ? wrap(plotly) : plotly; },
  });
})();
