import { Refusal } from '#base/refusal';

/** What would be granted or taken without holding it oneself. */
export function beyondOwn(own: ReadonlySet<string>, touched: Iterable<string>): readonly string[] {
  return [...new Set(touched)].filter((permission) => !own.has(permission)).sort();
}

/** Throws when an administrator would give, take or touch more than they hold. */
export function checkOwn(own: ReadonlySet<string>, touched: Iterable<string>): void {
  const missing = beyondOwn(own, touched);
  if (missing.length === 0) return;
  throw new Refusal(
    'forbidden',
    'identity.grant_beyond_own',
    'You can only grant, take away or touch what you hold yourself.',
    { permissions: missing },
  );
}

/** Names on one side only. */
export function difference(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...before.filter((name) => !after.includes(name)),
    ...after.filter((name) => !before.includes(name)),
  ];
}
