import { afterEach, describe, expect, it } from 'vitest';
import { createEnginePool, type EnginePool, type Work } from './engine-pool.ts';

const script = new URL('./stubborn-thread.fixture.ts', import.meta.url);
let pool: EnginePool;

afterEach(() => pool.close());

const work = (name: string, more: Partial<Work> = {}): Work => ({
  name,
  input: 1,
  milliseconds: 60_000,
  owner: 'ann',
  ...more,
});

describe('the threads of the engines', () => {
  it('answer, tell events, and take bytes over', async () => {
    pool = createEnginePool({ threads: 1, memoryMb: 64, script });
    const events: unknown[] = [];
    expect(await pool.run(work('tell', { input: 'x', onEvent: (event) => events.push(event) }))).toBe('x');
    expect(events).toEqual(['x']);
    const bytes = new Uint8Array([1, 2]);
    expect(await pool.run(work('echo', { input: bytes, transfer: [bytes.buffer] }))).toEqual(
      new Uint8Array([1, 2]),
    );
    expect(bytes.byteLength).toBe(0);
  });

  it('are cut off in time, and the next one works', async () => {
    pool = createEnginePool({ threads: 1, memoryMb: 64, script });
    const slow = pool.run(work('loop', { milliseconds: 50 }));
    const next = pool.run(work('echo'));
    await expect(slow).rejects.toMatchObject({ kind: 'invalid', code: 'assistants.engine_timeout' });
    expect(await next).toBe(1);
  });

  it('may take so much memory and no more', async () => {
    pool = createEnginePool({ threads: 1, memoryMb: 32, script });
    await expect(pool.run(work('hoard'))).rejects.toMatchObject({ code: 'assistants.engine_memory' });
    expect(await pool.run(work('echo'))).toBe(1);
  });

  it('stop when the caller goes away, waiting or working', async () => {
    pool = createEnginePool({ threads: 1, memoryMb: 64, script });
    const [working, waiting] = [new AbortController(), new AbortController()];
    const first = pool.run(work('loop', { signal: working.signal }));
    const second = pool.run(work('loop', { signal: waiting.signal }));
    const third = pool.run(work('echo'));
    waiting.abort(new Error('left the queue'));
    await expect(second).rejects.toThrow('left the queue');
    working.abort(new Error('left the thread'));
    await expect(first).rejects.toThrow('left the thread');
    expect(await third).toBe(1);
    const gone = pool.run(work('echo', { signal: AbortSignal.abort(new Error('was gone')) }));
    await expect(gone).rejects.toThrow('was gone');
  });

  it('survive threads that break', async () => {
    pool = createEnginePool({ threads: 1, memoryMb: 64, script });
    await expect(pool.run(work('throw'))).rejects.toThrow('broken thread');
    await expect(pool.run(work('exit'))).rejects.toThrow('ended by itself');
    expect(await pool.run(work('echo'))).toBe(1);
  });

  it('let nobody fill the queue of all', async () => {
    pool = createEnginePool({ threads: 1, memoryMb: 64, script });
    const running = Array.from({ length: 7 }, () => pool.run(work('loop')).catch((error: unknown) => error));
    await expect(pool.run(work('echo'))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'assistants.engines_busy',
    });
    const other = pool.run(work('echo', { owner: 'bob' })).catch((error: unknown) => error);
    await pool.close();
    for (const ended of [...(await Promise.all(running)), await other])
      expect(ended).toMatchObject({ code: 'assistants.engines_busy' });
    await expect(pool.run(work('echo'))).rejects.toMatchObject({ code: 'assistants.engines_busy' });
  });
});
