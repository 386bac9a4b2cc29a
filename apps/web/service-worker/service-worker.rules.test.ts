import { describe, expect, it } from 'vitest';
import { shellFiles } from './shell-files.ts';
import { type AskedFor, outdated, rangeOf, strategyOf } from './strategy.rules.ts';

const origin = 'https://q.example';
const asked = (path: string, change: Partial<AskedFor> = {}): AskedFor => ({
  method: 'GET',
  url: new URL(path, origin).href,
  mode: 'cors',
  destination: '',
  ...change,
});

describe('the worker', () => {
  it.each([
    ['/app/', { mode: 'navigate' }, 'page'],
    ['/app/play/42', { mode: 'navigate' }, 'page'],
    ['/app/assets/index-abc.js', {}, 'asset'],
    ['/app/scheme.js', {}, 'shell'],
    ['/app/manifest.webmanifest', {}, 'shell'],
    ['/v2/sessions', {}, 'none'],
    ['/v2/sessions/1/moves', { method: 'POST' }, 'none'],
    ['/auth/refresh', { method: 'POST' }, 'none'],
    ['/files/1/content', { destination: 'image' }, 'kept'],
    ['/files/1/content', {}, 'none'],
    ['/docs', { mode: 'navigate' }, 'none'],
    ['/apple', { mode: 'navigate' }, 'none'],
    ['/app/assets/x.js', { method: 'POST' }, 'none'],
    ['https://elsewhere.example/app/', { mode: 'navigate' }, 'none'],
  ] as const)('%s %j is %s', (path, change, strategy) => {
    expect(strategyOf(asked(path, change), origin)).toBe(strategy);
  });

  it.each([
    ['bytes=0-', 10, { start: 0, end: 9 }],
    ['bytes=2-4', 10, { start: 2, end: 4 }],
    ['bytes=8-99', 10, { start: 8, end: 9 }],
    ['bytes=-3', 10, { start: 7, end: 9 }],
    ['bytes=12-', 10, null],
    ['bytes=-', 10, null],
    [null, 10, null],
    ['bytes=0-', 0, null],
  ])('the part %s of %s bytes', (header, size, range) => expect(rangeOf(header, size)).toEqual(range));

  it('keeps its own build and the one before it', () => {
    const names = ['s-1', 'other', 's-2', 's-3', 's-4'];
    expect(outdated(names, 's-', 's-4')).toEqual(['s-1', 's-2']);
    expect(outdated(['s-4'], 's-', 's-4')).toEqual([]);
  });

  it('brings along what the start needs and what a walk needs, and not the heavy map', () => {
    const chunk = (fileName: string, imports: string[] = [], moduleIds: string[] = []) =>
      ({ type: 'chunk', fileName, imports, moduleIds }) as const;
    const kept = shellFiles([
      { ...chunk('main.js', ['react.js']), isEntry: true },
      chunk('react.js'),
      chunk('walk.js', ['shared.js'], ['/x/products/quests/web/play/walk/walk-view.tsx']),
      chunk('shared.js', ['walk.js']),
      chunk('gl.js', [], ['/x/products/quests/web/map/gl-base.tsx', '/x/node_modules/maplibre-gl/a.js']),
      chunk('studio.js', [], ['/x/products/quests/web/studio/a.tsx']),
      { type: 'asset', fileName: 'assets/inter-cyrillic-wght-normal-1.woff2' },
      { type: 'asset', fileName: 'assets/inter-greek-wght-normal-1.woff2' },
    ]);
    expect(kept).toEqual([
      'assets/inter-cyrillic-wght-normal-1.woff2',
      'main.js',
      'react.js',
      'shared.js',
      'walk.js',
    ]);
  });
});
