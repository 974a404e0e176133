const shownFor = 2000;

document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.dataset.copied = '';
    announce('Copied');
    setTimeout(() => delete button.dataset.copied, shownFor);
  } catch {
    announce('The browser did not allow it. Select the text and copy it by hand.', true);
  }
});

/** Says it to a screen reader; a refusal to everybody. */
function announce(text, shown = false) {
  const announcer = document.getElementById('announcer');
  if (!announcer) return;
  announcer.textContent = text;
  announcer.classList.toggle('sr', !shown);
  setTimeout(() => { announcer.textContent = ''; announcer.classList.add('sr'); }, shown ? 3 * shownFor : shownFor);
}
