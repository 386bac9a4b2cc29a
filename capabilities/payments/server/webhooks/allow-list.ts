import { BlockList, isIP } from 'node:net';

const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** Tells whether an address is on a comma list of addresses and CIDR ranges; throws for a list that is not one. */
export function createAllowList(list: string): (address: string) => boolean {
  const allowed = new BlockList();
  for (const item of list.split(',').map((one) => one.trim())) {
    if (item === '') continue;
    const [address = '', bits] = item.split('/');
    const version = isIP(address);
    if (version === 0) throw new Error(`${item} is neither an address nor a range of addresses.`);
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) allowed.addAddress(address, family);
    else allowed.addSubnet(address, Number(bits), family);
  }
  return (given) => {
    const address = mapped.exec(given)?.[1] ?? given;
    const version = isIP(address);
    return version !== 0 && allowed.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}
