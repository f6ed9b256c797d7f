/* Puts the rows of the tables on a page into the order that a reader chooses.
   Without this file they stand in the order in which they were written. */
(function () {
  "use strict";

  function value(row, column) {
    var text = row.cells[column].textContent.trim();
    return column === 0 ? text : parseInt(text.replace(/\D/g, "") || "0", 10);
  }

  function compare(column) {
    return function (a, b) {
      var one = value(a, column), other = value(b, column);
      return column === 0 ? one.localeCompare(other) : other - one;
    };
  }

  function start() {
    var choice = document.querySelector("select[data-order]");
    if (!choice) { return; }
    var bodies = [].slice.call(document.querySelectorAll(".d-table--index tbody"));
    var written = bodies.map(function (body) { return [].slice.call(body.rows); });

    function run() {
      bodies.forEach(function (body, at) {
        var rows = written[at].slice();
        if (choice.value !== "") { rows.sort(compare(Number(choice.value))); }
        rows.forEach(function (row) { body.appendChild(row); });
      });
    }

    choice.addEventListener("input", run);
    choice.form.addEventListener("reset", function () { setTimeout(run); });
    run();
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
