/** The router's path behind a notice's `/app/…`; null when there is none or it leads elsewhere. */
export function routerPathOf(path: string | null): string | null {
  if (path === null || !/^\/app(\/|$)/.test(path) || path.includes('\\')) return null;
  const inner = path.slice('/app'.length);
  return inner === '' ? '/' : /^\/(?!\/)/.test(inner) ? inner : null;
}
