import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublicFetch, isPublicAddress } from './index.ts';

const server = createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
  else if (request.url === '/much') response.end('x'.repeat(2_000));
  else
    request.pipe(response.writeHead(201, { 'content-type': 'text/plain', 'x-asked': request.method ?? '' }));
});
let at = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  at = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = { method: 'GET', headers: {} };

describe('addresses that users name', () => {
  it.each([
    ['93.184.215.14', true],
    ['2a00:1450:4010:c05::8b', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['169.254.169.254', false],
    ['172.31.255.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
    ['no address', false],
  ])('%s: public %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });

  it.each([
    'http://93.184.215.14/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'file:///etc/passwd',
  ])('%s is not asked', async (address) => {
    await expect(createPublicFetch({ allowPrivate: false })(address, get)).rejects.toThrow(TypeError);
  });

  it('are asked inside a network only where that is allowed', async () => {
    const ask = createPublicFetch({ allowPrivate: true });
    const body = new URLSearchParams({ code: 'Ж' });
    const answer = await ask(`${at}/`, { method: 'POST', headers: { 'x-a': '1' }, body });
    expect([answer.status, answer.headers.get('x-asked'), await answer.text()]).toEqual([
      201,
      'POST',
      'code=%D0%96',
    ]);
  });

  it('redirect nobody, and answer no more than is read', async () => {
    const ask = createPublicFetch({ allowPrivate: true, maxBytes: 1_000 });
    expect((await ask(`${at}/away`, get)).status).toBe(302);
    await expect(ask(`${at}/much`, get)).rejects.toThrow('too large');
    await expect(ask(`${at}/`, { ...get, signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
