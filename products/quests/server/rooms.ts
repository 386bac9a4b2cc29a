import type { Static } from 'typebox';
import type { Money } from '#base/money';
import type { Reader, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { OrderMode, PlayerBrief, Point, QuestCard, QuestState } from '../contract/index.ts';

/** What the rooms of this product may ask of each other. Each room's own service offers more to its own doors. */

/** The heart of a quest for decisions: who wrote it, what it costs, which version players get. */
export interface QuestBrief {
  readonly id: string;
  readonly title: string;
  readonly authorId: string;
  readonly state: Static<typeof QuestState>;
  readonly price: Money;
  /** Codes of the dictionary. */
  readonly city: string;
  readonly category: string;
  readonly vehicle: string;
  /** Null before the first publication. */
  readonly publishedVersion: number | null;
}

/** What a session is walked on: frozen at publication (or, for a test walk, as the draft stands now). */
export interface QuestVersion {
  readonly questId: string;
  readonly version: number;
  readonly title: string;
  readonly orderMode: Static<typeof OrderMode>;
  readonly points: readonly Point[];
}

export interface Catalogue {
  brief(reader: Reader, questId: string): Promise<QuestBrief | undefined>;
  /** Many at once; unknown ids are left out. */
  briefs(reader: Reader, questIds: readonly string[]): Promise<ReadonlyMap<string, QuestBrief>>;
  /** As lists show them, in every state; unknown ids are left out. */
  cards(reader: Reader, questIds: readonly string[]): Promise<ReadonlyMap<string, QuestCard>>;
  version(reader: Reader, questId: string, version: number): Promise<QuestVersion | undefined>;
  /** Freezes the draft as it stands for a test walk of its author; the same content answers the same (negative) number. */
  freezeDraft(tx: Tx, questId: string): Promise<QuestVersion>;
  /** True for the author, and for people who may edit every quest. */
  mayEdit(caller: Caller, quest: QuestBrief): boolean;
  /** Locks the quest's counters and changes them; lists, search and recommendations follow in the same transaction. */
  count(
    tx: Tx,
    questId: string,
    change: { readonly stars?: number; readonly ratings?: number; readonly finished?: number },
  ): Promise<void>;
}

export interface Players {
  /** Names and avatars; a person who is gone is left out. */
  briefs(userIds: readonly string[]): Promise<ReadonlyMap<string, Static<typeof PlayerBrief>>>;
}

export interface Ownership {
  /** The order by which a person has a quest; undefined when they did not buy it. */
  orderOf(reader: Reader, userId: string, questId: string): Promise<string | undefined>;
}

export interface PlayRecords {
  sessionsOf(
    reader: Reader,
    userId: string,
    questId: string,
  ): Promise<{ readonly active: string | null; readonly finished: string | null }>;
  /** How many points a person got done or skipped in a quest, over all their sessions (the refund rule counts them). */
  pointsDone(reader: Reader, userId: string, questId: string): Promise<number>;
  /** Finished quests and points scored, test walks left out. */
  totals(reader: Reader, userId: string): Promise<{ readonly finished: number; readonly score: number }>;
}

export interface Friends {
  /** Ids of a person's friends. */
  friendIds(reader: Reader, userId: string): Promise<readonly string[]>;
}
