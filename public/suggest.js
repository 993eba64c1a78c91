// What the search form offers while one types: a combobox as the ARIA Authoring
// Practices have it, whose options are links. The keys go on into the results.

const PAUSE_MS = 60;
const MAX_RECENT = 5;
const RECENT = 'backmatter.recent';

const field = document.getElementById('q_');
const list = document.getElementById('suggest_');
const results = document.getElementById('results_');
const told = document.getElementById('told_');

if (field && list) begin(field.form, list.parentElement);

function begin(form, popup) {
  const recent = popup.querySelector('.recent');
  let waiting = 0;
  let asking = new AbortController();
  let active = null;

  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
  }))
    field.setAttribute(name, value);

  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', list.dataset.label);

  field.addEventListener('input', (event) => event.isComposing || ask());
  field.addEventListener('compositionend', ask);
  field.addEventListener('focus', () => field.value === '' && offerRecent());
  field.addEventListener('keydown', onFieldKey);
  form.addEventListener('focusout', (event) => form.contains(event.relatedTarget) || close());
  form.addEventListener('submit', () => {
    remember(field.value);
    close();
  });
  // The field keeps the focus, and with it the popup stays.
  popup.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (take(option)) event.preventDefault();
  });
  recent.querySelector('button').addEventListener('click', () => {
    forget();
    close();
    field.focus();
  });
  results?.addEventListener('keydown', onResultKey);
  results?.addEventListener(
    'click',
    (event) => event.target.closest('.hit a') && remember(field.value),
  );
  // A page that comes back from the browser's cache is as it was left.
  window.addEventListener('pagehide', close);

  function ask() {
    clearTimeout(waiting);
    asking.abort();
    setActive(null);
    if (field.value.trim() === '') return offerRecent();
    waiting = setTimeout(() => void offer(field.value), PAUSE_MS);
  }

  async function offer(q) {
    const mine = (asking = new AbortController());
    const params = new URLSearchParams({ q: q.slice(0, 200) });
    // Where results are shown below, passages need no offering.
    if (!results) params.set('passages', 'yes');
    try {
      const response = await fetch(`${form.dataset.suggestions}?${params}`, {
        signal: mine.signal,
      });
      const html = await response.text();
      if (mine.signal.aborted || !response.ok || document.activeElement !== field) return;
      list.innerHTML = html;
      recent.hidden = true;
      open();
      const all = list.querySelector('.all');
      if (all) told.textContent = all.textContent;
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
    }
  }

  function offerRecent() {
    list.replaceChildren(...remembered().map((q) => optionFor(q, form.action)));
    recent.hidden = list.children.length === 0;
    open();
  }

  function open() {
    const options = list.querySelectorAll('[role=option]');
    options.forEach((option, i) => (option.id = `option_${i + 1}`));
    popup.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(!popup.hidden));
  }

  function close() {
    clearTimeout(waiting);
    asking.abort();
    setActive(null);
    popup.hidden = true;
    field.setAttribute('aria-expanded', 'false');
  }

  function onFieldKey(event) {
    // The keys of an input method are its own.
    if (event.isComposing || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (popup.hidden && !results) ask();
      else move(event.key === 'ArrowDown' ? 1 : -1, active);
    } else if (event.key === 'Escape' && !popup.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && (active || event.ctrlKey || event.metaKey)) {
      const address = active?.href ?? `${form.action}?${new URLSearchParams({ q: field.value })}`;
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) window.open(address, '_blank', 'noopener');
      else active.click();
    }
  }

  function onResultKey(event) {
    const link = event.target.closest('.hit :is(h2, h3) a');
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1, link);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      field.focus();
    }
  }

  /** To the next stop: the field, what is offered, the results, and round again. */
  function move(by, from) {
    const offered = popup.hidden ? [] : [...list.querySelectorAll('[role=option]')];
    const found = results ? [...results.querySelectorAll('.hit :is(h2, h3) a')] : [];
    const stops = [null, ...[...offered, ...found].filter((stop) => stop.checkVisibility())];
    const stop = stops.at((stops.indexOf(from) + by) % stops.length);
    (found.includes(stop) ? stop : field).focus();
    setActive(offered.includes(stop) ? stop : null);
  }

  function setActive(option) {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    if (option === null) return field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option.id);
  }

  /** An option that completes the question is typed; one that leads somewhere is remembered and followed. */
  function take({ dataset }) {
    if (dataset.fill === undefined) {
      remember(field.value);
      return false;
    }
    field.value = dataset.fill;
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
    return true;
  }
}

function optionFor(q, action) {
  const option = document.createElement('a');
  option.href = `${action}?${new URLSearchParams({ q })}`;
  option.textContent = q;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  return option;
}

/** The last questions, kept in this browser alone; none where it keeps nothing. */
function remembered() {
  try {
    const known = JSON.parse(localStorage.getItem(RECENT) ?? '[]');
    return Array.isArray(known) ? known.filter((q) => typeof q === 'string') : [];
  } catch {
    return [];
  }
}

function remember(question) {
  const q = question.trim();
  if (q === '') return;
  const known = [q, ...remembered().filter((other) => other !== q)].slice(0, MAX_RECENT);
  try {
    localStorage.setItem(RECENT, JSON.stringify(known));
  } catch {
    // A browser that keeps nothing offers nothing.
  }
}

function forget() {
  try {
    localStorage.removeItem(RECENT);
  } catch {
    // Nothing is kept, so there is nothing to forget.
  }
}
