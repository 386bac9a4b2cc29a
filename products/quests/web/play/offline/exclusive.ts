const running = new Map<string, Promise<unknown>>();

/** Runs the work while no other tab runs work of the same name; within this page only where browsers have no locks. */
export function exclusive<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const locks = globalThis.navigator?.locks;
  if (locks !== undefined) return locks.request(name, () => work());
  const before = running.get(name) ?? Promise.resolve();
  const next = before.then(work, work);
  running.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}
