// SPDX-License-Identifier: Apache-2.0
// Lines of an issue moved by hand: dragged by their page numbers with mouse or finger, or with
// Alt+↑ and Alt+↓ from anywhere in a line. What moves is sent with the line's own form, so the server
// decides, and the page comes back with new page numbers. Without this script the arrows do the same.

const lines = (section) => [...section.querySelectorAll(".sheet-line")];

function moveTo(line, place) {
  const form = line.querySelector("form[action$='/move']");
  if (!form) return;
  const to = document.createElement("input");
  to.type = "hidden";
  to.name = "to";
  to.value = String(place);
  form.append(to);
  form.submit();
}

function nudge(event) {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  const line = event.target.closest(".sheet-line");
  if (!line) return;
  event.preventDefault();
  const place = lines(line.parentElement).indexOf(line) + 1;
  moveTo(line, place + (event.key === "ArrowUp" ? -1 : 1));
}

// The place among its section's lines at which `line` would stand if let go at `y`.
function placeAt(line, y) {
  const others = lines(line.parentElement).filter((one) => one !== line);
  const above = others.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.top + box.height / 2 < y;
  });
  return above.length + 1;
}

function drag(event) {
  const grip = event.target.closest(".sheet-pages");
  const line = grip?.closest(".sheet-line");
  if (!line?.querySelector("form[action$='/move']") || event.button !== 0) return;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
  line.classList.add("dragged");
  const start = event.clientY;
  const follow = (move) => {
    line.style.setProperty("translate", `0 ${move.clientY - start}px`);
  };
  const end = (up) => {
    grip.removeEventListener("pointermove", follow);
    line.classList.remove("dragged");
    line.style.removeProperty("translate");
    const before = lines(line.parentElement).indexOf(line) + 1;
    const place = up.type === "pointerup" ? placeAt(line, up.clientY) : before;
    if (place !== before) moveTo(line, place);
  };
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("pointerup", end, { once: true });
  grip.addEventListener("pointercancel", end, { once: true });
}

document.addEventListener("keydown", nudge);
document.addEventListener("pointerdown", drag);
for (const grip of document.querySelectorAll(".sheet-line:has(form[action$='/move']) .sheet-pages")) {
  grip.classList.add("grip");
}
