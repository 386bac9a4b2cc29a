import { describe, expect, it } from 'vitest';
import { scopesOf } from './scopes.rules.ts';

describe('the scopes in a description of the API', () => {
  it('are gathered from all calls, each with what it opens', () => {
    const document = {
      paths: {
        '/b': { get: { 'x-scope': 'notes:read', summary: 'Read' }, post: { summary: 'For people only' } },
        '/a': {
          get: { 'x-scope': 'notes:read', summary: 'List' },
          put: { 'x-scope': 'files:write', summary: 'Put' },
          parameters: [{ name: 'x' }],
        },
        '/c': { get: { 'x-scope': 'notes:read', summary: 'List' } },
      },
    };
    expect(scopesOf(document)).toEqual([
      { name: 'files:write', opens: ['Put'] },
      { name: 'notes:read', opens: ['Read', 'List'] },
    ]);
  });

  it.each([{}, { paths: null }, { paths: { '/a': null } }, { paths: { '/a': { get: { 'x-scope': 7 } } } }])(
    'are none in %j',
    (document) => {
      expect(scopesOf(document)).toEqual([]);
    },
  );
});
