// Shows what a link of ours leads to in a card beside it, when the link is
// pointed at, focused or long pressed. Without this file it is a plain link.

/** So long a pointer rests on what it means. */
const REST_MS = 350;
/** Time to go from the link to the card. */
const LEAVE_MS = 200;
const PRESS_MS = 450;
const GAP = 8;

const LINKS = `main a:is([href^='/concepts/'], [href^='/issues/'])`;
/** What these lead to stands beside them already, or is not what a card would say. */
const PLAIN =
  '[href*="asof="], .contents a, .permalink, .hit :is(h2, h3) a, .passage h3 a, .onward a';
const card = document.createElement('div');
card.className = 'card';
card.id = 'card_';
card.role = 'tooltip';
card.hidden = true;
document.querySelector('main').append(card);

const known = new Map();
let link = null;
let waiting = 0;
/** The link under a finger that does not show its card yet. */
let pressed = null;

on('pointerover', ({ target, pointerType }) => {
  if (pointerType !== 'mouse' && pointerType !== 'pen') return;
  const over = linkOf(target);
  if (over === link || (over === null && card.contains(target))) return clearTimeout(waiting);
  later(over ? REST_MS : LEAVE_MS, over);
});
on('focusin', ({ target }) => {
  const focused = linkOf(target);
  if (focused?.matches(':focus-visible')) later(REST_MS, focused);
});
on('focusout', () => later(0, null));
on('keydown', (event) => {
  if (event.key !== 'Escape') return;
  clearTimeout(waiting);
  if (card.hidden) return;
  event.preventDefault();
  hide();
});
on('pointerdown', ({ target, pointerType }) => {
  const over = linkOf(target);
  pressed = null;
  if (pointerType !== 'touch') later(0, null);
  else if (over === null || over !== link) {
    pressed = over;
    later(over ? PRESS_MS : 0, over);
  }
});
for (const end of ['pointerup', 'pointercancel']) {
  on(end, ({ pointerType }) => pointerType === 'touch' && pressed && clearTimeout(waiting));
}
// The first long press shows the card, one more brings the browser's own menu; a tap follows the link.
on('contextmenu', (event) => pressed && event.preventDefault());
on('click', (event) => pressed && pressed === link && event.preventDefault());
window.addEventListener('pagehide', hide);

function on(name, listener) {
  document.addEventListener(name, listener);
}

/** Only what leads to another place than the page itself. */
function linkOf(target) {
  const found = target.closest?.(LINKS);
  return !found || found.matches(PLAIN) || addressOf(found) === location.pathname ? null : found;
}

/** A link in a drawing has no other way to say where it leads. */
function addressOf(found) {
  const { pathname, hash } = new URL(found.getAttribute('href'), location);
  return pathname + hash;
}

function later(ms, next) {
  clearTimeout(waiting);
  if (next === null && link === null) return;
  waiting = setTimeout(() => (next ? void show(next) : hide()), ms);
}

async function show(next) {
  const address = `${document.body.dataset.preview}?${new URLSearchParams({ of: addressOf(next) })}`;
  hide();
  link = next;
  if (!known.has(address)) {
    const response = await fetch(address).catch(() => null);
    if (!response?.ok) return;
    known.set(address, await response.text());
  }
  if (link !== next) return;
  card.innerHTML = known.get(address);
  card.hidden = false;
  place();
  next.setAttribute('aria-describedby', card.id);
}

function hide() {
  link?.removeAttribute('aria-describedby');
  link = null;
  card.hidden = true;
}

/** Below the line that is pointed at, or above it where there is more room: never on it. */
function place() {
  const lines = [...link.getClientRects()];
  const first = lines[0];
  const last = lines.at(-1);
  const { width, height } = card.getBoundingClientRect();
  const below = window.innerHeight - last.bottom;
  const top =
    below >= height + GAP || below >= first.top ? last.bottom + GAP : first.top - GAP - height;
  const left = Math.min(
    first.left,
    document.querySelector('main').getBoundingClientRect().right - width,
  );
  card.style.top = `${top + window.scrollY}px`;
  card.style.left = `${Math.max(GAP, left) + window.scrollX}px`;
}
