import { useMemo } from 'react';
import { ApiProblem, asProblem, type RefusalTexts, useText } from '#platform/web';
import { operationsTexts } from './texts.ts';

const codes = [
  'code_taken',
  'entry_in_use',
  'entry_not_found',
  'only_cities_have_places',
  'time_zone_unknown',
  'not_archived',
  'in_review',
  'quest_not_found',
  'session_not_found',
  'point_not_found',
  'session_running',
  'order_final',
  'order_not_found',
  'delivery_order',
  'percent_above_hundred',
  'promo_spent',
  'promo_unknown',
  'payout_settled',
  'payout_not_found',
  'merch_not_found',
] as const;

/** What operators read when the server says no. */
export function useRefusals(): RefusalTexts {
  const t = useText(operationsTexts);
  return useMemo(
    () => Object.fromEntries(codes.map((code) => [`quests.${code}`, t(`refusal.${code}`)])),
    [t],
  );
}

/** The same problem with the faults of its fields in the words of `texts`: the server speaks English only. */
export function inWords(error: unknown, texts: RefusalTexts): ApiProblem {
  const fault = asProblem(error);
  const text = fault.code === undefined ? undefined : texts[fault.code];
  if (fault.problem === undefined || text === undefined || fault.fields.length === 0) return fault;
  const errors = fault.fields.map(({ pointer }) => ({ pointer, message: text }));
  return new ApiProblem(fault.status, { ...fault.problem, errors }, fault.retryAfterSeconds);
}

/** Faults found here, by field, in the shape the server would answer them. */
export function fieldProblem(faults: Readonly<Record<string, string>>): ApiProblem {
  const errors = Object.entries(faults).map(([name, message]) => ({ pointer: `/body/${name}`, message }));
  return new ApiProblem(422, { type: 'about:blank', title: 'Invalid', status: 422, errors });
}
