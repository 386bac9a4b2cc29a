import { lookup as resolve } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What may be sent: the parts of `fetch` that an untrusted address deserves. */
export interface PublicRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A `fetch` for addresses that users name. */
export type PublicFetch = (url: string, request: PublicRequest) => Promise<Response>;

export interface PublicFetchOptions {
  /** Also this machine and its networks, and plain HTTP to them: an installation inside a company. */
  readonly allowPrivate: boolean;
  /** Bytes an answer may have; 1 MiB. */
  readonly maxBytes?: number;
}

/** Addresses that are not of the public internet (IANA special-purpose registries, RFC 6890). */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4');
/** The one block from which addresses of the public internet are given. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const specialSix = new BlockList();
// Documentation, and the two tunnels that carry an IPv4 address inside.
for (const [net, bits] of [
  ['2001:db8::', 32],
  ['2001::', 32],
  ['2002::', 16],
] as const)
  specialSix.addSubnet(net, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return globalUnicast.check(address, 'ipv6') && !specialSix.check(address, 'ipv6');
    default:
      return false;
  }
}

class AddressRefusedError extends TypeError {
  override readonly name = 'AddressRefusedError';
}

/** Resolves a name and keeps public addresses only: the connection goes to what was checked. */
const publicLookup: LookupFunction = (host, options, answer) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return answer(error, '');
    const allowed = found.filter(({ address }) => isPublicAddress(address));
    const [first] = allowed;
    if (first === undefined || allowed.length < found.length)
      return answer(new AddressRefusedError('The name leads into a private network.'), '');
    if (options.all === true) return answer(null, allowed);
    return answer(null, first.address, first.family);
  });
};

function textOf(body: unknown): string | undefined {
  return body === undefined || body === null ? undefined : String(body);
}

/**
 * Sends one request to an address a user named: to the public internet over HTTPS only, following no redirects, and
 * reading a bounded answer. Rejects with a `TypeError` for an address that may not be asked, and like `fetch` otherwise.
 */
export function createPublicFetch({ allowPrivate, maxBytes = 1_048_576 }: PublicFetchOptions): PublicFetch {
  function send(url: URL, { method, headers, body, signal }: PublicRequest): Promise<Response> {
    const options: RequestOptions = {
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      ...(signal === undefined ? {} : { signal }),
      ...(allowPrivate ? {} : { lookup: publicLookup }),
      agent: false,
    };
    return new Promise((settle, fail) => {
      const begin = url.protocol === 'https:' ? requestHttps : requestHttp;
      const request = begin(url, options, (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size <= maxBytes) return void parts.push(part);
          fail(new TypeError('The answer is too large.'));
          request.destroy();
        });
        answer.on('error', fail);
        answer.on('end', () => {
          const status = answer.statusCode ?? 502;
          const isBodiless = [204, 205, 304].includes(status);
          const told = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
            values.map((value): [string, string] => [name, value]),
          );
          settle(new Response(isBodiless ? null : Buffer.concat(parts), { status, headers: told }));
        });
      });
      request.on('error', fail);
      request.end(textOf(body));
    });
  }

  return async (address, request) => {
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
      throw new AddressRefusedError('Only public HTTPS addresses may be asked.');
    return send(url, request);
  };
}
