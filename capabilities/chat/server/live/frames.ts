import { frameTexts } from '#platform/server/realtime';
import type { ServerFrame } from '../../contract/index.ts';
import { type FilesById, presentMessage } from '../messages/present.ts';
import type { Delivery } from './delivery.rules.ts';

export function encode(frame: ServerFrame): Buffer {
  return Buffer.from(JSON.stringify(frame));
}

interface Texts {
  readonly authorId: string | null;
  readonly forAuthor: Buffer;
  /** Null: nothing. */
  readonly forOthers: Buffer | null;
}

function textsOf({ kind, message }: Delivery, files: FilesById): Texts {
  const { id, seq, rev, authorId } = message;
  const deleted = (): Buffer => encode({ type: 'deleted', id, seq, rev });
  const whole =
    kind === 'deleted' ? deleted() : encode({ type: kind, message: presentMessage(message, files) });
  if (!message.held) return { authorId, forAuthor: whole, forOthers: whole };
  // Held after others saw it: for them it is gone. Held from the beginning: for them it never was.
  return { authorId, forAuthor: whole, forOthers: kind === 'message' ? null : deleted() };
}

/** Deliveries encoded once for many readers. */
export interface Encoded {
  /** The bytes for one reader; shared by all who see the same. */
  wireFor(userId: string): Buffer;
}

export function encodeDeliveries(deliveries: readonly Delivery[], files: FilesById): Encoded {
  const all = deliveries.map((delivery) => textsOf(delivery, files));
  const shared = frameTexts(all.flatMap(({ forOthers }) => forOthers ?? []));
  const special = new Set(
    all.flatMap(({ authorId, forAuthor, forOthers }) => (forAuthor === forOthers ? [] : [authorId])),
  );
  return {
    wireFor(userId) {
      if (!special.has(userId)) return shared;
      return frameTexts(
        all.flatMap(({ authorId, forAuthor, forOthers }) =>
          authorId === userId ? forAuthor : (forOthers ?? []),
        ),
      );
    },
  };
}
