import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/** What travels between processes. `from` tells a process its own texts. */
const Envelope = Type.Union([
  Type.Object({
    kind: Type.Literal('message'),
    from: Type.String(),
    channel: Type.String(),
    message: Type.Record(Type.String(), Type.Unknown()),
  }),
  Type.Object({
    kind: Type.Literal('drop'),
    from: Type.String(),
    user_id: Type.Optional(Type.String()),
    session_id: Type.Optional(Type.String()),
  }),
]);
export type Envelope = Static<typeof Envelope>;

const validator = Compile(Envelope);

const messageLimit = 7 * 1_024;
const channelPattern = /^[a-z][\w-]*:[\w.:-]{1,180}$/;

/** Throws when the channel is misnamed or the message too large for every transport. */
export function assertSendable(channel: string, message: Readonly<Record<string, unknown>>): void {
  if (!channelPattern.test(channel)) {
    throw new Error('A channel is called prefix:rest, of letters, digits and . _ : - only.');
  }
  const bytes = Buffer.byteLength(JSON.stringify(message));
  if (bytes > messageLimit) {
    throw new Error(`A realtime message of ${bytes} bytes exceeds ${messageLimit}: send ids, not contents.`);
  }
}

export function isChannel(text: string): boolean {
  return channelPattern.test(text);
}

export function prefixOf(channel: string): string {
  return channel.slice(0, channel.indexOf(':'));
}

export function parseEnvelope(text: string): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return validator.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
