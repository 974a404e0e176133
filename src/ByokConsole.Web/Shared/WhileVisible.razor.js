/** Tells the page when its tab is hidden or shown. */
export function watch(page) {
  const tell = () => page.invokeMethodAsync('ShowAsync', !document.hidden);
  document.addEventListener('visibilitychange', tell);
  if (document.hidden) tell();
  return { stop: () => document.removeEventListener('visibilitychange', tell) };
}
