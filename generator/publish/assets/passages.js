/* Copies a passage's address or citation, and fills in the BibTeX and CSL-JSON of a passage when they are asked for.
   Without this file every address is a link and every citation in plain text stands there to be selected. */
(function () {
  "use strict";

  var SHOWN_FOR = 2000; // milliseconds: long enough to be read, short enough to try again
  var says;

  function all(selector, root) { return [].slice.call((root || document).querySelectorAll(selector)); }

  function make(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  function copyByHand(text) { // where the browser gives pages that are not served safely no clipboard
    var field = document.body.appendChild(make("textarea", "d-vh", ""));
    var focused = document.activeElement;
    field.value = text;
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    if (focused) { focused.focus(); }
    return done ? Promise.resolve() : Promise.reject();
  }

  function copy(text) {
    return navigator.clipboard ? navigator.clipboard.writeText(text).catch(function () { return copyByHand(text); }) : copyByHand(text);
  }

  function tell(button, word) {
    var label = button.dataset.label;
    button.textContent = says.textContent = word;
    setTimeout(function () { button.textContent = label; says.textContent = ""; }, SHOWN_FOR);
  }

  function copyButton(label, text) {
    var button = make("button", "d-btn", label);
    button.type = "button";
    button.dataset.label = label;
    button.addEventListener("click", function () {
      copy(text()).then(function () { tell(button, "Copied"); }, function () { tell(button, "Select and copy by hand"); });
    });
    return button;
  }

  function addCopy(element) {
    element.after(copyButton("Copy", function () { return element.textContent; }));
  }

  function addLink(address) {
    address.after(" ", copyButton("Copy link", function () {
      return location.origin + location.pathname + address.getAttribute("href");
    }));
  }

  function fill(text, pattern, passage) {
    var number = pattern.dataset.paragraph;
    var own = passage.dataset.paragraph;
    return text.split(pattern.dataset.id).join(passage.id)
      .split(pattern.dataset.place).join(passage.querySelector(".d-at span").textContent)
      .split(Number(number).toLocaleString("en-US")).join(Number(own).toLocaleString("en-US"))
      .split(number).join(own);
  }

  function addForms(fold) {
    var passage = fold.closest(".d-pass");
    var pattern = passage && passage.parentElement.querySelector(".d-pattern");
    if (!pattern || !fold.open || fold.dataset.filled) { return; }
    fold.dataset.filled = "yes";
    all("pre", pattern.content).forEach(function (form, at) {
      var text = fill(form.textContent, pattern, passage);
      var pre = make("pre", "d-copy", at ? JSON.stringify(JSON.parse(text), null, 1) : text);
      fold.append(make("p", "d-cites__form", at ? "CSL-JSON" : "BibTeX"), pre);
      addCopy(pre);
    });
  }

  function start() {
    if (!document.querySelector(".d-at, .d-copy")) { return; }
    says = document.body.appendChild(make("p", "d-vh", ""));
    says.setAttribute("role", "status");
    all(".d-copy").forEach(addCopy);
    all(".d-at").forEach(addLink);
    document.addEventListener("toggle", function (event) { addForms(event.target); }, true); // it does not bubble
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
