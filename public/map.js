// Lets the map be drawn near, moved and searched. Without this file it is a
// drawing of links that scrolls by itself where it is wider than the page.

const MAX_ZOOM = 6;
const STEP = 1.4;
/** A hand that clicks moves a little. */
const DRAG_PX = 4;

const map = document.querySelector('.map');
const drawing = map?.querySelector('svg');
const tools = document.querySelector('.map-tools');
if (drawing && tools) begin();

function begin() {
  const find = document.getElementById('find_');
  const nodes = [...drawing.querySelectorAll('a')];
  const names = nodes.map((node) => folded(node.textContent));
  let zoom = 1;
  /** The drawing's width at a zoom of 1, in pixels. */
  let width = drawing.getBoundingClientRect().width;

  tools.addEventListener('click', ({ target }) => {
    const by = Number(target.closest('[data-zoom]')?.dataset.zoom);
    if (by > 0) zoomTo(zoom * by);
    else if (by === 0) zoomTo(whole());
  });
  map.addEventListener('keydown', (event) => {
    const by = { '+': STEP, '=': STEP, '-': 1 / STEP }[event.key];
    if ((by === undefined && event.key !== '0') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    zoomTo(by === undefined ? whole() : zoom * by);
  });
  map.addEventListener('wheel', onWheel, { passive: false });
  map.addEventListener('touchstart', onTouch, { passive: false });
  map.addEventListener('touchmove', onTouch, { passive: false });
  map.addEventListener('touchend', () => (spread = 0));
  map.addEventListener('pointerdown', drag);
  map.addEventListener('dragstart', (event) => event.preventDefault());
  find.addEventListener('input', search);
  find.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    drawing.querySelector('a.found')?.focus();
  });
  window.addEventListener('resize', () => {
    map.style.height = drawing.style.width = '';
    zoom = 1;
    width = drawing.getBoundingClientRect().width;
  });

  /** The zoom at which nothing needs scrolling. */
  function whole() {
    return Math.min(1, map.clientWidth / width);
  }

  /** What is at this point of the window, else in the middle of the map, stays there. */
  function zoomTo(wanted, point = middle()) {
    map.style.height = `${map.offsetHeight}px`;
    const before = drawing.getBoundingClientRect();
    zoom = Math.min(MAX_ZOOM, Math.max(whole(), wanted));
    drawing.style.width = `${width * zoom}px`;
    const after = drawing.getBoundingClientRect();
    const grown = after.width / before.width;
    map.scrollLeft += after.left - point.x + (point.x - before.left) * grown;
    map.scrollTop += after.top - point.y + (point.y - before.top) * grown;
  }

  function middle() {
    const { left, top, width, height } = map.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** Two fingers on a touchpad come as a wheel with Ctrl. */
  function onWheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomTo(zoom * Math.exp(-event.deltaY / 200), { x: event.clientX, y: event.clientY });
  }

  let spread = 0;
  function onTouch(event) {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches;
    const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    const point = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
    if (event.type === 'touchmove' && spread > 0) zoomTo((zoom * now) / spread, point);
    spread = now;
  }

  /** A mouse takes hold of the paper; fingers scroll it anyway. */
  function drag(start) {
    if (start.pointerType !== 'mouse' || start.button !== 0) return;
    const { scrollLeft, scrollTop } = map;
    let moved = false;
    const move = ({ clientX, clientY }) => {
      const [x, y] = [clientX - start.clientX, clientY - start.clientY];
      moved ||= Math.hypot(x, y) > DRAG_PX;
      if (moved) map.scrollTo(scrollLeft - x, scrollTop - y);
    };
    const end = () => {
      document.removeEventListener('pointermove', move);
      // The link that lies under the mouse was not meant.
      const click = (event) => moved && event.preventDefault();
      map.addEventListener('click', click, { once: true, capture: true });
      setTimeout(() => map.removeEventListener('click', click, { capture: true }));
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', end, { once: true });
  }

  function search() {
    const wanted = folded(find.value.trim());
    drawing.classList.toggle('searched', wanted !== '');
    nodes.forEach((node, i) => {
      node.classList.toggle('found', wanted !== '' && names[i].includes(wanted));
    });
    const found = [...drawing.querySelectorAll('a.found')];
    document.getElementById('found_').textContent =
      wanted === '' ? '' : `${found.length} / ${nodes.length}`;
    if (found.length > 0) bringIntoView(found[0]);
  }

  function bringIntoView(node) {
    const { left, right, top, bottom } = node.getBoundingClientRect();
    const view = map.getBoundingClientRect();
    if (left < view.left || right > view.right) map.scrollLeft += left - middle().x;
    if (top < view.top || bottom > view.bottom) map.scrollTop += top - middle().y;
  }
}

function folded(text) {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
