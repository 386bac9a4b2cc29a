import fc from 'fast-check';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { CircuitOpenError, createBreakers, createCircuitBreaker } from './index.ts';
import type { BreakerFigures, CircuitBreaker } from './types.ts';

const start = Date.UTC(2030, 0, 1);

function movableClock() {
  let now = start;
  return { clock: () => new Date(now), pass: (ms: number) => (now += ms) };
}

const works = async (): Promise<string> => 'answer';
const breaks = async (): Promise<string> => {
  throw new Error('down');
};

async function outcome(breaker: CircuitBreaker, work: () => Promise<string>): Promise<string> {
  try {
    return await breaker.execute(work);
  } catch (error) {
    return error instanceof CircuitOpenError ? 'held back' : 'failed';
  }
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < times; index += 1) await work();
}

/** The rules once more, written as naively as possible. */
class NaiveBreaker {
  state: BreakerFigures['state'] = 'closed';
  failures = 0;
  successes = 0;
  lastFailure = 0;

  look(now: number) {
    if (this.state === 'open' && now - this.lastFailure >= 60_000) {
      this.state = 'half_open';
      this.successes = 0;
    }
  }

  call(succeeds: boolean, now: number): string {
    this.look(now);
    if (this.state === 'open') return 'held back';
    if (succeeds && this.state === 'closed') this.failures = Math.max(0, this.failures - 1);
    if (succeeds && this.state === 'half_open') {
      this.successes += 1;
      if (this.successes === 2) {
        this.state = 'closed';
        this.failures = 0;
        this.successes = 0;
      }
    }
    if (!succeeds) {
      this.failures += 1;
      this.lastFailure = now;
      if (this.state === 'half_open' || this.failures >= 5) {
        this.state = 'open';
        this.successes = 0;
      }
    }
    return succeeds ? 'answer' : 'failed';
  }
}

type Step =
  | { readonly kind: 'call'; readonly succeeds: boolean }
  | { readonly kind: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('call'), succeeds: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('call'), succeeds: fc.constant(false) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('wait'),
        ms: fc.constantFrom(1, 30_000, 59_999, 60_000, 200_000),
      }),
    },
  ),
  { maxLength: 60 },
);

