/** Failures that cost nothing. */
export const freeFailures = 5;
/** Failures of one address that cost nothing: many people may share it. */
export const freeAddressFailures = 20;
/** After this long without a failure the count starts again. */
export const forgetAfterSeconds = 3_600;

const longestDelaySeconds = 900;

/** How long the next attempt has to wait after so many failures: 0 while they are free, then 1, 2, 4 … 900 s. */
export function delaySeconds(failures: number, free: number = freeFailures): number {
  if (failures < free) return 0;
  return Math.min(2 ** Math.min(failures - free, 20), longestDelaySeconds);
}

function expandIpv6(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right];
}

/** IPv6 addresses as their first groups; IPv4, also when mapped into IPv6, as its first bytes. */
function prefixOf(address: string, ipv4Bytes: number, ipv6Groups: number): string {
  const plain = address.split('%')[0] ?? '';
  const ipv4 = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(plain)?.[1];
  if (ipv4 !== undefined) {
    const bytes = ipv4.split('.').map((byte, index) => (index < ipv4Bytes ? byte : '0'));
    return ipv4Bytes === 4 ? ipv4 : `${bytes.join('.')}/${ipv4Bytes * 8}`;
  }
  if (!plain.includes(':')) return 'unknown';
  const groups = expandIpv6(plain.toLowerCase()).slice(0, ipv6Groups);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/${ipv6Groups * 16}`;
}

/** Whom attempts from an address are counted for: the address, or the /64 of an IPv6 one. */
export function addressKey(address: string): string {
  return prefixOf(address, 4, 4);
}

/** What a session keeps of an address: /24, or /48 of IPv6. */
export function addressPrefix(address: string): string {
  return prefixOf(address, 3, 3);
}
