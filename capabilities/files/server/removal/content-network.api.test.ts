import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#base/time';
import { createBreakers } from '#platform/server/resilience';
import { type PurgeDouble, startPurgeDouble } from '../../testing/index.ts';
import type { FilesConfig } from '../config.ts';
import { createPurge, purgeFault } from './content-network.ts';

let network: PurgeDouble;
beforeAll(async () => {
  network = await startPurgeDouble();
});
afterAll(() => network.close());

function config(over: Partial<FilesConfig>): FilesConfig {
  return {
    FILES_DAILY_BYTES: 1,
    FILES_MAX_PENDING: 1,
    FILES_CHECKS_AT_ONCE: 1,
    CLAMAV_PORT: 1,
    CLAMAV_MAX_BYTES: 1,
    CLAMAV_TIMEOUT_MS: 1,
    CDN_PURGE: 'cloudflare',
    CDN_PURGE_ZONE: 'z',
    CDN_PURGE_TOKEN: 't',
    CDN_PURGE_URL: network.url,
    ...over,
  };
}

const purge = (over: Partial<FilesConfig> = {}) => {
  const breakers = createBreakers({ clock: systemClock });
  return createPurge(config(over), () => breakers.breaker('content_network'));
};
const { signal } = new AbortController();

describe('the purge', () => {
  it('sends 30 addresses a call', async () => {
    const urls = Array.from({ length: 65 }, (_, index) => `https://cdn.example/${index}`);
    await purge()(urls, signal);
    const sent = network.calls.map(({ body }) => Object(body).files);
    expect(sent.map((files: readonly string[]) => files.length)).toEqual([30, 30, 5]);
    expect(sent.flat()).toEqual(urls);
  });

  it.each(['refuses', 'errors'] as const)(
    'fails, to be tried again, when the network %s',
    async (behaviour) => {
      network.behave(behaviour);
      await expect(purge()(['https://cdn.example/1'], signal)).rejects.toThrow('content network');
      network.behave('works');
      await purge()(['https://cdn.example/1'], signal);
    },
  );

  it('does nothing where there is no network', async () => {
    const before = network.calls.length;
    await purge({ CDN_PURGE: 'none' })(['https://cdn.example/1'], signal);
    expect(network.calls.length).toBe(before);
  });

  it('needs its settings', () => {
    expect(purgeFault(config({}))).toBe(undefined);
    const { CDN_PURGE_ZONE: _zone, ...noZone } = config({});
    expect(purgeFault(noZone)).toContain('CDN_PURGE_ZONE');
  });
});
