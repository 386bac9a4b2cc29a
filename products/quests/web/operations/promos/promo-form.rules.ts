import { type Static, Type } from 'typebox';
import type { BodyOf } from '#platform/contract';
import type { Language } from '#platform/web';
import type { createPromo, Promo, updatePromo } from '../../../contract/index.ts';
import { kopecksOf, priceLimit, sumPattern, sumText } from '../pieces/money.rules.ts';

const limits = {
  budget: Type.Optional(Type.String({ pattern: sumPattern })),
  max_uses: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  per_person: Type.Integer({ minimum: 1, maximum: 100 }),
  /** Of the place where the operator sits, as `datetime-local` gives it. */
  valid_until: Type.Optional(Type.String()),
};

/** Limits of a code as their form holds them. */
export const LimitsForm = Type.Object(limits);
export type LimitsForm = Static<typeof LimitsForm>;

/** A new code as its form holds it. */
export const PromoForm = Type.Object({
  code: Type.String({ pattern: '^[A-Za-z0-9-]{3,32}$' }),
  kind: Type.Enum(['percent', 'amount']),
  percent: Type.Optional(Type.Integer()),
  amount: Type.Optional(Type.String({ pattern: sumPattern })),
  ...limits,
  valid_from: Type.String(),
  city: Type.Optional(Type.String()),
});
export type PromoForm = Static<typeof PromoForm>;

/** Minor units; what the contract takes. */
export const budgetLimit = 10_000_000_000;

/** What is wrong with a field, in a word the page knows. */
export type PromoFault = 'percent' | 'sum' | 'sum_beyond' | 'moment' | 'until_early';
export type PromoFaults = Readonly<Record<string, PromoFault>>;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The minute of an instant where the operator sits, as `datetime-local` wants it. */
export function localMinute(instant: Date): string {
  const day = [instant.getFullYear(), twoDigits(instant.getMonth() + 1), twoDigits(instant.getDate())];
  return `${day.join('-')}T${twoDigits(instant.getHours())}:${twoDigits(instant.getMinutes())}`;
}

function instantOf(text: string | undefined): Date | undefined {
  const moment = new Date(text ?? '');
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function sumFault(text: string | undefined, limit: number): PromoFault | undefined {
  const sum = kopecksOf(text ?? '');
  if (sum === undefined || sum === 0) return 'sum';
  return sum > limit ? 'sum_beyond' : undefined;
}

const present = (faults: Readonly<Record<string, PromoFault | undefined>>): PromoFaults =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([name, fault]) => (fault === undefined ? [] : [[name, fault]])),
  );

function limitFaults(values: LimitsForm, from: Date | undefined): PromoFaults {
  const until = instantOf(values.valid_until);
  return present({
    budget: values.budget === undefined ? undefined : sumFault(values.budget, budgetLimit),
    valid_until:
      values.valid_until === undefined
        ? undefined
        : until === undefined
          ? 'moment'
          : from !== undefined && until <= from
            ? 'until_early'
            : undefined,
  });
}

function limitFields({ budget, max_uses, per_person, valid_until }: LimitsForm) {
  return {
    budget: budget === undefined ? null : (kopecksOf(budget) ?? null),
    max_uses: max_uses ?? null,
    per_person,
    valid_until: instantOf(valid_until)?.toISOString() ?? null,
  };
}

/** What is sent for a new code, or what is wrong. */
export function promoBody(
  values: PromoForm,
  questId: string | null,
): { readonly body: BodyOf<typeof createPromo> } | { readonly faults: PromoFaults } {
  const { kind, percent, amount } = values;
  const from = instantOf(values.valid_from);
  const isShare = percent !== undefined && percent >= 1 && percent <= 100;
  const faults = {
    ...limitFaults(values, from),
    ...present({
      valid_from: from === undefined ? 'moment' : undefined,
      percent: kind === 'percent' && !isShare ? 'percent' : undefined,
      amount: kind === 'amount' ? sumFault(amount, priceLimit) : undefined,
    }),
  };
  if (from === undefined || Object.keys(faults).length > 0) return { faults };
  const body = {
    code: values.code.toUpperCase(),
    kind,
    value: (kind === 'percent' ? percent : kopecksOf(amount ?? '')) ?? 0,
    currency: 'RUB' as const,
    ...limitFields(values),
    quest_id: questId,
    city: values.city ?? null,
    valid_from: from.toISOString(),
    active: true,
  };
  return { body };
}

/** What the form of limits starts with. */
export function limitsForm(promo: Promo, language: Language): Partial<LimitsForm> {
  const { budget, max_uses, per_person, valid_until } = promo;
  return {
    per_person,
    ...(budget === null ? {} : { budget: sumText(budget, language) }),
    ...(max_uses === null ? {} : { max_uses }),
    ...(valid_until === null ? {} : { valid_until: localMinute(new Date(valid_until)) }),
  };
}

/** What is sent for changed limits, or what is wrong. */
export function limitsBody(
  values: LimitsForm,
  promo: Pick<Promo, 'valid_from'>,
): { readonly body: BodyOf<typeof updatePromo> } | { readonly faults: PromoFaults } {
  const faults = limitFaults(values, new Date(promo.valid_from));
  return Object.keys(faults).length > 0 ? { faults } : { body: limitFields(values) };
}
