// Head and body of a table as one part of the page (components/tables.py): Dash looks at each of its own components
// whenever anything changes, and a page with a few thousand cells would take seconds to answer a choice.
(function () {
  const make = window.React.createElement;

  function row(heads, cells, number) {
    let place = 0;
    const drawn = cells.map(function (cell, at) {
      const run = Array.isArray(cell);  // words that stand in the place of several cells
      const name = run ? 'away' : heads[place][1];
      place += run ? cell[1] : 1;
      if (at === 0) return make('th', { key: at, scope: 'row' }, cell);
      return make('td', { key: at, className: name, colSpan: run ? cell[1] : undefined }, run ? cell[0] : cell);
    });
    return make('tr', { key: number }, drawn);
  }

  function Rows(given) {
    const heads = given.heads.map(function (head, at) {
      return make('th', { key: at, scope: 'col', className: head[1] }, head[0]);
    });
    const body = given.rows.map(function (cells, number) { return row(given.heads, cells, number); });
    return make(window.React.Fragment, null, make('thead', null, make('tr', null, heads)), make('tbody', null, body));
  }

  window.interfaceMonitor = Object.assign(window.interfaceMonitor || {}, { Rows: Rows });
})();
