import type { App } from '#platform/server/app';

/** One Ctrl-C may arrive twice, from the terminal and from npm: only a later one means impatience. */
const sameKeyPressMs = 1_000;

/** Stops cleanly on the first signal; a second one, at least a second later, ends the process at once. */
export function stopOnSignals(app: App): void {
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (firstAt !== undefined) {
      if (Date.now() - firstAt > sameKeyPressMs) process.exit(signal === 'SIGINT' ? 130 : 143);
      return;
    }
    firstAt = Date.now();
    app.log.info({ signal }, 'Stopping.');
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('SIGHUP', onSignal);
}
