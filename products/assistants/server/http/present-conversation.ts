import type * as wire from '../../contract/index.ts';
import { feedbackReasons } from '../../contract/index.ts';
import type { Attachment } from '../attachments/attachment.ts';
import type { BranchMessage, Conversation } from '../conversations/conversation.ts';
import { presentFacts } from './present-answer.ts';

type Locale = 'ru' | 'en';

export function presentConversation(conversation: Conversation): wire.Conversation {
  const { id, role, title, renamed, pinned, archived } = conversation;
  return {
    id,
    role,
    title,
    renamed,
    project_id: conversation.projectId,
    pinned,
    archived,
    message_count: conversation.messageCount,
    created_at: conversation.createdAt.toISOString(),
    updated_at: conversation.updatedAt.toISOString(),
  };
}

export function presentFile(file: Attachment, locale: Locale): wire.AttachedFile {
  const { id, name, kind, size, characters, pages } = file;
  return {
    id,
    name,
    kind,
    size,
    characters,
    pages,
    warnings: file.warnings.map((warning) => warning[locale]),
    created_at: file.createdAt.toISOString(),
  };
}

type Reason = (typeof feedbackReasons)[number];

const isReason = (reason: string): reason is Reason => feedbackReasons.some((known) => known === reason);

export function presentMessage(
  message: BranchMessage,
  files: ReadonlyMap<string, Attachment>,
  locale: Locale,
): wire.ConversationMessage {
  const { id, author, content, useful, reasons, comment } = message;
  return {
    id,
    parent_id: message.parentId,
    author,
    content,
    created_at: message.createdAt.toISOString(),
    files: message.fileIds.flatMap((fileId) => {
      const file = files.get(fileId);
      return file === undefined ? [] : [presentFile(file, locale)];
    }),
    siblings: [...message.siblings],
    answer: message.answer === null ? null : presentFacts(message.answer),
    feedback: useful === null ? null : { useful, reasons: reasons.filter(isReason), comment },
  };
}
