import { Refusal } from '#base/refusal';
import { minute } from '#base/time';
import type { Decision, Flag } from '../index.ts';
import type { Case } from './case.ts';

/** A claim without a decision falls back to the queue after this long. */
export const claimTime = 30 * minute;

const mostFlags = 100;

export function caseNotFound(): Refusal {
  return new Refusal('not_found', 'moderation.case_not_found', 'There is no such case.');
}

/** Whether somebody works on the case at the moment. */
export function isHeld(found: Case, now: Date): boolean {
  return found.status === 'claimed' && found.claimExpiresAt !== null && found.claimExpiresAt > now;
}

function refuseClosed(found: Case): void {
  if (found.status !== 'open' && found.status !== 'claimed')
    throw new Refusal('conflict', 'moderation.case_closed', 'This case is closed already.');
}

/** Throws unless the moderator may take (or keep) the case. */
export function checkClaim(found: Case, moderatorId: string, now: Date): void {
  refuseClosed(found);
  if (found.authorId === moderatorId)
    throw new Refusal('forbidden', 'moderation.own_work', 'Your own work is for somebody else to decide on.');
  if (isHeld(found, now) && found.claimedBy !== moderatorId)
    throw new Refusal('conflict', 'moderation.case_claimed', 'Another moderator is working on this case.');
}

/** Throws unless the moderator holds the case; an expired claim still counts while nobody else took it. */
export function checkHolder(found: Case, moderatorId: string): void {
  refuseClosed(found);
  if (found.claimedBy === moderatorId) return;
  if (found.status === 'claimed')
    throw new Refusal('conflict', 'moderation.case_claimed', 'Another moderator is working on this case.');
  throw new Refusal('conflict', 'moderation.not_claimed', 'Take the case before you decide on it.');
}

/** Tells a repetition of a decision (nothing to do) from a new one. */
export function isReplay(
  found: Case,
  decision: { readonly decision: Decision; readonly reasonCode: string; readonly moderatorId: string },
): boolean {
  return (
    found.status === statusAfter(decision.decision) &&
    found.decidedBy === decision.moderatorId &&
    found.reasonCode === decision.reasonCode
  );
}

export function statusAfter(decision: Decision): 'approved' | 'rejected' {
  return decision === 'approve' ? 'approved' : 'rejected';
}

/** Flags of an earlier and a later look, each code and place once, by its worst score. */
export function mergeFlags(earlier: readonly Flag[], later: readonly Flag[]): readonly Flag[] {
  const merged = new Map<string, Flag>();
  for (const flag of [...earlier, ...later]) {
    const key = `${flag.code} ${flag.at?.join('-') ?? ''}`;
    const known = merged.get(key);
    if (known === undefined || known.score < flag.score) merged.set(key, flag);
  }
  return [...merged.values()].slice(0, mostFlags);
}
