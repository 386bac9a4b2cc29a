/** Which push services subscriptions may point to: nothing else is ever called by us. */
export interface EndpointPolicy {
  /** Host names; `*.` in front stands for any subdomain. */
  readonly hosts: readonly string[];
  readonly allowLoopback: boolean;
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

export function parseHosts(list: string): readonly string[] {
  return list
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '' && host !== '*.');
}

function matches(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  return host.length > pattern.length - 1 && host.endsWith(pattern.slice(1));
}

/** The name of the allowed push service behind an endpoint, or undefined when nothing may be sent there. */
export function pushServiceOf(endpoint: string, policy: EndpointPolicy): string | undefined {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  if (policy.allowLoopback && loopback.has(url.hostname) && /^https?:$/.test(url.protocol)) return 'loopback';
  if (url.protocol !== 'https:' || url.port !== '') return undefined;
  const pattern = policy.hosts.find((host) => matches(url.hostname, host));
  return pattern?.replace(/^\*\./, '');
}
