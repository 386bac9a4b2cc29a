import { describe, expect, it } from 'vitest';
import { isIos, labelOf, pushStateOf } from './devices/push-state.rules.ts';
import { routerPathOf } from './inbox/app-path.rules.ts';
import { inboxMessageOf } from './inbox/inbox-message.rules.ts';
import { messages as english } from './locales/en.ts';
import { messages as russian } from './locales/ru.ts';
import { draftOf, quietFaultOf } from './preferences/draft.rules.ts';

describe('whether pushes can come here', () => {
  const facts = {
    serverKey: 'key',
    capable: true,
    ios: false,
    installed: false,
    permission: 'granted',
    subscribed: true,
  } as const;
  it.each([
    [{}, 'on'],
    [{ subscribed: false }, 'off'],
    [{ permission: 'default' }, 'off'],
    [{ permission: 'denied' }, 'denied'],
    [{ capable: false }, 'unsupported'],
    [{ ios: true, capable: false }, 'needs_install'],
    [{ ios: true }, 'needs_install'],
    [{ ios: true, installed: true }, 'on'],
    [{ ios: true, installed: true, capable: false }, 'unsupported'],
    [{ serverKey: null }, 'unavailable'],
  ] as const)('%j: %s', (change, state) => {
    expect(pushStateOf({ ...facts, ...change })).toBe(state);
  });

  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1',
      5,
      true,
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17.0 Safari/605.1', 5, true, 'Safari, macOS'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/17.0 Safari/605.1', 0, false, 'Safari, macOS'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 YaBrowser/26', 0, false, 'Yandex, Windows'],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile Safari/537', 5, false, 'Chrome, Android'],
    ['something else', 0, false, 'Browser'],
  ])('%s', (agent, fingers, ios, label) => {
    expect(isIos(agent, fingers)).toBe(ios);
    expect(labelOf(agent, 'Browser')).toBe(label);
  });
});

it.each([
  ['/app', '/'],
  ['/app/x?y=1#z', '/x?y=1#z'],
  ['/app//evil.example', null],
  ['/app/\\evil.example', null],
  ['/application', null],
  ['https://evil.example/app/', null],
  [null, null],
])('%j leads to %j', (path, inner) => {
  expect(routerPathOf(path)).toBe(inner);
});

it.each([
  [
    { event: 'arrived', id: 'x', kind: 'a.b' },
    { event: 'arrived', id: 'x' },
  ],
  [{ event: 'arrived' }, undefined],
  [{ event: 'read', id: 'x' }, { event: 'read' }],
  [{ event: 'exploded' }, undefined],
  [{}, undefined],
])('%j on the channel is %j', (message, read) => {
  expect(inboxMessageOf(message)).toEqual(read);
});

it('quiet hours need two different times', () => {
  const draft = draftOf({
    kinds: [],
    available: [],
    quiet_hours: { from: '22:00', to: '07:00' },
    time_zone: 'UTC',
  });
  expect(quietFaultOf(draft)).toBeUndefined();
  expect(quietFaultOf({ ...draft, to: '22:00' })).toBe('same');
  expect(quietFaultOf({ ...draft, from: '' })).toBe('missing');
  expect(quietFaultOf({ ...draft, from: '', quiet: false })).toBeUndefined();
});

function flat(tree: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flat(value, `${prefix}${key}.`),
  );
}

it('the texts leave the same holes in both languages, and Russian is Russian', () => {
  const holes = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
  const ru = new Map(flat(russian));
  for (const [key, text] of flat(english)) expect([key, holes(ru.get(key))]).toEqual([key, holes(text)]);
  const foreign = [...ru].filter(([, text]) => !/[а-яё]/i.test(text));
  expect(foreign).toEqual([]);
});
