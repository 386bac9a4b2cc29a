import { useCall } from '#platform/web';
import { type CodeRule, listCodeRules } from '../../../contract/index.ts';

const hour = 3_600_000;
const none: readonly CodeRule[] = [];

/** The rules; empty while they are on the way. */
export function useRules(): readonly CodeRule[] {
  return useCall(listCodeRules, {}, { staleTime: hour }).data?.items ?? none;
}
