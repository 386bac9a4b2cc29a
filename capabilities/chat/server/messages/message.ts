/** A message as it stands now. */
export interface Message {
  readonly id: string;
  readonly roomId: string;
  readonly seq: number;
  readonly rev: number;
  readonly authorId: string | null;
  readonly clientId: string | null;
  readonly body: string;
  readonly system: SystemLine | null;
  readonly replyTo: RepliedTo | null;
  readonly attachmentIds: readonly string[];
  readonly held: boolean;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly deletedBy: 'author' | 'moderator' | null;
}

export interface SystemLine {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface RepliedTo {
  readonly id: string;
  readonly seq: number;
  readonly authorId: string | null;
  readonly excerpt: string;
}

/** What somebody wants to say. */
export interface Draft {
  readonly clientId: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly attachmentIds: readonly string[];
}
