// SPDX-FileCopyrightText: 2026 Brücke contributors
// SPDX-License-Identifier: EUPL-1.2
// Small comforts bound by data- attributes; every page works without them.
"use strict";

// data-menu: a <details> menu closes by Escape, by a click elsewhere and when the focus leaves it.
for (const menu of document.querySelectorAll("details[data-menu]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// data-submit-on-change: a form of filters is sent when a choice changes; its button stays for the keyboard.
for (const form of document.querySelectorAll("form[data-submit-on-change]")) {
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[type=checkbox], input[type=radio], select")) form.requestSubmit();
  });
}

// data-open-wide: a <details> that is folded on a phone stands open where there is room.
const wide = window.matchMedia("(min-width: 60.01rem)");
const unfold = () => {
  for (const details of document.querySelectorAll("details[data-open-wide]")) details.open = wide.matches;
};
unfold();
wide.addEventListener("change", unfold);

// data-errors: the summary of errors takes the focus, so that it is read first (not that of the gallery, data-sample).
document.querySelector("[data-errors]:not([data-sample] *)")?.focus();

// meta bruecke-unsaved: what a script sent and the server did not take is said aloud, once, at the top of the page.
const unsaved = document.querySelector('meta[name="bruecke-unsaved"]');
const tell = (event) => {
  if (event.detail.requestConfig.verb === "get" || document.querySelector("[data-unsaved]")) return;
  const notice = document.createElement("p");
  notice.className = "notice danger";
  notice.dataset.unsaved = "";
  notice.setAttribute("role", "alert");
  notice.textContent = unsaved.content;
  document.querySelector("main").prepend(notice);
};
if (unsaved) for (const event of ["htmx:responseError", "htmx:sendError"]) document.body.addEventListener(event, tell);
