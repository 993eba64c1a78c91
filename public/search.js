// Makes the search form instant. Without this file it is a plain form.

/** Keys that come faster than this, as they do from a paste or a held key, are asked for once. */
const PAUSE_MS = 30;
/** So long nothing may change before the count is read out. */
const SILENCE_MS = 700;
/** Results kept for the way back. */
const MAX_KEPT = 30;

const field = document.getElementById('q_');
const results = document.getElementById('results_');
const told = document.getElementById('told_');

document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  const editing = event.target.closest('input, textarea, select, [contenteditable]');
  if (!field || !(slash || k) || (editing && !(k && editing === field))) return;
  event.preventDefault();
  field.focus();
  field.select();
});

if (field && results) {
  field.addEventListener('input', (event) => {
    // Half a word of an input method is no question yet.
    if (!event.isComposing) ask();
  });
  field.addEventListener('compositionend', ask);
  // What is typed from here on is another entry of the browser's history.
  field.addEventListener('change', () => (entered = false));
  field.form.addEventListener('submit', (event) => {
    entered = false;
    if (shown !== addressOf(field.form)) return;
    event.preventDefault();
    // The keyboard of a phone would cover what was found.
    if (window.matchMedia('(hover: none)').matches) field.blur();
  });
  window.addEventListener('popstate', () => void comeBack());
}

let shown = location.pathname + location.search;
let entered = false;
let typedAt = -PAUSE_MS;
let waiting = 0;
let telling = 0;
let asking = new AbortController();
const kept = new Map();
if (results) keep(shown, results, document.title);

/** A single key at once; of a burst, the first and the whole. */
function ask() {
  clearTimeout(waiting);
  const now = performance.now();
  const pause = now - typedAt < PAUSE_MS ? PAUSE_MS : 0;
  typedAt = now;
  waiting = setTimeout(() => {
    const address = addressOf(field.form);
    if (address !== shown) void show(address, true);
  }, pause);
}

/** Draws the results part of the page at `address`; an answer that comes too late is dropped. */
async function show(address, enter) {
  asking.abort();
  const mine = (asking = new AbortController());
  try {
    const response = await fetch(address, { signal: mine.signal });
    const html = await response.text();
    if (mine.signal.aborted) return;
    const page = new window.DOMParser().parseFromString(html, 'text/html');
    const part = page.getElementById('results_');
    // An error page has no results; the form itself will show it when it is sent.
    if (!part) return;
    keep(address, part, page.title);
    draw(address);
    if (enter) history[entered ? 'replaceState' : 'pushState'](null, '', address);
    entered = enter;
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

function keep(address, part, title) {
  kept.delete(address);
  kept.set(address, { html: part.innerHTML, title });
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value);
}

function draw(address) {
  const { html, title } = kept.get(address);
  results.innerHTML = html;
  document.title = title;
  shown = address;
  clearTimeout(telling);
  telling = setTimeout(() => {
    told.textContent = results.querySelector('.count').textContent;
  }, SILENCE_MS);
}

/** Back and forward: at once where the results are still here, so that the page scrolls to where it was. */
async function comeBack() {
  const address = location.pathname + location.search;
  entered = false;
  clearTimeout(waiting);
  if (address === shown) return;
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (!kept.has(address)) return show(address, false);
  asking.abort();
  draw(address);
}

/** The form's own address, without its empty fields. */
function addressOf(form) {
  const params = new URLSearchParams(new window.FormData(form));
  for (const [name, value] of [...params]) if (value === '') params.delete(name, value);
  const query = params.toString();
  const { pathname } = new URL(form.action);
  return query === '' ? pathname : `${pathname}?${query}`;
}
