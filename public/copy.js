// Buttons that copy the text below them. Without this file they stay hidden,
// and the text is copied by hand.

for (const button of document.querySelectorAll('button.copy')) {
  if (!window.navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const usual = button.textContent;
    await window.navigator.clipboard.writeText(
      button.closest('dt').nextElementSibling.innerText.trim(),
    );
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = usual), 2000);
  });
}
