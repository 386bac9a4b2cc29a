import { expect, test } from 'vitest';
import { defaultSettings, narrowedTo, sentSettings } from './settings.rules.ts';

test('settings that change nothing are not sent', () => {
  expect(sentSettings(defaultSettings)).toEqual({});
  expect(sentSettings({ severities: [], configuration: ' ', only: [] })).toEqual({});
  expect(sentSettings({ severities: ['major'], configuration: '{}', only: ['LineLength'] })).toEqual({
    severities: ['major'],
    configuration: '{}',
    only: ['LineLength'],
  });
});

test('one rule alone keeps its parameters', () => {
  const configuration = JSON.stringify({
    language: 'ru',
    diagnostics: { mode: 'all', parameters: { LineLength: { maxLineLength: 90 }, Typo: false } },
  });
  expect(narrowedTo({ ...defaultSettings, configuration }, 'LineLength')).toEqual({
    configuration: JSON.stringify({
      language: 'ru',
      diagnostics: { mode: 'only', parameters: { LineLength: { maxLineLength: 90 } } },
    }),
  });
  expect(narrowedTo({ ...defaultSettings, configuration: 'broken' }, 'Typo').configuration).toBe(
    '{"diagnostics":{"mode":"only","parameters":{"Typo":true}}}',
  );
  expect(narrowedTo({ ...defaultSettings, only: ['A', 'B'] }, 'B')).toEqual({ only: ['B'] });
});
