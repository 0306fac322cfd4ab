// Writes the state of a page's controls into the address, without a history entry: Back leaves the page.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.url = {
  // Each input is a control whose id ends in its key: home-from is "from".
  write: function () {
    const query = new URLSearchParams(window.location.search);
    const inputs = window.dash_clientside.callback_context.inputs_list;
    for (const { id, value } of inputs) {
      const key = id.slice(id.lastIndexOf('-') + 1);
      if (value) query.set(key, value);
      else query.delete(key);
    }
    const search = query.toString();
    window.history.replaceState(null, '', window.location.pathname + (search ? '?' + search : '') + window.location.hash);
    return '';
  },
};
