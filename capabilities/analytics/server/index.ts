import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';
import { defineExtensionPoint } from '#platform/server/modules';

/** Something that happened to a subject, for counting. No personal data beyond the id of the person. */
export interface TrackedEvent {
  /** `quests.viewed`, `quests.started`, `quests.point_finished`, `quests.finished`, `quests.reviewed`, `quests.bought`. */
  readonly name: string;
  /** What it happened to (a quest). */
  readonly subjectId: string;
  readonly userId: string | null;
  /** Who sees it on their dashboard (an author). */
  readonly ownerId?: string;
  /** Step inside the subject (a point's id), and its place in the order. */
  readonly step?: { readonly id: string; readonly position: number };
  /** Minor units of money, seconds, stars. */
  readonly value?: number;
  readonly at?: Date;
  /** The same key counts once. */
  readonly key?: string;
}

/** A funnel that a product describes once: steps by event name, in order. */
export interface FunnelDefinition {
  /** `quests.play`. */
  readonly name: string;
  readonly label: { readonly ru: string; readonly en: string };
  readonly steps: readonly {
    readonly event: string;
    readonly label: { readonly ru: string; readonly en: string };
  }[];
  /** What events are called that are counted and no step. */
  readonly labels?: Readonly<Record<string, { readonly ru: string; readonly en: string }>>;
  /** The event whose `step` splits into one bar per step of the subject. */
  readonly detail?: string;
  /** Weight of each event in popularity. */
  readonly popularity: Readonly<Record<string, number>>;
  /** Events that browsers may send themselves through the tracking route. */
  readonly fromBrowser?: readonly string[];
}

export const funnelsPoint = defineExtensionPoint<readonly FunnelDefinition[]>('analytics.funnels', 'many');

/** Counts without third parties. Raw events are rolled up daily and then forgotten. */
export interface Analytics {
  /** Written in the transaction. */
  track(tx: Tx, event: TrackedEvent): Promise<void>;
  /** Popularity with decay (half-life 14 days) by subject, highest first. */
  popular(
    reader: Reader,
    query: { readonly funnel: string; readonly limit: number; readonly subjectIds?: readonly string[] },
  ): Promise<readonly { readonly subjectId: string; readonly score: number }[]>;
}

/** Declare it in `uses`: `{ analytics: analyticsRef }`. */
export const analyticsRef: Ref<Analytics> = defineRef<Analytics>('analytics');
