import { expect, test } from 'vitest';
import { noOptions, sentOptions } from './options.rules.ts';

test('nothing chosen is nothing sent', () => {
  expect(sentOptions(noOptions)).toEqual({});
});

test('words are taken apart; a thing needs two names', () => {
  expect(
    sentOptions({ keepTogether: true, acronyms: 'ERP, WMS\nCRM,', glossary: 'клиент, покупатель\nсклад\n' }),
  ).toEqual({ keep_together: true, acronyms: ['ERP', 'WMS', 'CRM'], glossary: [['клиент', 'покупатель']] });
});
