/* Filters the entries of a page, keeps what was chosen in the address, and opens the fold in which an addressed entry
   stands. Without this file the form stays hidden and everything is simply there. */
(function () {
  "use strict";

  var FIELDS = ["words", "source", "actor", "basis", "from", "to", "known"];
  var ITEM = ".d-event[data-src], .d-side li[data-src], [data-row]";
  // Choices that go along to a page of the timeline that does not offer them.
  var ELSEWHERE = { source: /^[A-Z]{1,4}$/, actor: /^[\w-]{1,80}$/, known: /^\d{4}-\d\d-\d\d$/ };
  var DATE = ".d-when, .d-side__when";
  var PIECE = "[data-known], .d-cur, .d-tr"; // what is out by a day; what editors wrote never is

  function all(selector, root) { return [].slice.call((root || document).querySelectorAll(selector)); }

  function target() {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (malformed) { return null; }
  }

  /* Opens what an address leads to; an entry that has moved to another page of the timeline is followed there. */
  function openTarget() {
    if (location.hash.length < 2) { return; }
    var found = target();
    var index = document.querySelector("[data-index]");
    var moved = found && found.closest(".d-volumes li");
    if (moved) { location.replace(moved.querySelector("a").href + location.hash); return; }
    if (!found && index) { location.replace(index.href.replace(/#.*/, "") + location.hash); return; }
    for (var at = found && found.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; found.scrollIntoView(); }
    }
  }

  /* The words of an item that are in view or folded, without those of the items that are folded beneath it. */
  function textOf(node) {
    var text = "";
    for (var at = node.firstChild; at; at = at.nextSibling) {
      if (at.nodeType === 3) { text += at.data; }
      else if (at.nodeType === 1 && !at.hidden && !at.matches(".d-side")) { text += textOf(at); }
    }
    return text;
  }

  function plain(text) { return text.replace(/\s+/g, " ").trim().toLowerCase(); }
  function holds(list, value) { return !value || (" " + list + " ").indexOf(" " + value + " ") > -1; }
  function isKnown(day, limit) { return !limit || (!!day && day <= limit); }

  function start() {
    var bar = document.querySelector(".d-filter");
    if (!bar) { openTarget(); return; }
    var items = all(ITEM);
    var texts = items.map(function (item) { return plain(textOf(item)); });
    var groups = all(".d-group, .d-table--index");
    var says = bar.querySelector("[role=status]");
    var reset = bar.querySelector("[type=reset]");
    var limit = "";

    function control(name) { return bar.elements[name]; }
    function chosen(name) { return control(name) ? control(name).value : ""; }
    function day(name) {
      var option = control(name) && control(name).selectedOptions[0];
      return option && option.value ? Number(option.dataset.day) : null;
    }

    /* Shows of each entry what was out by a day, under a name that was; with "" all of it. */
    function showKnown(until) {
      limit = until;
      all(".d-asof").forEach(function (name) { name.remove(); });
      all(".d-fig[data-known], #taken-out").forEach(function (later) { later.hidden = !!until; });
      groups.forEach(function (group) {
        all(PIECE, group).forEach(function (piece) {
          if (!piece.matches(ITEM)) { piece.hidden = !isKnown(piece.dataset.known, until); }
        });
        all("[data-since]", group).forEach(function (piece) { showWhile(piece, until); });
      });
      items.forEach(function (item, at) {
        if (until && isKnown(item.dataset.known, until)) { nameAsKnown(item); }
        texts[at] = plain(textOf(item));
      });
      all(".d-own").forEach(function (own) {
        var count = own.closest("details") && own.closest("details").querySelector("summary small");
        if (count) { count.textContent = own.querySelectorAll(":scope > div:not([hidden])").length; }
      });
      offer(until);
    }

    /* Shows what holds on some days only while one of them is chosen; a date of then takes the place of today's. */
    function showWhile(piece, until) {
      var before = piece.dataset.before;
      piece.hidden = !until || until < piece.dataset.since || (!!before && until >= before);
      if (!piece.matches(DATE)) { return; }
      var dates = all(DATE, piece.parentElement).filter(function (date) { return date.parentElement === piece.parentElement; });
      dates[0].hidden = dates.slice(1).some(function (date) { return !date.hidden; });
    }

    /* What carries the facts of an item's date: the date of then while one is shown, else the item. */
    function dated(item) {
      var then = limit && [].slice.call(item.children).filter(function (child) { return "since" in child.dataset && !child.hidden; })[0];
      return then || item;
    }

    /* The reports of an item that are shown. */
    function reportsOf(item) {
      return all(".d-own > div:not([hidden])", item).filter(function (own) { return own.closest(ITEM) === item; });
    }

    /* Offers of sources, actors and kinds of dates those that were known. */
    function offer(until) {
      var known = { source: {}, actor: {}, basis: {} };
      items.forEach(function (item) {
        if (!until || !isKnown(item.dataset.known, until)) { return; }
        known.basis[dated(item).dataset.basis] = true;
        reportsOf(item).forEach(function (own) {
          known.source[own.dataset.src] = true;
          (own.dataset.actors || item.dataset.actors || "").split(" ").forEach(function (actor) { known.actor[actor] = true; });
        });
      });
      Object.keys(known).forEach(function (name) {
        if (!control(name)) { return; }
        all("option", control(name)).forEach(function (option) {
          option.hidden = option.disabled = !!until && !!option.value && !known[name][option.value] && !option.selected;
        });
      });
    }

    function nameAsKnown(item) {
      var name = item.querySelector(".d-name");
      var own = item.querySelector(".d-own > div:not([hidden]) > dd > :first-child");
      if (!name || !name.hidden || !own) { return; }
      var words = document.createElement(own.matches("blockquote") ? "q" : "i");
      words.textContent = own.textContent;
      if (/[“”„‟"]/.test(own.textContent)) { words.className = "d-single"; } // single marks about double ones
      words.lang = own.lang;
      words.dir = own.dir;
      var shown = document.createElement("span");
      shown.className = "d-asof";
      shown.append(words, " ", own.closest("div").querySelector("dt a").cloneNode(true));
      name.after(shown);
    }

    /* Whether its reports are by the source and name the actor; of those out by the day, where one is chosen. */
    function tells(item, source, actor) {
      if (!isKnown(item.dataset.known, limit) || !holds(item.dataset.src, source) || !holds(item.dataset.actors, actor)) { return false; }
      if (!limit || (!source && !actor)) { return true; }
      var out = reportsOf(item);
      return out.some(function (own) { return !source || own.dataset.src === source; }) &&
        out.some(function (own) { return !("actors" in own.dataset) || holds(own.dataset.actors, actor); });
    }

    function isWithin(facts, from, to) {
      if (from === null && to === null) { return true; }
      if (!("first" in facts)) { return false; }
      var first = facts.first, last = facts.last;
      return (from === null || !last || Number(last) >= from) && (to === null || !first || Number(first) <= to);
    }

    function run() {
      var words = plain(chosen("words")), from = day("from"), to = day("to");
      var on = FIELDS.some(chosen);
      if (chosen("known") !== limit) { showKnown(chosen("known")); }
      var shown = 0;
      items.forEach(function (item, at) {
        var facts = dated(item).dataset;
        item.hidden = !((!words || texts[at].indexOf(words) > -1) && tells(item, chosen("source"), chosen("actor")) &&
          (!chosen("basis") || facts.basis === chosen("basis")) && isWithin(facts, from, to));
        if (!item.hidden) { shown += 1; }
      });
      var sought = FIELDS.some(function (name) { return name !== "known" && chosen(name); });
      all(".d-side").forEach(function (fold) { showFold(fold, sought); });
      if (words) { all(".d-more > details, .d-own").forEach(function (fold) { openWords(fold, words); }); }
      groups.forEach(function (group) {
        group.hidden = !group.querySelector(".d-event:not([hidden]), .d-side:not([hidden]), tr[data-row]:not([hidden])");
        var heading = group.previousElementSibling;
        heading.hidden = group.hidden;
        recount(heading, group, on);
        if (heading.matches(".d-note")) { // what is said of the group stands between it and its heading
          heading = heading.previousElementSibling;
          if (heading.matches("h2")) { heading.hidden = group.hidden; }
        }
      });
      all("[data-when]", bar).forEach(function (note) { note.hidden = !chosen(note.dataset.when); });
      says.textContent = (on ? shown + " of " : "All ") + items.length + (items.length === 1 ? " entry" : " entries") + " shown";
      reset.hidden = !on;
    }

    /* The number in a heading is that of the rows beneath it, of which a filter leaves some. */
    function recount(heading, group, on) {
      var number = heading.matches("h2") && heading.querySelector("small");
      if (!number) { return; }
      if (!("all" in number.dataset)) { number.dataset.all = number.textContent; }
      number.textContent = on ? all("tr[data-row]:not([hidden])", group).length + " of " + number.dataset.all : number.dataset.all;
    }

    /* A fold counts what is left in it, and is open while a filter finds something there. */
    function showFold(fold, sought) {
      var left = all("li[data-src]:not([hidden])", fold).length;
      var above = fold.closest(".d-event");
      fold.hidden = !left;
      if (sought && left && !fold.open) { fold.open = true; fold.dataset.opened = ""; }
      if (!sought && "opened" in fold.dataset) { fold.open = false; delete fold.dataset.opened; }
      fold.querySelector("summary small").textContent = left;
      if (left && above) { above.hidden = false; } // it says whose account the entries beneath it go on with
    }

    function openWords(fold, words) {
      if (fold.tagName === "DETAILS" && !fold.closest(ITEM).hidden && plain(fold.textContent).indexOf(words) > -1) { fold.open = true; }
    }

    /* The address says what is chosen; what else stands in it stays. */
    function read() {
      var asked = new URLSearchParams(location.search);
      FIELDS.forEach(function (name) {
        if (!control(name)) { return; }
        var value = asked.get(name) || "";
        control(name).value = value;
        if (control(name).selectedIndex === -1 && ELSEWHERE[name] && ELSEWHERE[name].test(value) && document.querySelector("a[data-keep]")) {
          control(name).add(new Option(name === "known" ? value : value + " (not on this page)", value, false, true));
        }
        if (control(name).selectedIndex === -1) { control(name).value = ""; }
      });
    }

    function write(isNew) {
      var asked = new URLSearchParams(location.search);
      FIELDS.forEach(function (name) {
        if (chosen(name)) { asked.set(name, chosen(name)); } else { asked.delete(name); }
      });
      var query = asked.toString() ? "?" + asked : "";
      keep(query);
      if (query === location.search) { return; }
      var address = location.pathname + query + location.hash;
      try {
        if (isNew) { history.pushState(null, "", address); } else { history.replaceState(null, "", address); }
      } catch (refused) { return; } // a page opened from a disk: the filter works, its address does not
    }

    function keep(query) { all("a[data-keep]").forEach(function (link) { link.search = query; }); }

    /* An address that leads to an entry shows it, whatever is chosen. */
    function follow() {
      openTarget();
      var found = target();
      var item = found && found.closest(ITEM);
      if (item && item.hidden) { bar.reset(); run(); write(false); openTarget(); }
    }

    function restore() { read(); run(); keep(location.search); follow(); }

    bar.hidden = false;
    bar.addEventListener("input", function (event) { run(); write(event.target.name !== "words"); });
    bar.addEventListener("submit", function (event) { event.preventDefault(); });
    bar.addEventListener("reset", function () { setTimeout(function () { run(); write(true); }); });
    window.addEventListener("popstate", restore);
    window.addEventListener("hashchange", follow);
    restore();
  }

  if (!document.querySelector(".d-filter")) { window.addEventListener("hashchange", openTarget); }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
