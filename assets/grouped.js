// A native select whose options stand in groups (components/grouped.py).
(function () {
  const make = window.React.createElement;

  function option(one) { return make('option', { key: one[0], value: one[0] }, one[1]); }

  function Select(given) {
    const choose = function (event) { given.setProps({ value: event.target.value }); };
    const groups = given.groups.map(function (group) {
      return make('optgroup', { key: group[0], label: group[0] }, group[1].map(option));
    });
    const what = { id: given.id, className: 'select form-select', value: given.value, onChange: choose };
    return make('select', what, groups);
  }

  window.interfaceMonitor = Object.assign(window.interfaceMonitor || {}, { Select: Select });
})();
