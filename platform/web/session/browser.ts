import type { TabNews } from './session.ts';

/** Reads a cookie that scripts may read. */
export function readCookie(cookies: string, name: string): string | undefined {
  for (const pair of cookies.split('; ')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at) === name) return decodeURIComponent(pair.slice(at + 1));
  }
  return undefined;
}

/** One tab at a time where the browser has locks; elsewhere the server's grace period for refreshes carries it. */
export async function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
  // Absent where the page is not served securely (a bare address in a local network).
  const locks: LockManager | null | undefined = globalThis.navigator?.locks;
  if (locks === undefined || locks === null) return work();
  return await locks.request('quintet.session', work);
}

/** Talks to the other tabs of this browser. */
export function openTabs(hear: (news: TabNews) => void): (news: TabNews) => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel('quintet.session');
  channel.onmessage = ({ data }) => {
    if (data === 'begun' || data === 'ended') hear(data);
  };
  return (news) => channel.postMessage(news);
}
