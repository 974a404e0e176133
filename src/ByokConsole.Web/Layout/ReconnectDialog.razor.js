const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': if (!dialog.open) dialog.showModal(); break;
    case 'hide': dialog.close(); break;
    case 'failed': document.addEventListener('visibilitychange', whenVisible); break;
    case 'rejected': location.reload(); break; // The server was started anew: the page is drawn again from what was saved.
  }
});
document.getElementById('components-reconnect-button').addEventListener('click', reconnect);
document.getElementById('components-resume-button').addEventListener('click', resume);

async function whenVisible() {
  if (document.visibilityState === 'visible') await reconnect();
}

async function reconnect() {
  document.removeEventListener('visibilitychange', whenVisible);
  try {
    if (await Blazor.reconnect()) return;
    if (await Blazor.resumeCircuit()) dialog.close();
    else location.reload();
  } catch {
    document.addEventListener('visibilitychange', whenVisible);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}
