// Makes the search form instant. Without this file it is a plain form.

const PAUSE_MS = 120;
const field = document.getElementById('q_');
const results = document.getElementById('results_');
let waiting = 0;
let asking = new AbortController();

document.addEventListener('keydown', (event) => {
  const elsewhere = !event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && elsewhere && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field?.focus();
    field?.select();
  }
});

if (field && results) {
  field.addEventListener('input', (event) => {
    // Half a word of an input method is no question yet.
    if (event.isComposing) return;
    ask();
  });
  field.addEventListener('compositionend', ask);
}

function ask() {
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(addressOf(field.form)), PAUSE_MS);
}

/** Draws the results part of the page at `address`; an answer that comes too late is dropped. */
async function show(address) {
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
    results.replaceChildren(...part.childNodes);
    document.title = page.title;
    history.replaceState(null, '', address);
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

/** The form's own address, without its empty fields. */
function addressOf(form) {
  const params = new URLSearchParams(new window.FormData(form));
  for (const [name, value] of [...params]) if (value === '') params.delete(name, value);
  const query = params.toString();
  return query === '' ? form.action : `${form.action}?${query}`;
}
