// Shows an open page anew when the archive has changed. It is sent only while
// the server watches the archive's folder.

const { changes } = document.querySelector('script[data-changes]').dataset;
/** Of a search page only the results hang on the archive; the question is the reader's. */
const partOf = (page) => page.getElementById('results_') ?? page.getElementById('main_');
const part = partOf(document);
/** What the server sent, before readers unfold or filter it. */
let shown = part.innerHTML;
/** Changes before this are in what was sent with the page. In ms, as performance.now() counts. */
let shownSince = performance.getEntriesByType('navigation')[0].requestStart;
let source;
let changed = false;
let stale = false;

// A browser opens few connections to a server, so pages that nobody sees hold none.
document.addEventListener('visibilitychange', listen);
document.addEventListener('focusout', () => setTimeout(showAnew));
// Results that are typed are drawn into the page.
if (part.id === 'results_') new window.MutationObserver(drawn).observe(part, { childList: true });
listen();

function listen() {
  source?.close();
  if (document.visibilityState !== 'visible') return;
  source = new window.EventSource(changes);
  source.addEventListener('changed', (event) => {
    const { msAgo } = JSON.parse(event.data);
    if (performance.now() - msAgo <= shownSince) return;
    changed = true;
    void look();
  });
}

function drawn() {
  shown = part.innerHTML;
  stale = false;
  // They may be results that were kept for the way back.
  if (changed) void look();
}

/** Most changes are not on this page, and it stays as it is. */
async function look() {
  const asked = performance.now();
  const address = location.href;
  const response = await fetch(address).catch(() => undefined);
  // A page that is gone is shown to be gone; a server that is in trouble is waited for.
  if (!response?.ok && response?.status !== 404) return;
  const page = new window.DOMParser().parseFromString(await response.text(), 'text/html');
  if (location.href !== address) return;
  shownSince = asked;
  stale = partOf(page)?.innerHTML !== shown;
  showAnew();
}

/** Browsers keep their place in a page that is loaded again, but not what is half written in it. */
function showAnew() {
  if (stale && !document.activeElement?.matches('input, textarea, select')) location.reload();
}