describe('circuit breaker', () => {
  it('does what the naive reference does, whatever the order of calls and waits', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { clock, pass } = movableClock();
        const breaker = createCircuitBreaker('model', {}, clock);
        const naive = new NaiveBreaker();
        for (const step of sequence) {
          if (step.kind === 'wait') pass(step.ms);
          else {
            const expected = naive.call(step.succeeds, clock().getTime());
            expect(await outcome(breaker, step.succeeds ? works : breaks)).toBe(expected);
          }
          naive.look(clock().getTime());
          expect(breaker.getState()).toEqual({
            name: 'model',
            state: naive.state,
            failure_count: naive.failures,
            success_count: naive.successes,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('holds calls back without running them and says for how long', async () => {
    const { clock, pass } = movableClock();
    const breaker = createCircuitBreaker('payments', {}, clock);
    await repeat(5, () => outcome(breaker, breaks));
    pass(12_500);
    let ran = false;
    const call = breaker.execute(async () => {
      ran = true;
    });
    await expect(call).rejects.toMatchObject({
      name: 'CircuitOpenError',
      service: 'payments',
      retryAfterSeconds: 48,
    });
    expect(ran).toBe(false);
  });

  it('takes deliberate refusals for answers and the others for failures', async () => {
    const { clock } = movableClock();
    const breaker = createCircuitBreaker('api', {}, clock);
    const refuse = (kind: Refusal['kind']) => () => Promise.reject(new Refusal(kind, 'x.y', 'No.'));
    for (const kind of ['invalid', 'not_found', 'conflict', 'forbidden'] as const) {
      await repeat(5, () => outcome(breaker, refuse(kind)));
    }
    expect(breaker.getState()).toMatchObject({ state: 'closed', failure_count: 0 });
    await repeat(5, () => outcome(breaker, refuse('unavailable')));
    expect(breaker.getState().state).toBe('open');
  });

  it('counts only what isFailure names, with its own thresholds', async () => {
    const { clock, pass } = movableClock();
    const isFailure = (error: unknown) => error instanceof Error && error.message === 'down';
    const breaker = createCircuitBreaker(
      'db',
      { failureThreshold: 2, successThreshold: 1, timeoutMs: 100, isFailure },
      clock,
    );
    await repeat(9, () => outcome(breaker, () => Promise.reject(new Error('bad statement'))));
    expect(breaker.getState().state).toBe('closed');
    await repeat(2, () => outcome(breaker, breaks));
    expect(breaker.getState().state).toBe('open');
    pass(100);
    await outcome(breaker, works);
    expect(breaker.getState()).toMatchObject({ state: 'closed', failure_count: 0 });
  });

  describe('with calls at the same time', () => {
    function pending() {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      return { work: () => promise, succeed: () => resolve('answer'), fail: () => reject(new Error('down')) };
    }

    it('ignores a success of a trial that ends after another trial opened it again', async () => {
      const { clock, pass } = movableClock();
      const breaker = createCircuitBreaker('slow', { successThreshold: 1 }, clock);
      await repeat(5, () => outcome(breaker, breaks));
      pass(60_000);
      const [first, second] = [pending(), pending()];
      const calls = [outcome(breaker, first.work), outcome(breaker, second.work)];
      first.fail();
      await calls[0];
      second.succeed();
      expect(await calls[1]).toBe('answer');
      expect(breaker.getState().state).toBe('open');
    });

    it('does not take what began before the outage for news after it', async () => {
      const { clock, pass } = movableClock();
      const breaker = createCircuitBreaker('slow', {}, clock);
      const [lateSuccess, lateFailure] = [pending(), pending()];
      const calls = [outcome(breaker, lateSuccess.work), outcome(breaker, lateFailure.work)];
      await repeat(5, () => outcome(breaker, breaks));
      pass(60_000);
      lateSuccess.succeed();
      await calls[0];
      expect(breaker.getState()).toMatchObject({ state: 'half_open', success_count: 0 });
      lateFailure.fail();
      await calls[1];
      expect(breaker.getState().state).toBe('half_open');
    });

    it('waits anew after a failure that arrives while open', async () => {
      const { clock, pass } = movableClock();
      const breaker = createCircuitBreaker('slow', {}, clock);
      const late = pending();
      const call = outcome(breaker, late.work);
      await repeat(5, () => outcome(breaker, breaks));
      pass(50_000);
      late.fail();
      await call;
      pass(50_000);
      expect(breaker.getState().state).toBe('open');
      pass(10_000);
      expect(breaker.getState().state).toBe('half_open');
    });
  });
});

describe('breakers', () => {
  it('keeps one breaker for a name and lists all', async () => {
    const breakers = createBreakers({ clock: movableClock().clock });
    const smtp = breakers.breaker('smtp', { failureThreshold: 1 });
    expect(breakers.breaker('smtp')).toBe(smtp);
    breakers.breaker('s3');
    await outcome(smtp, breaks);
    expect(breakers.all().map(({ name, state }) => [name, state])).toEqual([
      ['smtp', 'open'],
      ['s3', 'closed'],
    ]);
  });

  it('shows the truth at each scrape, also when only time has passed', async () => {
    const { clock, pass } = movableClock();
    const metrics = new Registry();
    const breakers = createBreakers({ clock, metrics });
    const read = async () =>
      (await metrics.metrics()).match(/circuit_breaker_state\{service="smtp"\} (\d)/)?.[1];
    const breaker = breakers.breaker('smtp');
    expect(await read()).toBe('0');
    await repeat(5, () => outcome(breaker, breaks));
    expect(await read()).toBe('1');
    pass(60_000);
    expect(await read()).toBe('2');
  });
});
