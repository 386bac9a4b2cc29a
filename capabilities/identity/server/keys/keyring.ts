import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { type Clock, day, hour } from '#base/time';
import { createSecretBox } from '#platform/server/config';
import type { Database, Tx } from '#platform/server/database';
import {
  activateNext,
  allKeys,
  announceKeys,
  deleteRetired,
  insertKey,
  type KeyRow,
  type KeyState,
  lockRotation,
  retireActive,
} from './key.store.ts';

/** How long a key signs before the daily job puts the next one in its place. */
const activeFor = 30 * day;
/** Longer than any token a retired key has signed can live. */
const keepRetiredFor = hour;

interface PublicKey {
  readonly kty: 'RSA';
  readonly use: 'sig';
  readonly alg: 'RS256';
  readonly kid: string;
  readonly n: string;
  readonly e: string;
}

interface Loaded {
  readonly signer: { readonly kid: string; readonly key: CryptoKey };
  readonly verifiers: ReadonlyMap<string, CryptoKey>;
  readonly published: readonly PublicKey[];
}

type Rotation = 'first' | 'rotated' | 'kept';

export interface Keyring {
  /** The key that signs now. */
  signer(): Promise<Loaded['signer']>;
  /** The key of a token, or undefined; an unknown id is looked up in the database, at most once a second. */
  verifier(kid: string): Promise<CryptoKey | undefined>;
  published(): Promise<readonly PublicKey[]>;
  /** Makes the first keys when there are none; `force` rotates now, otherwise only a key old enough. */
  rotate(force: boolean): Promise<Rotation>;
  /** Forgets what is loaded: another process rotated. */
  reload(): void;
}

function publicKeyOf({ kid, public_jwk: { n, e } }: KeyRow): PublicKey {
  if (n === undefined || e === undefined) throw new Error('A signing key is not an RSA key.');
  return { kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e };
}

async function importRsa(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('A signing key is not an RSA key.');
  return key;
}

export function createKeyring(database: Database, secretKey: string, clock: Clock): Keyring {
  const box = createSecretBox(secretKey, 'identity.signing-key');
  let loaded: Promise<Loaded> | undefined;
  let loadedAt = 0;

  function unseal(row: KeyRow): JWK {
    try {
      return JSON.parse(box.open(row.private_jwk, row.kid));
    } catch (cause) {
      throw new Error('The signing keys cannot be opened: SECRET_KEY is not the one that sealed them.', {
        cause,
      });
    }
  }

  async function load(): Promise<Loaded> {
    const rows = await allKeys(database);
    const active = rows.find((row) => row.state === 'active');
    if (active === undefined) throw new Error('There is no active signing key.');
    const verifiers = await Promise.all(
      rows.map(async (row) => [row.kid, await importRsa(row.public_jwk)] as const),
    );
    return {
      signer: { kid: active.kid, key: await importRsa(unseal(active)) },
      verifiers: new Map(verifiers),
      published: rows.map(publicKeyOf),
    };
  }

  function current(): Promise<Loaded> {
    if (loaded === undefined) {
      loadedAt = performance.now();
      const loading = load();
      loaded = loading;
      loading.catch(() => {
        if (loaded === loading) loaded = undefined;
      });
    }
    return loaded;
  }

  async function addKey(tx: Tx, state: KeyState): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', {
      modulusLength: 2048,
      extractable: true,
    });
    const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
    const kid = await calculateJwkThumbprint(publicJwk);
    await insertKey(
      tx,
      { kid, state, publicJwk, sealed: box.seal(JSON.stringify(privateJwk), kid) },
      clock(),
    );
  }

  async function rotateIn(tx: Tx, force: boolean): Promise<Rotation> {
    await lockRotation(tx);
    const now = clock();
    await deleteRetired(tx, new Date(now.getTime() - keepRetiredFor));
    const rows = await allKeys(tx);
    const active = rows.find((row) => row.state === 'active');
    const hasNext = rows.some((row) => row.state === 'next');
    if (active === undefined) {
      if (hasNext) await activateNext(tx, now);
      else await addKey(tx, 'active');
      await addKey(tx, 'next');
      return 'first';
    }
    const age = now.getTime() - (active.activated_at?.getTime() ?? 0);
    if (!hasNext) await addKey(tx, 'next');
    if (!force && age < activeFor) return 'kept';
    await retireActive(tx, now);
    await activateNext(tx, now);
    await addKey(tx, 'next');
    return 'rotated';
  }

  return {
    signer: async () => (await current()).signer,
    published: async () => (await current()).published,
    async verifier(kid) {
      const known = (await current()).verifiers.get(kid);
      // Anybody can send tokens with invented key ids: they may not cost a query each.
      if (known !== undefined || performance.now() - loadedAt < 1_000) return known;
      loaded = undefined;
      return (await current()).verifiers.get(kid);
    },
    async rotate(force) {
      const outcome = await database.transaction(async (tx) => {
        const rotation = await rotateIn(tx, force);
        if (rotation !== 'kept') await announceKeys(tx);
        return rotation;
      });
      if (outcome !== 'kept') loaded = undefined;
      return outcome;
    },
    reload: () => {
      loaded = undefined;
    },
  };
}
