// Writes the state of a page's controls into the address, without a history entry: Back leaves the page.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.url = {
  write: function (from, to) {
    const query = new URLSearchParams(window.location.search);
    for (const [key, value] of [['from', from], ['to', to]]) {
      if (value) query.set(key, value);
      else query.delete(key);
    }
    const search = query.toString();
    window.history.replaceState(null, '', window.location.pathname + (search ? '?' + search : '') + window.location.hash);
    return '';
  },
};
