import { defineRef, type Ref } from '#base/ref';
import type { Permission } from '#platform/contract';
import type { Reader, Tx } from '#platform/server/database';
import { defineExtensionPoint } from '#platform/server/modules';

export type Decision = 'approve' | 'reject';

/** What a moderator sees of a subject. Plain text; images by file id. */
export interface CasePreview {
  readonly title: string;
  readonly text: string;
  readonly imageFileIds?: readonly string[];
  /** A path of the web application: `/app/…`. */
  readonly path?: string;
}

/** A kind of thing that people decide about. The product that owns it says how it looks and what a decision does. */
export interface ModerationSubject {
  /** `quests.quest`, `quests.review`, `chat.message`, `quests.photo`, `quests.check_in`, `identity.unlock`. */
  readonly kind: string;
  readonly label: { readonly ru: string; readonly en: string };
  /** Who may see and decide these cases. */
  readonly permission: Permission;
  /** Hours until a case counts as late. */
  readonly slaHours: number;
  preview(reader: Reader, subjectIds: readonly string[]): Promise<ReadonlyMap<string, CasePreview>>;
  /** Carries the decision out, in the transaction that records it. Throw a Refusal to stop it. */
  apply(
    tx: Tx,
    decision: {
      readonly subjectId: string;
      readonly decision: Decision;
      readonly reasonCode: string;
      readonly note: string | null;
      readonly moderatorId: string;
    },
  ): Promise<void>;
}

export const moderationSubjectsPoint = defineExtensionPoint<readonly ModerationSubject[]>(
  'moderation.subjects',
  'many',
);

export interface Flag {
  /** `profanity`, `link`, `phone`, `duplicate`, `image_blocklist`, `rating_burst`, `report`, `spoof`. */
  readonly code: string;
  /** 0..1. */
  readonly score: number;
  /** Where in the text, UTF-16 units. */
  readonly at?: readonly [number, number];
}

export interface Inspection {
  /** `hold`: keep it unseen until a person decided. `flag`: show it, but a person should look. */
  readonly verdict: 'clean' | 'flag' | 'hold';
  readonly flags: readonly Flag[];
}

export interface NewCase {
  readonly kind: string;
  readonly subjectId: string;
  /** Who made the thing; they are told of the decision by their product. */
  readonly authorId: string | null;
  readonly flags?: readonly Flag[];
  /** Who asked for it (a report); null for filters and submissions. */
  readonly reportedBy?: string;
  readonly comment?: string;
}

/** Filters flag or hold; people decide. */
export interface Moderation {
  /** Automatic filters over a text by a person: profanity, links and phones, near-duplicates of what others wrote lately. */
  inspectText(
    tx: Tx,
    text: {
      readonly kind: string;
      readonly authorId: string;
      readonly subjectId: string;
      readonly text: string;
    },
  ): Promise<Inspection>;
  /** Compares published images with the blocklist by perceptual hash. */
  inspectImages(reader: Reader, fileIds: readonly string[]): Promise<Inspection>;
  /** Opens a case, or adds to the open one of the same subject. Answers its id. */
  open(tx: Tx, newCase: NewCase): Promise<string>;
  /** Takes the open case of a subject back (the author withdrew). */
  withdraw(tx: Tx, kind: string, subjectId: string): Promise<void>;
  /** Records a rating and answers whether the target gets suspiciously many of them just now. */
  watchRatings(
    tx: Tx,
    rating: { readonly targetId: string; readonly authorId: string; readonly stars: number },
  ): Promise<Inspection>;
}

/** Declare it in `uses`: `{ moderation: moderationRef }`. */
export const moderationRef: Ref<Moderation> = defineRef<Moderation>('moderation');
