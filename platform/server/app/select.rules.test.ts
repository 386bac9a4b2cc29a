import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { defineEvent } from '#platform/contract';
import { defineModule } from '../modules/index.ts';
import { declarationProblems, selectModules } from './select.rules.ts';

const lowRef = defineRef<string>('low');
const highRef = defineRef<string>('high');
const low = defineModule({ name: 'low', provides: lowRef, create: () => 'low' });
const high = defineModule({
  name: 'high',
  provides: highRef,
  uses: { low: lowRef },
  create: ({ low }) => low,
});
const alone = defineModule({ name: 'alone', create: () => undefined });

describe('selectModules', () => {
  it('orders each module after what it uses', () => {
    expect(selectModules([high, alone, low], 'all').map(({ name }) => name)).toEqual([
      'low',
      'high',
      'alone',
    ]);
  });

  it('brings along what the wanted modules need, and nothing else', () => {
    expect(selectModules([alone, high, low], ['high']).map(({ name }) => name)).toEqual(['low', 'high']);
  });

  it.each([
    ['a hole', () => selectModules([high], 'all'), 'high uses low (as low), which no module provides'],
    ['an unknown name', () => selectModules([alone], ['ghost']), 'MODULES names ghost'],
    ['a name given twice', () => selectModules([alone, alone], 'all'), 'Two modules are named alone'],
    [
      'a circle',
      () => {
        const first = defineModule({
          name: 'first',
          provides: lowRef,
          uses: { high: highRef },
          create: () => '',
        });
        const other = defineModule({
          name: 'other',
          provides: highRef,
          uses: { low: lowRef },
          create: () => '',
        });
        return selectModules([first, other], 'all');
      },
      'first → other → first',
    ],
  ])('refuses %s', (_name, select, message) => {
    expect(select).toThrow(message);
  });
});

it('finds a name that two modules claim', () => {
  const happened = defineEvent('low.happened.v1', Type.Object({}));
  const one = defineModule({ name: 'one', publishes: [happened], create: () => undefined });
  const two = defineModule({ name: 'two', publishes: [happened], create: () => undefined });
  expect(declarationProblems([one, two])).toEqual(['low.happened.v1 is declared by one and by two.']);
  expect(declarationProblems([one])).toEqual([]);
});
