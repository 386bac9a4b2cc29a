const running = new Map<string, Promise<unknown>>();

/** Runs the work while no other tab runs work of the same name; within this page only where browsers have no locks. */
export function exclusive<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  // Absent where the page is not secure, whatever the library's types say.
  const locks = globalThis.navigator?.locks ?? undefined;
  if (locks !== undefined) return locks.request(name, () => work());
  const before = running.get(name) ?? Promise.resolve();
  const next = before.then(work, work);
  running.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}
