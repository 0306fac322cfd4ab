// Writes the state of a page's controls into the address, without a history entry: Back leaves the page.
// A control's key in the address is the last part of its id: area-from is "from".
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.url = {
  write: function () {
    const query = new URLSearchParams(window.location.search);
    window.dash_clientside.callback_context.inputs_list.forEach(function (control) {
      const key = control.id.split('-').pop();
      if (control.value && control.value !== window.usualChoice(key)) query.set(key, control.value);
      else query.delete(key);
    });
    const search = query.toString();
    window.history.replaceState(null, '', window.location.pathname + (search ? '?' + search : '') + window.location.hash);
    window.dispatchEvent(new Event('address-written'));
    return '';
  },
};
