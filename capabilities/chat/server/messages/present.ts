import type { FileView } from '#capabilities/files/server';
import type { Attachment, ChatMessage } from '../../contract/index.ts';
import type { Message } from './message.ts';

function presentFile(file: FileView): Attachment {
  return {
    id: file.id,
    name: file.name,
    media_type: file.mediaType,
    size: file.size,
    width: file.width,
    height: file.height,
    url: file.url,
    variants: file.variants.map(({ width, mediaType, url }) => ({ width, media_type: mediaType, url })),
  };
}

export type FilesById = ReadonlyMap<string, FileView>;

/** A message as it goes over the wire; files that are gone are left out. */
export function presentMessage(message: Message, files: FilesById): ChatMessage {
  const { replyTo, system } = message;
  return {
    id: message.id,
    seq: message.seq,
    rev: message.rev,
    author_id: message.authorId,
    client_id: message.clientId,
    text: message.body,
    system: system === null ? null : { code: system.code, values: { ...system.values } },
    reply_to:
      replyTo === null
        ? null
        : { id: replyTo.id, seq: replyTo.seq, author_id: replyTo.authorId, text: replyTo.excerpt },
    attachments: message.attachmentIds.flatMap((id) => {
      const file = files.get(id);
      return file === undefined ? [] : [presentFile(file)];
    }),
    held: message.held,
    created_at: message.createdAt.toISOString(),
    edited_at: message.editedAt?.toISOString() ?? null,
    deleted_at: message.deletedAt?.toISOString() ?? null,
    deleted_by: message.deletedBy,
  };
}

/** The files of all these messages. */
export function attachmentsOf(messages: readonly (Message | null)[]): readonly string[] {
  return messages.flatMap((message) => message?.attachmentIds ?? []);
}
