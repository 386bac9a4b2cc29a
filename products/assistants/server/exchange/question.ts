import type { Workspace } from '#capabilities/tenants/server';
import type { ReadAttachment } from '../attachments/attachment.ts';
import type { Message } from '../conversations/conversation.ts';
import type { Role } from '../roles/role.ts';
import type { AttachedFile } from '../tools/tool.ts';

/** Something recalled from earlier conversations. */
export interface RecalledMemory {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly occurredAt: Date;
}

/** Everything an answer is made from. */
export interface Question {
  readonly workspace: Workspace;
  readonly role: Role;
  readonly text: string;
  /** Of the answer. */
  readonly locale: 'ru' | 'en';
  readonly projectId: string | undefined;
  /** The branch before the question, oldest first. */
  readonly history: readonly Message[];
  /** Files of the question, then of earlier ones, each once. */
  readonly files: readonly ReadAttachment[];
  readonly toolFiles: readonly AttachedFile[];
  readonly memories: readonly RecalledMemory[];
  readonly signal: AbortSignal;
}
