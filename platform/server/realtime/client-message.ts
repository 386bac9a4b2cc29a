import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const ClientMessage = Type.Union([
  Type.Object({ type: Type.Literal('follow'), channel: Type.String({ maxLength: 250 }) }),
  Type.Object({ type: Type.Literal('unfollow'), channel: Type.String({ maxLength: 250 }) }),
  Type.Object({ type: Type.Literal('ping') }),
]);
export type ClientMessage = Static<typeof ClientMessage>;

const validator = Compile(ClientMessage);

/** What a client said; undefined when it makes no sense. */
export function parseClientMessage(text: string): ClientMessage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return validator.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
