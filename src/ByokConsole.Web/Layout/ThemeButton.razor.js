const order = ['system', 'light', 'dark'];
const names = { system: 'Theme as the system', light: 'Light theme', dark: 'Dark theme' };
const year = 365 * 24 * 60 * 60;

document.addEventListener('click', event => {
  if (!event.target.closest?.('[data-theme-button]')) return;
  const root = document.documentElement;
  const theme = order[(order.indexOf(root.dataset.theme) + 1) % order.length];
  root.dataset.theme = theme;
  // For the server, which draws the next page in it from the start.
  document.cookie = `theme=${theme}; path=/; max-age=${theme === 'system' ? 0 : year}; samesite=strict`;
  const announcer = document.getElementById('announcer');
  if (announcer) announcer.textContent = names[theme];
});
