import type { Point, QuestDraft } from '../../contract/index.ts';

/** What an author says about a quest, without its points; stored in the shape of the wire contract. */
export type QuestContent = Readonly<
  Pick<
    QuestDraft,
    | 'title'
    | 'summary'
    | 'description'
    | 'city'
    | 'category'
    | 'difficulty'
    | 'price'
    | 'duration_minutes'
    | 'languages'
    | 'vehicle'
    | 'place'
    | 'activities'
    | 'tools'
    | 'cover_file_id'
    | 'accessibility'
    | 'opening_hours'
    | 'age_from'
    | 'order_mode'
  >
>;

export type QuestState = QuestDraft['state'];

/** A quest as its author has it before them. */
export interface Quest {
  readonly id: string;
  readonly authorId: string;
  readonly state: QuestState;
  readonly revision: number;
  readonly content: QuestContent;
  readonly points: readonly Point[];
  readonly lengthMetres: number;
  readonly publishedVersion: number | null;
  /** The revision that was published last. */
  readonly publishedRevision: number | null;
  readonly rejection: { readonly code: string; readonly note: string | null; readonly at: Date } | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
