import { describe, expect, it } from 'vitest';
import { citing, splitCited } from './cited.rules.ts';

describe('references to sources', () => {
  it.each([
    ['Да [1], нет [7].', ['Да ', 1, ', нет [7].']],
    ['[1, 2]', [1, 2]],
    ['А[0] и [1,9]', ['А[0] и [1,9]']],
    ['', []],
  ])('%s', (text, parts) => {
    expect(splitCited(text, new Set([1, 2]))).toEqual(parts);
  });

  it('leave links and code alone', () => {
    const link = { type: 'link', url: 'x', children: [{ type: 'text', value: '[1]' }] };
    const code = { type: 'inlineCode', value: 'А[1]' };
    const tree = { type: 'root', children: [link, code, { type: 'text', value: '[1]' }] };
    citing(new Set([1]))()(tree);
    expect(tree.children).toEqual([
      link,
      code,
      { type: 'link', url: '#source-1', children: [{ type: 'text', value: '1' }] },
    ]);
  });
});
