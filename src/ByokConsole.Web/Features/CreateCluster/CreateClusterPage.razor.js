// What is typed is kept in this tab until the server has saved it, so that a lost circuit loses nothing typed.
const bases = new Map();
const key = draftId => `byok-draft:${draftId}`;

function load(draftId) {
  try {
    return JSON.parse(sessionStorage.getItem(key(draftId)));
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

export function attach(root, draftId, revision) {
  bases.set(draftId, revision);
  root.addEventListener("input", event => {
    const field = event.target.closest("[data-mirror]")?.dataset.mirror;
    if (!field) return;
    const mirror = load(draftId) ?? { fields: {} };
    mirror.fields[field] = event.target.value;
    mirror.revision = bases.get(draftId);
    mirror.typedAt = Date.now();
    store(draftId, mirror);
  });
}

export function read(draftId) {
  return load(draftId);
}

export function saved(draftId, revision, values) {
  bases.set(draftId, revision);
  const mirror = load(draftId);
  if (!mirror) return;
  for (const [field, value] of Object.entries(values)) {
    if (mirror.fields[field] === value) delete mirror.fields[field];
  }
  mirror.revision = revision;
  store(draftId, mirror);
}

export function forget(draftId) {
  store(draftId, { fields: {} });
}

export function focus(id) {
  const place = document.getElementById(id);
  const target = place?.matches("input, button, [tabindex]") ? place : place?.querySelector("input:not(:disabled), button, a");
  target?.scrollIntoView({ block: "center" });
  target?.focus();
}
