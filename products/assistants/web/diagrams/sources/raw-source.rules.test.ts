import { expect, test } from 'vitest';
import { rawInput } from './raw-source.rules.ts';

test.each([
  ['', null],
  ['\uFEFF<?xml version="1.0"?><a/>', { from: 'bpmn', bpmn: '<?xml version="1.0"?><a/>' }],
  ['{"kind":"er"}', { from: 'model', model: { kind: 'er' } }],
  ['{"kind":', null],
  ['flowchart LR\n a --> b\n', { from: 'mermaid', mermaid: 'flowchart LR\n a --> b' }],
])('%j is %j', (text, expected) => {
  expect(rawInput(text)).toEqual(expected);
});
