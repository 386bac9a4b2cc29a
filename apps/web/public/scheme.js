// Chooses the scheme before the first paint; the application takes over from the same keys.
(() => {
  let mode = 'system';
  try {
    mode = localStorage.getItem('quintet.theme') ?? 'system';
  } catch {
    // Storage may be refused; the system's choice stands.
  }
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mui-color-scheme', dark ? 'dark' : 'light');
})();
