import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const YooKassaNotification = Type.Object({
  type: Type.Literal('notification'),
  event: Type.String({ minLength: 1, maxLength: 60 }),
  object: Type.Object({
    id: Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$' }),
    payment_id: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$' })),
  }),
});

const StripeNotification = Type.Object({
  id: Type.String({ pattern: '^evt_[A-Za-z0-9_]{1,90}$' }),
  type: Type.String({ minLength: 1, maxLength: 60 }),
  data: Type.Object({
    object: Type.Object({
      id: Type.String({ pattern: '^[A-Za-z0-9_]{1,100}$' }),
      payment_intent: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
    }),
  }),
});

const checkYooKassa = Compile(YooKassaNotification);
const checkStripe = Compile(StripeNotification);

/** What a notification is about; nothing else of it is believed. */
export interface Hint {
  readonly dedupeKey: string;
  readonly event: string;
  /** The payment (or what leads to it) with the provider. */
  readonly objectId: string;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export function readYooKassa(body: string): Hint | undefined {
  const value = parsed(body);
  if (!checkYooKassa.Check(value)) return undefined;
  const { event, object }: Static<typeof YooKassaNotification> = value;
  return { dedupeKey: `${event}:${object.id}`, event, objectId: object.payment_id ?? object.id };
}

export function readStripe(body: string): Hint | undefined {
  const value = parsed(body);
  if (!checkStripe.Check(value)) return undefined;
  const { id, type, data }: Static<typeof StripeNotification> = value;
  return { dedupeKey: id, event: type, objectId: data.object.payment_intent ?? data.object.id };
}
