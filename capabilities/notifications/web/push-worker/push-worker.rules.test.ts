import { describe, expect, it } from 'vitest';
import { clientHeader, csrfCookie, csrfHeader, refresh } from '#capabilities/identity/contract';
import { handleNotificationClick, handlePush, type PushScope } from './index.ts';
import { pathOf, payloadOf } from './push-event.rules.ts';
import { sessionNames } from './worker-token.ts';

const id = '01890000-0000-7000-8000-000000000001';
const push = JSON.stringify({ k: 'sample.parcel_arrived', id });

interface Shown {
  readonly title: string;
  readonly options: NotificationOptions;
}

/** A worker's global scope in memory; `answers` by path, and `csrf` as the cookie that pages have. */
function scopeWith(answers: Readonly<Record<string, () => Response | Promise<Response>>>, csrf?: string) {
  const shown: Shown[] = [];
  const asked: { readonly path: string; readonly headers: Headers }[] = [];
  const visited: string[] = [];
  const windows: { url: string; focus(): Promise<void>; navigate(url: string): Promise<void> }[] = [];
  const request: typeof fetch = async (input, init) => {
    asked.push({ path: String(input), headers: new Headers(init?.headers) });
    return answers[String(input)]?.() ?? new Response(null, { status: 404 });
  };
  const lock = async (_name: string, work: (lock: null) => unknown) => work(null);
  const scope: PushScope = {
    fetch: request,
    cookieStore: { get: async () => (csrf === undefined ? null : { value: csrf }) },
    navigator: { locks: { request: lock as LockManager['request'] } },
    registration: { showNotification: async (title, options) => void shown.push({ title, options }) },
    clients: { matchAll: async () => windows, openWindow: async (url) => void visited.push(`new ${url}`) },
    location: { origin: 'https://q.example' },
  };
  const openPage = (url: string) =>
    windows.push({
      url,
      focus: async () => void visited.push('focus'),
      navigate: async (target) => void visited.push(target),
    });
  return { scope, shown, asked, visited, openPage };
}

async function receive(scope: PushScope, text: string | null, language: 'ru' | 'en' = 'ru'): Promise<void> {
  const works: Promise<unknown>[] = [];
  const data = text === null ? null : { text: () => text };
  handlePush(scope, { data, waitUntil: (work) => void works.push(work) }, { language: () => language });
  await Promise.all(works);
}

async function tap(scope: PushScope, data: unknown): Promise<boolean> {
  const works: Promise<unknown>[] = [];
  let closed = false;
  const notification = {
    data,
    close: () => {
      closed = true;
    },
  };
  handleNotificationClick(scope, { notification, waitUntil: (work) => void works.push(work) });
  await Promise.all(works);
  return closed;
}

const notice = { id, title: 'Посылка', body: 'У двери.', path: '/app/parcels/1' };
const signedIn = {
  '/auth/refresh': () => Response.json({ access_token: 'fresh' }),
  [`/notifications/${id}`]: () => Response.json(notice),
};

describe('a push', () => {
  it('is shown with the text that the device fetches, signed in like its pages', async () => {
    const { scope, shown, asked } = scopeWith(signedIn, 'c5rf');
    await receive(scope, push);
    expect(shown).toEqual([
      {
        title: 'Посылка',
        options: { body: 'У двери.', tag: id, lang: 'ru', data: { path: '/app/parcels/1' } },
      },
    ]);
    expect(asked.map(({ path }) => path)).toEqual(['/auth/refresh', `/notifications/${id}`]);
    expect(asked[0]?.headers.get('x-csrf-token')).toBe('c5rf');
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer fresh');
  });

  it.each([
    ['nobody is signed in', signedIn, undefined],
    [
      'the session has ended',
      { ...signedIn, '/auth/refresh': () => new Response(null, { status: 401 }) },
      'c',
    ],
    ['the notice is gone', { '/auth/refresh': signedIn['/auth/refresh'] }, 'c'],
    [
      'the network is away',
      { ...signedIn, [`/notifications/${id}`]: () => Promise.reject(new Error('away')) },
      'c',
    ],
  ])('says only that there is one when %s', async (_when, answers, csrf) => {
    const { scope, shown } = scopeWith(answers, csrf);
    await receive(scope, push, 'en');
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ title: 'Quintet', options: { body: 'A new notification', tag: id } });
  });

  it.each([null, '', 'no json', '[]', '{"k":1,"id":"x"}', `{"k":"a.b","id":"../../auth"}`])(
    'of %j asks for nothing, and is still shown',
    async (text) => {
      const { scope, shown, asked } = scopeWith(signedIn, 'c');
      await receive(scope, text);
      expect(shown).toHaveLength(1);
      expect(asked).toEqual([]);
    },
  );
});

describe('a tap', () => {
  it('brings the open window to what it is about', async () => {
    const { scope, visited, openPage } = scopeWith({});
    openPage('https://q.example/docs');
    openPage('https://q.example/app/memory');
    expect(await tap(scope, { path: '/app/parcels/1' })).toBe(true);
    expect(visited).toEqual(['focus', 'https://q.example/app/parcels/1']);
  });

  it('opens a window where there is none', async () => {
    const { scope, visited } = scopeWith({});
    await tap(scope, { path: '/app/parcels/1' });
    await tap(scope, { path: 'https://evil.example' });
    await tap(scope, null);
    expect(visited).toEqual(['new /app/parcels/1', 'new /app/notifications', 'new /app/notifications']);
  });
});

it.each(['//evil.example', '/app//evil.example', '/app/\\evil', '/apple', 7, null])(
  '%j leads to the inbox',
  (path) => {
    expect(pathOf(path)).toBe('/app/notifications');
  },
);

it('reads what the server pushes', () => {
  expect(payloadOf(push)).toEqual({ kind: 'sample.parcel_arrived', id });
});

it('the worker and the pages use the same names', () => {
  const { csrfCookie: cookie, csrfHeader: header, clientHeader: client, refreshPath } = sessionNames;
  expect([cookie, header, client, refreshPath]).toEqual([csrfCookie, csrfHeader, clientHeader, refresh.path]);
});
