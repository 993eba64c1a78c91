// Lets an issue's table of contents follow the reader, and leads a search to its words.

const contents = document.querySelector('.contents');
const details = contents?.querySelector('details');
const wide = window.matchMedia('(width >= 70rem)');

if (details) {
  // Beside the text it is always open; above it, it would push the text away.
  const fit = () => (details.open = wide.matches);
  wide.addEventListener('change', fit);
  fit();
  details.addEventListener('click', ({ target }) => {
    if (target.closest('a') && !wide.matches) details.open = false;
  });
  follow();
}
const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
const found = target && target.querySelector('mark');
if (found && found.getBoundingClientRect().bottom > window.innerHeight)
  found.scrollIntoView({ block: 'center' });

/** Marks the last section that begins above the upper third of the window. */
function follow() {
  const links = new Map(
    [...contents.querySelectorAll('a')].map((link) => [
      document.getElementById(decodeURIComponent(link.hash.slice(1))),
      link,
    ]),
  );
  const above = new Set();
  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) above.add(target);
        else above.delete(target);
      }
      mark([...links.keys()].findLast((section) => above.has(section)));
    },
    // From far above the window down to its upper third.
    { rootMargin: '1000000px 0px -66% 0px' },
  );
  for (const section of links.keys()) observer.observe(section);

  function mark(section) {
    for (const [other, link] of links) {
      if (other !== section) link.removeAttribute('aria-current');
      else {
        link.setAttribute('aria-current', 'location');
        // The list scrolls, and not the page.
        const { offsetTop, offsetHeight } = link;
        const { scrollTop, clientHeight } = contents;
        if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
          contents.scrollTop = offsetTop - clientHeight / 2;
      }
    }
  }
}
