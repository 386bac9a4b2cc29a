import { useMemo } from 'react';
import { useText } from '#platform/web';
import { requirementsTexts } from '../texts.ts';

/** In the order they are shown. */
export const types = [
  'functional',
  'non-functional',
  'constraint',
  'business-rule',
  'not-a-requirement',
] as const;
const characteristics = [
  'functional-suitability',
  'performance-efficiency',
  'compatibility',
  'interaction-capability',
  'reliability',
  'security',
  'maintainability',
  'flexibility',
  'safety',
] as const;
const obligations = ['mandatory', 'prohibited', 'recommended', 'permitted', 'declared', 'none'] as const;
const rules = [
  'no-obligation',
  'weak-obligation',
  'passive-no-actor',
  'missing-actor',
  'vague-term',
  'escape-clause',
  'open-ended',
  'superfluous-infinitive',
  'and-or',
  'negation',
  'oblique',
  'compound',
  'too-long',
  'purpose-phrase',
  'parentheses',
  'pronoun',
  'absolute',
  'quantifier',
  'vague-time',
  'number-without-unit',
  'unit-without-number',
  'unverifiable',
  'undefined-acronym',
  'solution',
  'missing-criterion',
  'story-role',
  'story-goal',
  'story-value',
  'story-large',
  'story-dependent',
] as const;
const kinds = [
  'Справочник',
  'Документ',
  'РегистрСведений',
  'РегистрНакопления',
  'Перечисление',
  'Отчет',
  'Обработка',
  'Роль',
  'РегламентноеЗадание',
  'HTTPСервис',
] as const;

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  names.some((known) => known === name);

export interface Names {
  typeOf(type: string): string;
  characteristicOf(characteristic: string): string;
  obligationOf(obligation: string): string;
  ruleOf(rule: string): string;
  kindOf(kind: string): string;
}

/** What the analysis tells by key, in words; a key nobody knows stands for itself. */
export function useNames(): Names {
  const t = useText(requirementsTexts);
  return useMemo(
    () => ({
      typeOf: (name) => (isOneOf(types, name) ? t(`type.${name}`) : name),
      characteristicOf: (name) => (isOneOf(characteristics, name) ? t(`characteristic.${name}`) : name),
      obligationOf: (name) => (isOneOf(obligations, name) ? t(`obligation.${name}`) : name),
      ruleOf: (name) => (isOneOf(rules, name) ? t(`rule.${name}`) : name),
      kindOf: (name) => (isOneOf(kinds, name) ? t(`objects.kind.${name}`) : name),
    }),
    [t],
  );
}
