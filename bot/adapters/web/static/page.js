// What makes the page quicker than its forms alone: pieces instead of pages, names while typing.
// Everything works without it.
"use strict";

const talk = document.getElementById("talk");
const composer = document.querySelector(".composer");
const heard = document.getElementById("heard");
const field = document.getElementById("text");
const asked = [];

// Posts a form of ours and puts the answer at the end of the talk.
async function send(form, submitter) {
  const data = new FormData(form, submitter);
  const text = form === composer ? field.value : "";
  if (form === composer && !text.trim()) return;
  document.body.setAttribute("aria-busy", "true");
  heard.textContent = composer.dataset.waiting;
  try {
    const response = await fetch(form.getAttribute("action"), {
      method: "POST",
      headers: { "X-Piece": "1", Accept: "text/html" },
      body: new URLSearchParams(data),
    });
    const html = await response.text();
    if (!response.ok) {
      // What went wrong comes as a sentence; what a server in between says does not.
      const isSentence = response.headers.get("Content-Type")?.startsWith("text/plain");
      heard.textContent = (isSentence && html.trim()) || composer.dataset.lost;
      return;
    }
    if (form === composer) {
      asked.push(text);
      field.value = "";
    }
    if (form.classList.contains("complaint")) form.closest(".turn").remove();
    append(html, form === composer);
  } catch {
    heard.textContent = composer.dataset.lost;
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

// The answer was escaped by the server's templates; scripts in it would not run anyway (CSP).
function append(html, typed) {
  const piece = document.createElement("template");
  piece.innerHTML = html;
  const turn = piece.content.firstElementChild;
  document.querySelector(".chat").classList.remove("fresh");
  talk.append(turn);
  heard.textContent = turn.dataset.headline;
  turn.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  // Who typed types on; who pressed a button reads what came of it.
  if (!typed) turn.querySelector("[tabindex='-1']")?.focus({ preventScroll: true });
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

let waiting;
function suggest() {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    try {
      const response = await fetch(`/suggest?typed=${encodeURIComponent(field.value)}`);
      const names = await response.json();
      const command = field.value.startsWith("/briefing ") ? "/briefing " : "";
      document.getElementById("names").replaceChildren(
        ...names.map((name) => new Option("", command + name)),
      );
    } catch {
      // Typing goes on without suggestions.
    }
  }, 120);
}

function recall(event) {
  if (event.key === "ArrowUp" && !field.value && asked.length) {
    field.value = asked[asked.length - 1];
    event.preventDefault();
  }
}

if (composer) {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-piece]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  field.addEventListener("input", suggest);
  field.addEventListener("keydown", recall);
  document.addEventListener("keydown", (event) => {
    const writes = event.target.matches("input, textarea, select");
    if (event.key === "/" && !writes && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      field.focus();
    }
  });
}

// On other pages a pressed button leads to the chat with its answer, as forms do.

const filter = document.querySelector("[data-filter]");
if (filter) {
  filter.closest("[hidden]").hidden = false;
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const row of document.querySelectorAll(`#${filter.dataset.filter} tbody tr`)) {
      row.hidden = !row.textContent.toLowerCase().includes(wanted);
    }
  });
}
