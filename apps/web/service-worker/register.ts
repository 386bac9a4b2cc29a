const address = '/app/service-worker.js';

/** Registers the worker once the page has loaded, and lets a newer one that waits take over. Never reloads a page. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = async (): Promise<void> => {
    try {
      const { waiting } = await navigator.serviceWorker.register(address, { scope: '/app/' });
      waiting?.postMessage('take-over');
    } catch {
      // Private windows and broken certificates: the application works without it, with network only.
    }
  };
  if (document.readyState === 'complete') void register();
  else globalThis.addEventListener('load', () => void register(), { once: true });
}
