import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  status: 'requires_payment_method' | 'requires_capture' | 'succeeded' | 'canceled';
  readonly amount: number;
  amount_received: number;
  readonly currency: string;
  readonly created: number;
  cancellation_reason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Session {
  readonly id: string;
  readonly object: 'checkout.session';
  status: 'open' | 'complete' | 'expired';
  url: string | null;
  readonly amount_total: number;
  readonly currency: string;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  payment_intent: Intent | null;
}

interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly status: 'succeeded';
  readonly amount: number;
  readonly currency: string;
  readonly created: number;
  readonly payment_intent: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A small Stripe on a free loopback port: Checkout, PaymentIntents, refunds and signed webhooks. */
export interface StripeDouble {
  /** The value of `STRIPE_API_URL`. */
  readonly apiUrl: string;
  readonly webhookSecret: string;
  /** How many of the next changes answer 500 without doing anything. */
  failures: number;
  /** The payer pays at the session's page. */
  pay(sessionId: string): void;
  /** A webhook about an object, with its signature at this moment. */
  signed(type: string, objectId: string): { readonly body: string; readonly signature: string };
  close(): Promise<void>;
}

export async function startStripeDouble(): Promise<StripeDouble> {
  const webhookSecret = 'whsec_of_the_double';
  const sessions = new Map<string, Session>();
  const refunds = new Map<string, Refund>();
  const stored = new Map<string, { readonly status: number; readonly body: string }>();
  const manual = new Set<string>();
  const seconds = () => Math.floor(Date.now() / 1_000);
  const token = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '')}`;

  function metadataIn(form: URLSearchParams): Record<string, string> {
    const reference = form.get('metadata[reference]');
    return reference === null ? {} : { reference };
  }

  function open(form: URLSearchParams): Session {
    const id = token('cs_test');
    const session: Session = {
      id,
      object: 'checkout.session',
      status: 'open',
      url: `https://checkout.stripe.test/${id}`,
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
      created: seconds(),
      metadata: metadataIn(form),
      payment_intent: null,
    };
    if (form.get('payment_intent_data[capture_method]') === 'manual') manual.add(id);
    sessions.set(id, session);
    return session;
  }

  function intentOf(id: string): Intent | undefined {
    return (
      [...sessions.values()].find(({ payment_intent }) => payment_intent?.id === id)?.payment_intent ??
      undefined
    );
  }

  function problem(status: number, code: string) {
    return { status, value: { error: { type: 'invalid_request_error', code, message: code } } };
  }

  function change(path: string, form: URLSearchParams): { status: number; value: unknown } {
    const [, , resource, ...rest] = path.split('/');
    if (resource === 'checkout' && rest.length === 1) return { status: 200, value: open(form) };
    if (resource === 'checkout') {
      const session = sessions.get(rest[1] ?? '');
      if (session?.status !== 'open') return problem(400, 'checkout_session_not_open');
      Object.assign(session, { status: 'expired', url: null });
      return { status: 200, value: session };
    }
    if (resource === 'payment_intents') {
      const intent = intentOf(rest[0] ?? '');
      if (intent?.status !== 'requires_capture') return problem(400, 'payment_intent_unexpected_state');
      if (rest[1] === 'capture') {
        const amount_received = Number(form.get('amount_to_capture') ?? intent.amount);
        Object.assign(intent, { status: 'succeeded', amount_received });
      } else Object.assign(intent, { status: 'canceled', cancellation_reason: 'requested_by_customer' });
      return { status: 200, value: intent };
    }
    const intent = intentOf(form.get('payment_intent') ?? '');
    if (intent?.status !== 'succeeded') return problem(400, 'charge_not_refundable');
    const refund: Refund = {
      id: token('re'),
      object: 'refund',
      status: 'succeeded',
      amount: Number(form.get('amount')),
      currency: intent.currency,
      created: seconds(),
      payment_intent: intent.id,
      metadata: metadataIn(form),
    };
    refunds.set(refund.id, refund);
    return { status: 200, value: refund };
  }

  function read(path: string, query: URLSearchParams): { status: number; value: unknown } {
    const [, , resource, ...rest] = path.split('/');
    const isSession = resource === 'checkout';
    const id = rest[isSession ? 1 : 0];
    if (id !== undefined) {
      const value = isSession ? sessions.get(id) : refunds.get(id);
      return value === undefined ? problem(404, 'resource_missing') : { status: 200, value };
    }
    const intent = query.get('payment_intent');
    const data = isSession
      ? [...sessions.values()].filter((one) => intent === null || one.payment_intent?.id === intent)
      : [...refunds.values()];
    return { status: 200, value: { object: 'list', data, has_more: false, url: path } };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    const reply = (status: number, body: string) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'request-id': token('req') })
        .end(body);
    if (request.method !== 'POST') {
      const { status, value } = read(url.pathname, url.searchParams);
      reply(status, JSON.stringify(value));
      return;
    }
    const form = new URLSearchParams(await text(request));
    const key = String(request.headers['idempotency-key'] ?? '');
    if (double.failures > 0) {
      double.failures -= 1;
      reply(500, '{"error":{"type":"api_error","message":"down"}}');
      return;
    }
    const known = stored.get(key);
    const { status, value } = known === undefined ? change(url.pathname, form) : { status: 0, value: null };
    const kept = known ?? { status, body: JSON.stringify(value) };
    stored.set(key, kept);
    reply(kept.status, kept.body);
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const double: StripeDouble = {
    apiUrl: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    webhookSecret,
    failures: 0,
    pay(sessionId) {
      const session = sessions.get(sessionId);
      if (session?.status !== 'open') return;
      const held = manual.has(sessionId);
      session.payment_intent = {
        id: token('pi'),
        object: 'payment_intent',
        status: held ? 'requires_capture' : 'succeeded',
        amount: session.amount_total,
        amount_received: held ? 0 : session.amount_total,
        currency: session.currency,
        created: seconds(),
        cancellation_reason: null,
        metadata: session.metadata,
      };
      Object.assign(session, { status: 'complete', url: null });
    },
    signed(type, objectId) {
      const intent = sessions.get(objectId)?.payment_intent?.id ?? null;
      const object = { id: intent ?? objectId, object: 'payment_intent' };
      const body = JSON.stringify({ id: token('evt'), object: 'event', type, data: { object } });
      const at = seconds();
      const v1 = createHmac('sha256', webhookSecret).update(`${at}.${body}`).digest('hex');
      return { body, signature: `t=${at},v1=${v1}` };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}
