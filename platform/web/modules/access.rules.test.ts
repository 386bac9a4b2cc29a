import { describe, expect, it } from 'vitest';
import type { SessionState } from '../session/session.ts';
import { entriesFor, safeReturnPath, type Verdict, verdictOn } from './access.rules.ts';
import type { ScreenAccess, WebModule } from './screen.ts';

const person = (permissions: readonly string[]): SessionState => ({
  status: 'signed-in',
  user: { id: '1', email: null, display_name: 'A', roles: [], permissions, locale: 'ru' },
});
const loading: SessionState = { status: 'loading' };
const anonymous: SessionState = { status: 'anonymous', ended: false };
const audit: ScreenAccess = { permission: 'view_audit' };
const either: ScreenAccess = { anyOf: ['view_audit', 'view_metrics'] };

describe('who may open a screen', () => {
  const table: readonly [ScreenAccess, SessionState, Verdict][] = [
    ['public', loading, 'open'],
    ['public', anonymous, 'open'],
    ['anonymous', loading, 'wait'],
    ['anonymous', anonymous, 'open'],
    ['anonymous', person([]), 'go-on'],
    ['signed-in', loading, 'wait'],
    ['signed-in', anonymous, 'sign-in'],
    ['signed-in', person([]), 'open'],
    [audit, anonymous, 'sign-in'],
    [audit, person(['view_metrics']), 'forbidden'],
    [audit, person(['view_audit']), 'open'],
    [either, person(['view_metrics']), 'open'],
    [either, person(['view_conversations']), 'forbidden'],
  ];
  it.each(table)('%j for %j: %s', (access, state, verdict) => {
    expect(verdictOn(access, state)).toBe(verdict);
  });
});

describe('entries of menus', () => {
  const icon = () => null;
  const title = { ru: '', en: '' };
  const load = async () => icon;
  const module: WebModule = {
    name: 'm',
    title,
    screens: [
      { path: '/b', title, access: 'signed-in', nav: { icon, order: 2 }, load },
      { path: '/audit', title, access: audit, nav: { icon, order: 3 }, load },
      { path: '/a', title, access: 'public', nav: { icon, order: 1 }, load },
      { path: '/login', title, access: 'anonymous', nav: { icon, order: 0 }, load },
      { path: '/hidden', title, access: 'signed-in', load },
    ],
  };
  const pathsFor = (state: SessionState) => entriesFor([module], state).map(({ screen }) => screen.path);

  it('holds exactly what the person may open, in order', () => {
    expect(pathsFor(anonymous)).toEqual(['/a']);
    expect(pathsFor(person([]))).toEqual(['/a', '/b']);
    expect(pathsFor(person(['view_audit']))).toEqual(['/a', '/b', '/audit']);
  });
});

describe('where to go after signing in', () => {
  it.each([
    ['/memory/1?x=2#y', '/memory/1?x=2#y'],
    [null, '/'],
    ['', '/'],
    ['memory', '/'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j leads to %j', (wanted, path) => {
    expect(safeReturnPath(wanted)).toBe(path);
  });
});
