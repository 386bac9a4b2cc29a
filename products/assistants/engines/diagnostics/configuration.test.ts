import { describe, expect, it } from 'vitest';
import {
  chooseRules,
  defaultConfiguration,
  objectParametersOf,
  onlyRules,
  readConfiguration,
} from './configuration.ts';
import { defineRule, type Rule } from './rule.ts';
import { allRules } from './rules/index.ts';

const made = (key: string, more: Partial<Rule> = {}): Rule => ({
  ...defineRule({
    key,
    type: 'smell',
    severity: 'minor',
    minutes: 1,
    title: { ru: key, en: key },
    defaults: { limit: 3, words: 'а', strict: true },
    create: () => ({}),
  }),
  ...more,
});
const rules = [
  made('Active'),
  made('Dormant', { isActive: false }),
  made('Forms', { moduleTypes: ['FormModule'] }),
  made('Script', { dialect: 'oscript' }),
];

function chosen(settings: unknown, moduleType = 'UNKNOWN', isOneScript = false): readonly string[] {
  const read = readConfiguration(JSON.stringify({ diagnostics: settings }), rules);
  if (read.kind === 'broken') throw new Error(read.reason);
  return chooseRules(rules, read.configuration, { moduleType, isOneScript }).map(({ rule }) => rule.key);
}

describe('the configuration file', () => {
  it.each([
    [{}, ['Active']],
    [{ parameters: { Active: false } }, []],
    [{ parameters: { Dormant: true } }, ['Active', 'Dormant']],
    [{ parameters: { Dormant: { limit: 5 } } }, ['Active', 'Dormant']],
    [{ mode: 'off' }, []],
    [{ mode: 'all' }, ['Active', 'Dormant']],
    [{ mode: 'only', parameters: { Dormant: true, Active: false } }, ['Dormant']],
    [{ mode: 'except', parameters: { Active: true } }, ['Dormant']],
  ])('%j runs %j', (settings, expected) => {
    expect(chosen(settings)).toEqual(expected);
  });

  it('looks at module types and dialects', () => {
    expect(chosen({ mode: 'all' }, 'FormModule')).toContain('Forms');
    expect(chosen({ mode: 'all' }, 'UNKNOWN', true)).toEqual(['Active', 'Dormant', 'Forms', 'Script']);
  });

  it('gives parameters of the right kind and tells of the others', () => {
    const text = JSON.stringify({
      language: 'en',
      diagnostics: {
        parameters: { Active: { limit: 7, words: ['а', 'б'], strict: 'no', other: 1 }, Gone: true },
      },
    });
    const read = readConfiguration(`\uFEFF${text}`, rules);
    expect(read).toMatchObject({ kind: 'read', configuration: { language: 'en' } });
    if (read.kind === 'broken') return;
    expect(
      chooseRules(rules, read.configuration, { moduleType: '', isOneScript: false })[0]?.parameters,
    ).toEqual({
      limit: 7,
      words: 'а,б',
    });
    expect(read.warnings).toHaveLength(3);
  });

  it.each([
    ['limit', '7', 7],
    ['limit', ' -1 ', -1],
    ['limit', 'много', undefined],
    ['strict', 'False', false],
    ['strict', 0, undefined],
    ['words', 60, '60'],
    ['words', 'true', 'true'],
    ['words', '5', '5'],
  ])('reads %s: %j as %j', (name, given, expected) => {
    const text = JSON.stringify({ diagnostics: { parameters: { Active: { [name]: given } } } });
    const read = readConfiguration(text, rules);
    expect(read.kind === 'read' && read.configuration.rules.get('Active')).toEqual(
      expected === undefined ? {} : { [name]: expected },
    );
  });

  it('tells the parameters of rules about objects', () => {
    const parameters = {
      MetadataObjectNameLength: { maxMetadataObjectNameLength: '60' },
      CommonModuleNameWords: { words: 'общий|common' },
      SetPermissionsForNewObjects: { namesFullAccessRole: ['Менеджер', 'ПолныеПрава'] },
    };
    const read = readConfiguration(JSON.stringify({ diagnostics: { parameters } }), allRules);
    expect(read.kind === 'read' && objectParametersOf(read.configuration)).toEqual({
      maxMetadataObjectNameLength: 60,
      words: 'общий|common',
      namesFullAccessRole: 'Менеджер,ПолныеПрава',
    });
    expect(read.kind === 'read' && read.warnings).toEqual([]);
    expect(objectParametersOf(defaultConfiguration)).toEqual({});
  });

  it.each(['', '{', '[]', '"x"'])('refuses %j', (text) => {
    expect(readConfiguration(text, rules).kind).toBe('broken');
  });

  it('runs named rules whatever their state', () => {
    const { chosen: picked, unknown } = onlyRules(
      rules,
      ['forms', 'Script', 'Nothing'],
      defaultConfiguration,
    );
    expect(picked.map(({ rule }) => rule.key)).toEqual(['Forms', 'Script']);
    expect(unknown).toEqual(['Nothing']);
  });
});
