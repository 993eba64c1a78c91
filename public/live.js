// Shows an open page anew when the archive has changed. It is sent only while
// the server watches the archive's folder.

const { changes } = document.querySelector('script[data-changes]').dataset;
const main = document.getElementById('main_');
const shown = main.innerHTML;
/** Changes before this are in what is shown. In ms, as performance.now() counts. */
let shownSince = performance.getEntriesByType('navigation')[0].requestStart;
let source;
let stale = false;

// A browser opens few connections to a server, so pages that nobody sees hold none.
document.addEventListener('visibilitychange', listen);
document.addEventListener('focusout', () => setTimeout(showAnew));
listen();

function listen() {
  source?.close();
  if (document.visibilityState !== 'visible') return;
  source = new window.EventSource(changes);
  source.addEventListener('changed', (event) => {
    const { msAgo } = JSON.parse(event.data);
    if (performance.now() - msAgo > shownSince) void look();
  });
}

/** Most changes are not on this page, and it stays as it is. */
async function look() {
  const asked = performance.now();
  const response = await fetch(location.href).catch(() => undefined);
  if (response === undefined) return;
  const page = new window.DOMParser().parseFromString(await response.text(), 'text/html');
  shownSince = asked;
  stale = page.getElementById('main_')?.innerHTML !== shown;
  showAnew();
}

/** Browsers keep their place in a page that is loaded again, but not what is half written in it. */
function showAnew() {
  if (stale && !document.activeElement?.matches('input, textarea, select')) location.reload();
}
