import { describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { CircuitOpenError, createBulkhead, TimeoutError, withRetry, withTimeout } from './index.ts';

const never = (): Promise<never> => new Promise(() => undefined);

describe('withRetry', () => {
  const quick = { firstDelayMs: 1 };

  it('tries until it works, telling the number of the try', async () => {
    const attempts: number[] = [];
    const result = await withRetry(async (attempt) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('not yet');
      return 'done';
    }, quick);
    expect(result).toBe('done');
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('gives up with the last error after all attempts', async () => {
    let count = 0;
    const work = async () => {
      count += 1;
      throw new Error(`failure ${count}`);
    };
    await expect(withRetry(work, { ...quick, attempts: 4 })).rejects.toThrow('failure 4');
    expect(count).toBe(4);
  });

  it.each([new Refusal('invalid', 'x.y', 'No.'), new CircuitOpenError('api', 5)])(
    'does not repeat what cannot help: $name',
    async (error) => {
      let count = 0;
      const work = async () => {
        count += 1;
        throw error;
      };
      await expect(withRetry(work, quick)).rejects.toBe(error);
      expect(count).toBe(1);
    },
  );

  it('asks isRetryable instead when given', async () => {
    let count = 0;
    const work = async () => {
      count += 1;
      throw new Refusal('unavailable', 'x.y', 'Later.');
    };
    await expect(withRetry(work, { ...quick, isRetryable: () => true })).rejects.toThrow('Later.');
    expect(count).toBe(3);
  });

  it('stops waiting at once when aborted', async () => {
    const controller = new AbortController();
    let count = 0;
    const work = async () => {
      count += 1;
      if (count === 2) controller.abort(new Error('shutting down'));
      throw new Error('down');
    };
    const options = { firstDelayMs: 1, maxDelayMs: 3_600_000, attempts: 50, signal: controller.signal };
    await expect(withRetry(work, options)).rejects.toThrow('shutting down');
    expect(count).toBe(2);
    await expect(withRetry(work, options)).rejects.toThrow('shutting down');
    expect(count).toBe(2);
  });
});

describe('withTimeout', () => {
  it('passes the answer on', async () => {
    expect(await withTimeout(async () => 42, 60_000)).toBe(42);
  });

  it('ends waiting for work that ignores its signal, and aborts the signal', async () => {
    let seen: AbortSignal | undefined;
    const work = (signal: AbortSignal) => {
      seen = signal;
      return never();
    };
    const error = await withTimeout(work, 5).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ afterMs: 5 });
    expect(seen?.aborted).toBe(true);
  });

  it('keeps the error of the work', async () => {
    await expect(withTimeout(() => Promise.reject(new Error('refused')), 60_000)).rejects.toThrow('refused');
  });

  it('ends with the reason of the outer signal', async () => {
    const controller = new AbortController();
    const waiting = withTimeout(never, 60_000, controller.signal);
    controller.abort(new Error('client left'));
    await expect(waiting).rejects.toThrow('client left');
    await expect(withTimeout(never, 60_000, controller.signal)).rejects.toThrow('client left');
  });
});

describe('bulkhead', () => {
  it('runs so many, lets so many wait, refuses the rest', async () => {
    const bulkhead = createBulkhead({ limit: 1, queue: 1 });
    const gate = Promise.withResolvers<string>();
    const running = bulkhead.run(() => gate.promise);
    const waiting = bulkhead.run(async () => 'second');
    expect(bulkhead.free()).toEqual({ slots: 0, queue: 0 });
    await expect(bulkhead.run(async () => 'third')).rejects.toMatchObject({
      kind: 'limited',
      code: 'platform.busy',
      details: { retryAfterSeconds: 1 },
    });
    gate.resolve('first');
    expect(await Promise.all([running, waiting])).toEqual(['first', 'second']);
    expect(bulkhead.free()).toEqual({ slots: 1, queue: 1 });
  });

  it('gives the place back after a failure', async () => {
    const bulkhead = createBulkhead({ limit: 1 });
    await expect(bulkhead.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await bulkhead.run(async () => 'fine')).toBe('fine');
  });
});
