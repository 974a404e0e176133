const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': if (!dialog.open) dialog.showModal(); break;
    case 'hide': dialog.close(); break;
    case 'rejected': location.reload(); break; // The server was started anew: the page is drawn again from what was saved.
  }
});
dialog.addEventListener('cancel', event => event.preventDefault()); // Escape would uncover a page that does not react.
document.getElementById('reconnect-reload').addEventListener('click', () => location.reload());
document.getElementById('components-resume-button').addEventListener('click', resume);

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}

// The console is on this machine and may be started at any time. Asking it costs nothing, and no page should have to be told that it is back.
Blazor.start({
  circuit: {
    reconnectionOptions: {
      maxRetries: Infinity,
      retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : attempt < 20 ? 1000 : 3000,
    },
  },
});
