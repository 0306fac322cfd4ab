// The state of a page's controls is its address. A control's key in the address is the last part of its id:
// area-from is "from".
window.dash_clientside = window.dash_clientside || {};
// A page may name choices that its address leaves out, as a query in data-usual.
window.usualChoice = function (key) {
  const page = document.querySelector('[data-usual]');
  return page ? new URLSearchParams(page.dataset.usual).get(key) : null;
};
(function () {
// Once a control changes, a link that was copied or shown before is of another view: what was said of it goes.
function forget(written) {
  const page = written.id.split('-')[0];
  const said = document.getElementById(page + '-copied');
  if (!said || !said.textContent) return;
  window.dash_clientside.set_props(page + '-copied', { children: '' });
  window.dash_clientside.set_props(page + '-by-hand', { hidden: true });
}

window.dash_clientside.url = {
  // Writes the controls into the address, without a history entry: Back leaves the page.
  write: function () {
    const query = new URLSearchParams(window.location.search);
    const controls = window.dash_clientside.callback_context.inputs_list;
    // links of old held the reason of a new phase under the key that a control has now
    if (query.has('rebase') && query.has('reason') && !query.has('because')) query.set('because', query.get('reason'));
    controls.forEach(function (control) {
      const key = control.id.split('-').pop();
      const usual = control.value === 'any' || control.value === window.usualChoice(key);
      if (control.value && !usual) query.set(key, control.value);
      else query.delete(key);
    });
    const search = query.toString();
    forget(window.dash_clientside.callback_context.outputs_list);
    window.history.replaceState(null, '', window.location.pathname + (search ? '?' + search : '') + window.location.hash);
    window.dispatchEvent(new Event('address-written'));
    return '';
  },

  // Copies the address; where the browser does not let it, shows the address in a field and selects it.
  copy: function () {
    const context = window.dash_clientside.callback_context;
    const field = context.outputs_list[1].id;
    const address = window.location.href;
    const byHand = function () {
      let tries = 20; // the field is drawn after this function has answered
      const select = function () {
        const input = document.getElementById(field);
        if (input && input.value === address && input.offsetParent !== null) { input.focus(); input.select(); }
        else if (tries--) window.setTimeout(select, 25);
      };
      window.setTimeout(select, 25);
      return ['Link selected, copy it', address, false];
    };
    if (!navigator.clipboard || !window.isSecureContext) return byHand();
    return navigator.clipboard.writeText(address).then(function () { return ['Link copied', '', true]; }, byHand);
  },
};
}());
