// What is entered is kept in this tab until the server has saved it, so that a lost circuit loses nothing entered.
const key = draftId => `byok-draft:${draftId}`;

function load(draftId) {
  try {
    const mirror = JSON.parse(sessionStorage.getItem(key(draftId)));
    return mirror?.fields ? mirror : null;
  } catch {
    return null; // storage is off, or the entry is not ours
  }
}

function store(draftId, mirror) {
  try {
    if (Object.keys(mirror.fields).length === 0) sessionStorage.removeItem(key(draftId));
    else sessionStorage.setItem(key(draftId), JSON.stringify(mirror));
  } catch {
    // storage is off or full: the server's copy is then the only one
  }
}

function drop(mirror, field) {
  delete mirror.fields[field];
  delete mirror.seen?.[field];
}

function entryOf(input) {
  if (input.type === "radio") return input.closest("[data-choice]")?.dataset.choice;
  return input.type === "checkbox" ? String(input.checked) : input.value;
}

// What a text field shows now; the server may have put right what was typed, and saved that.
function shown(field) {
  const input = document.querySelector(`[data-mirror="${CSS.escape(field)}"] input`);
  return input && !["radio", "checkbox"].includes(input.type) ? input.value : null;
}

// From the first paint on: there is no moment at which an entry is not kept.
document.addEventListener("input", event => {
  const { draft, revision } = event.target.closest("[data-draft]")?.dataset ?? {};
  const field = event.target.closest("[data-mirror]")?.dataset.mirror;
  const entry = draft && field && entryOf(event.target);
  if (entry === undefined) return;
  const mirror = load(draft) ?? { fields: {} };
  ((mirror.seen ??= {})[field] ??= []).push(entry);
  delete mirror.fields[field]; // they are put back in this order: the newest stands last
  mirror.fields[field] = entry;
  mirror.revision = Number(revision);
  mirror.typedAt = Date.now();
  store(draft, mirror);
});

export function read(draftId) {
  return load(draftId);
}

export function saved(draftId, revision, values) {
  const mirror = load(draftId);
  if (!mirror) return;
  for (const [field, value] of Object.entries(values)) {
    if (mirror.fields[field] === value || shown(field) === value) drop(mirror, field);
  }
  mirror.revision = revision;
  store(draftId, mirror);
}

export function forget(draftId, fields) {
  const mirror = load(draftId);
  if (!mirror) return;
  for (const field of fields) drop(mirror, field);
  store(draftId, mirror);
}

export function focus(id) {
  const place = document.getElementById(id);
  const target = place?.matches("input, button, [tabindex]") ? place : place?.querySelector("input:not(:disabled), button, a");
  target?.scrollIntoView({ block: "center" });
  target?.focus();
}
