/* Filters the entries of a page, and opens the fold in which an addressed entry stands.
   Without this file the form stays hidden and everything is simply there. */
(function () {
  "use strict";

  function all(selector, root) { return [].slice.call((root || document).querySelectorAll(selector)); }

  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    for (var at = target && target.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; target.scrollIntoView(); }
    }
  }

  function start() {
    openTarget();
    var bar = document.querySelector(".d-filter");
    if (!bar) { return; }
    var items = all(".d-event[data-src], .d-side li[data-src], [data-row]");
    var texts = items.map(function (item) { return item.textContent.toLowerCase(); });
    var says = bar.querySelector("[role=status]");
    var reset = bar.querySelector("[type=reset]");

    function chosen(name) { return bar.elements[name] ? bar.elements[name].value : ""; }
    function holds(list, value) { return !value || (" " + list + " ").indexOf(" " + value + " ") > -1; }
    function isKnown(day, limit) { return !limit || (!!day && day <= limit); }

    function matches(item, text, wanted) {
      var data = item.dataset;
      return (!wanted.words || text.indexOf(wanted.words) > -1) &&
        holds(data.src, wanted.source) && holds(data.actors, wanted.actor) &&
        (!wanted.basis || data.basis === wanted.basis) && isKnown(data.known, wanted.known);
    }

    function run() {
      var wanted = {
        words: chosen("words").trim().toLowerCase(), source: chosen("source"), actor: chosen("actor"),
        basis: chosen("basis"), known: chosen("known")
      };
      var on = Object.keys(wanted).some(function (name) { return wanted[name]; });
      var shown = 0;
      items.forEach(function (item, at) {
        item.hidden = !matches(item, texts[at], wanted);
        if (!item.hidden) { shown += 1; }
      });
      all(".d-side").forEach(function (fold) {
        var left = all("li[data-src]:not([hidden])", fold).length;
        fold.hidden = !left;
        fold.open = on && left > 0;
        fold.querySelector("summary small").textContent = left;
      });
      all(".d-group, .d-table--index").forEach(function (group) {
        group.hidden = !group.querySelector(".d-event:not([hidden]), .d-side:not([hidden]), tr[data-row]:not([hidden])");
        group.previousElementSibling.hidden = group.hidden; // its heading
      });
      all("[data-when]", bar).forEach(function (note) { note.hidden = !wanted[note.dataset.when]; });
      says.textContent = (on ? shown + " of " : "All ") + items.length + (items.length === 1 ? " entry" : " entries") + " shown";
      reset.hidden = !on;
    }

    bar.hidden = false;
    bar.addEventListener("input", run);
    bar.addEventListener("submit", function (event) { event.preventDefault(); });
    bar.addEventListener("reset", function () { setTimeout(run); });
    run();
  }

  window.addEventListener("hashchange", openTarget);
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
