import type { FastifyReply, FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { createOverload } from './overload.ts';

function process() {
  let time = 0;
  const headers: Record<string, string> = {};
  const overload = createOverload(() => time);
  const reply = { header: (name: string, value: string) => Object.assign(headers, { [name]: value }) };
  return {
    overload,
    headers,
    pass: (ms: number) => {
      time += ms;
    },
    judge: (limit: string, value: number) =>
      overload.judge({} as FastifyRequest, reply as unknown as FastifyReply, limit, value),
  };
}

describe('a process short of breath', () => {
  it('turns people away and says when to come again', async () => {
    const { overload, judge, pass, headers } = process();
    overload.opened();
    pass(2_000);
    await expect(judge('eventLoopDelay', 1_500)).rejects.toMatchObject({
      reason: { status: 503, code: 'http.overloaded' },
    });
    expect(headers).toEqual({ 'retry-after': '5' });
    await expect(judge('heapUsedBytes', 1e9)).rejects.toMatchObject({ statusCode: 503 });
  });

  it('lets in who comes right after the start, and who comes when nothing was measured', async () => {
    const { overload, judge, pass } = process();
    overload.opened();
    pass(1_999);
    await expect(judge('eventLoopDelay', 1_500)).resolves.toBeUndefined();
    await expect(judge('heapUsedBytes', 1e9)).rejects.toMatchObject({ statusCode: 503 });
    pass(60_000);
    await expect(judge('eventLoopDelay', Number.POSITIVE_INFINITY)).resolves.toBeUndefined();
  });
});
