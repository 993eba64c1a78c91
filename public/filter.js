// Filters the index as one types. Without this file the form asks the server.

const field = document.getElementById('filter_');
const list = document.querySelector('.book-index');

if (field && list) {
  field.addEventListener('input', filter);
  field.form.addEventListener('submit', (event) => event.preventDefault());
}

/** Whatever the letter case and the accents. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function filter() {
  const asked = plain(field.value.trim());
  for (const section of list.children) {
    for (const entry of section.querySelectorAll('.entry'))
      entry.hidden = !plain(entry.firstElementChild.textContent).includes(asked);
    section.hidden = !section.querySelector('.entry:not([hidden])');
    const letter = document.querySelector(`.letters a[href="#${section.children[0].id}"]`);
    if (letter) letter.parentElement.hidden = section.hidden;
  }
}
