import { timingSafeEqual } from 'node:crypto';
import { isId } from '#base/ids';
import { type Clock, minute, second } from '#base/time';
import { keyedHash } from '#platform/server/config';

interface Linked {
  readonly id: string;
  readonly content_hash: string;
  readonly url_name: string;
}

/** Addresses of published bytes. */
export interface Links {
  /** Immutable; of the content network when there is one. */
  publicUrl(object: Linked): string;
  /** Opens one object for whoever holds it, for 10 to 15 minutes. */
  privateUrl(object: Linked): string;
  /** The object a token opens; undefined when it is forged or too old. */
  verify(token: string): string | undefined;
}

/** Within a step the same address is given, so that pages asked twice do not load their images twice. */
const step = 5 * minute;
const lifetime = 10 * minute;
const purpose = 'files.private_link';

export function createLinks({
  secretKey,
  cdnBaseUrl,
  clock,
}: {
  readonly secretKey: string;
  readonly cdnBaseUrl: string | undefined;
  readonly clock: Clock;
}): Links {
  const base = cdnBaseUrl?.replace(/\/+$/, '') ?? '';
  const signature = (objectId: string, expires: string): string =>
    keyedHash(secretKey, purpose, `${objectId}.${expires}`);

  return {
    publicUrl: ({ content_hash, url_name }) => `${base}/files/content/${content_hash}/${url_name}`,
    privateUrl({ id }) {
      const until = Math.ceil((clock().getTime() + lifetime) / step) * step;
      const expires = (until / second).toString(36);
      return `/files/private/${id}.${expires}.${signature(id, expires)}`;
    },
    verify(token) {
      const [id = '', expires = '', given = ''] = token.split('.');
      if (!isId(id) || !/^[0-9a-z]{1,10}$/.test(expires)) return undefined;
      const expected = Buffer.from(signature(id, expires));
      const sent = Buffer.from(given);
      if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return undefined;
      return Number.parseInt(expires, 36) * second > clock().getTime() ? id : undefined;
    },
  };
}
