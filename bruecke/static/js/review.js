// SPDX-FileCopyrightText: 2026 Brücke contributors
// SPDX-License-Identifier: EUPL-1.2
// Keyboard and focus of the review page; every act works without it.
"use strict";

const list = document.querySelector("[data-review]");
const cards = () => [...list.querySelectorAll("[data-proposal]")];
const current = () => document.activeElement.closest?.("[data-proposal]") ?? list.querySelector(":target");

function go(card) {
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = cards();
  const here = all.indexOf(current());
  go(all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + by))]);
}

function press(key) {
  const scope = key === "u" ? document : current();
  const target = scope?.querySelector(`[data-key="${key}"]`);
  if (!target) return;
  target.click();
  if (key === "e") target.closest("details").querySelector("textarea")?.focus();
}

function help() {
  const keys = document.querySelector(".keys");
  keys.open = !keys.open;
  keys.querySelector("summary").focus();
}

const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.closest?.("details.edit")) {
    event.target.closest("details.edit").open = false;
    go(event.target.closest("[data-proposal]"));
    return;
  }
  if (event.target.matches?.("input, textarea, select")) return;
  if (event.key in MOVES) {
    event.preventDefault();
    step(MOVES[event.key]);
  } else if ("aeru".includes(event.key)) {
    event.preventDefault();
    press(event.key);
  } else if (event.key === "?") {
    event.preventDefault();
    help();
  }
});

// A decided card gives the focus to the next one; a changed or conflicting one keeps it.
let verb = "";
document.body.addEventListener("htmx:beforeRequest", (event) => {
  verb = event.detail.requestConfig.parameters?.get?.("act") ?? event.detail.requestConfig.parameters?.act ?? "";
});
document.body.addEventListener("htmx:afterSwap", (event) => {
  const card = document.getElementById(event.detail.target.id);
  if (!card) return;
  const following = cards()[cards().indexOf(card) + 1];
  go(card.querySelector(".notice") || !["accept", "reject"].includes(verb) ? card : (following ?? card));
});

if (location.hash.startsWith("#v")) go(document.querySelector(location.hash));
