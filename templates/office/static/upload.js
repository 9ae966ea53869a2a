// SPDX-License-Identifier: Apache-2.0
// Handing in many files: by choosing or by dropping them, each with its progress. Without this
// module the form does the same in one go.
const form = document.getElementById("hand-in");
if (form) begin(form);

function begin(form) {
  const input = form.querySelector("input[type=file]");
  const list = form.querySelector(".uploads");
  const hint = document.getElementById("files-hint");
  hint.append(" ", form.dataset.drop);
  input.required = false; // dropped files are chosen too

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.files.length === 0) return input.focus();
    const files = [...input.files];
    input.value = "";
    sendAll(form, files, list);
  });
  for (const kind of ["dragenter", "dragover"])
    form.addEventListener(kind, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      form.classList.add("over");
    });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    sendAll(form, [...event.dataTransfer.files], list);
  });
}

// One after the other: the office reads each while its neighbour waits, and none is lost with it.
let queue = Promise.resolve();
function sendAll(form, files, list) {
  const rows = files.map((file) => addRow(form, file, list));
  files.forEach((file, at) => {
    queue = queue.then(() => send(form, file, rows[at]));
  });
  queue = queue.then(showAnew);
}

// The list below the form, which has the new items now.
function showAnew() {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.addEventListener("loadend", () => {
      for (const id of ["count", "items"]) {
        const now = request.response?.getElementById(id);
        if (now) document.getElementById(id).replaceWith(document.adoptNode(now));
      }
      done();
    });
    request.send();
  });
}

function addRow(form, file, list) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  name.className = "file";
  name.lang = "zh-CN";
  name.textContent = file.name;
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", file.name);
  const words = document.createElement("span");
  words.textContent = form.dataset.waiting;
  row.append(name, progress, words);
  list.append(row);
  return { row, progress, words };
}

function send(form, file, shown) {
  return new Promise((done) => {
    const content = new FormData(form);
    content.delete("files");
    content.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    shown.words.textContent = form.dataset.sending;
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) shown.progress.value = event.loaded / event.total;
    });
    request.upload.addEventListener("load", () => {
      shown.progress.removeAttribute("value");
      shown.words.textContent = form.dataset.reading;
    });
    request.addEventListener("load", () => done(tell(form, request, shown)));
    request.addEventListener("error", () => done(fail(shown, form.dataset.broken)));
    request.send(content);
  });
}

function tell(form, request, shown) {
  const outcome = outcomeOf(request);
  if (!outcome) return fail(shown, form.dataset.ended);
  shown.progress.remove();
  shown.words.textContent = outcome.words;
  shown.row.classList.add(outcome.outcome);
  if (!outcome.address) return;
  const link = document.createElement("a");
  link.href = outcome.address;
  link.textContent = form.dataset.open;
  shown.row.append(link);
}

function outcomeOf(request) {
  try {
    return JSON.parse(request.responseText)[0];
  } catch {
    return undefined; // a page: the session ended, or the file was too large
  }
}

function fail(shown, words) {
  shown.progress.remove();
  shown.words.textContent = words;
  shown.row.classList.add("refused");
}
