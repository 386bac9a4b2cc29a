import type { FastifyReply } from 'fastify';
import type { Claim, StoredAnswer } from '../idempotency/answer.store.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { problemAnswer, problemContext, problemType } from '../problems/problem.ts';

export interface OnceOptions {
  readonly claim: Claim;
  readonly idempotency: Idempotency;
  readonly work: () => Promise<unknown>;
}

const jsonType = 'application/json; charset=utf-8';

/** What a repeated answer must say again besides its body; everything else belongs to the exchange. */
const keptHeaders = ['content-type', 'location', 'etag', 'link', 'deprecation', 'sunset', 'retry-after'];

function keptOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

async function answerOf(reply: FastifyReply, { work }: OnceOptions): Promise<StoredAnswer> {
  try {
    const value = await work();
    const { statusCode } = reply;
    if (statusCode === 204) return { status: statusCode, headers: keptOf(reply), body: '' };
    const body = String(reply.serialize(value));
    return { status: statusCode, headers: { ...keptOf(reply), 'content-type': jsonType }, body };
  } catch (error) {
    const answer = problemAnswer(error, problemContext(reply.request));
    // Not an answer: the key is released and the error handler reports it as usual.
    if (answer.status >= 500) throw error;
    const headers = { ...keptOf(reply), ...answer.headers, 'content-type': problemType };
    return { status: answer.status, headers, body: JSON.stringify(answer.problem) };
  }
}

/** Runs the handler at most once per key and sends its answer, or the one kept from the first time. */
export async function sendOnce(reply: FastifyReply, options: OnceOptions): Promise<unknown> {
  const { claim, idempotency } = options;
  const { answer, isReplay } = await idempotency.once(claim, () => answerOf(reply, options));
  if (isReplay) reply.header('idempotent-replayed', 'true');
  reply.code(answer.status).headers(answer.headers);
  return answer.status === 204 ? reply.send() : reply.send(answer.body);
}
