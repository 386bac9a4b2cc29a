const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/**
 * The address limits are counted by: IPv4 as it is (also when mapped into IPv6), IPv6 by its /64,
 * because one customer owns at least that many addresses.
 */
export function limitAddress(address: string): string {
  if (!address.includes(':')) return address;
  const v4 = mapped.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const [plain = ''] = address.split('%');
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  // A dotted tail takes two groups.
  const width = left.length + right.length + (plain.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - width);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
