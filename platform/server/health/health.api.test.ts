import { afterEach, describe, expect, it } from 'vitest';
import type { Breakers } from '#platform/server/resilience';
import { type TestServer, testServer } from '../http/server.fixture.ts';
import { createHealth, type Health, type HealthCheck, type HealthStatus } from './index.ts';

let server: TestServer | undefined;

afterEach(() => server?.close());

let now = 0;

function breakersIn(state: 'closed' | 'open'): Breakers {
  return {
    all: () => [{ name: 'mail', state, failure_count: 0, success_count: 0 }],
    breaker: () => {
      throw new Error('not asked for here');
    },
  };
}

function make(state: 'closed' | 'open' = 'closed'): Health {
  now = 0;
  return createHealth({
    clock: () => new Date(now),
    breakers: breakersIn(state),
    version: '1.2.3',
    checkTimeoutMs: 50,
  });
}

const check = (name: string, critical: boolean, status: HealthStatus): HealthCheck => ({
  name,
  critical,
  check: async () => ({ status }),
});

describe('the report', () => {
  it.each([
    ['all well', 'healthy', [check('a', true, 'healthy')], 'closed'],
    ['a minor part ill', 'degraded', [check('a', true, 'healthy'), check('b', false, 'unhealthy')], 'closed'],
    ['a critical part ill', 'unhealthy', [check('a', true, 'unhealthy')], 'closed'],
    ['a critical part degraded', 'degraded', [check('a', true, 'degraded')], 'closed'],
    ['a breaker open', 'degraded', [check('a', true, 'healthy')], 'open'],
    ['nothing to check', 'healthy', [], 'closed'],
  ] as const)('%s is %s', async (_what, status, checks, breaker) => {
    const health = make(breaker);
    health.add(checks);
    expect((await health.report()).status).toBe(status);
  });

  it('measures every check, in parallel, withholds error texts, and gives up on silence', async () => {
    const health = make();
    health.add([
      { name: 'throws', critical: true, check: () => Promise.reject(new Error('password')) },
      { name: 'silent', critical: false, check: () => new Promise(() => undefined) },
      { name: 'silent too', critical: false, check: () => new Promise(() => undefined) },
    ]);
    now = 61_500;
    const report = await health.report();
    expect(report).toMatchObject({ status: 'unhealthy', version: '1.2.3', uptime_seconds: 61 });
    expect(report.components.map(({ status }) => status)).toEqual(['unhealthy', 'unhealthy', 'unhealthy']);
    expect(report.components[1]?.detail).toBe('No answer within 50 ms.');
    expect(report.components[1]?.latency_ms).toBeGreaterThan(0);
    expect(JSON.stringify(report)).not.toContain('password');
  });

  it('is kept for a second and no longer', async () => {
    const health = make();
    let runs = 0;
    health.add([
      {
        name: 'a',
        critical: true,
        check: async () => {
          runs += 1;
          return { status: 'healthy' };
        },
      },
    ]);
    await Promise.all([health.report(), health.report()]);
    now = 999;
    await health.report();
    expect(runs).toBe(1);
    now = 1_000;
    await health.report();
    expect(runs).toBe(2);
  });

  it('refuses two checks of one name, and a life that runs backwards', () => {
    const health = make();
    health.add([check('a', true, 'healthy')]);
    expect(() => health.add([check('a', false, 'healthy')])).toThrow(/exists/);
    expect(health.phase()).toBe('starting');
    health.enter('stopping');
    health.enter('ready');
    expect(health.phase()).toBe('stopping');
  });
});

describe('the endpoints', () => {
  it('tell probes when to send traffic, and people what is ill', async () => {
    const health = make();
    let status: HealthStatus = 'healthy';
    health.add([{ name: 'database', critical: true, check: async () => ({ status }) }]);
    server = await testServer({ health });
    const ask = async (url: string) => {
      const reply = await server?.fastify.inject(url);
      return [reply?.statusCode, reply?.json().status];
    };
    expect(await ask('/health/ready')).toEqual([503, 'starting']);
    expect(await ask('/health')).toEqual([200, 'healthy']);
    health.enter('ready');
    expect(await ask('/health/ready')).toEqual([200, 'ready']);
    status = 'degraded';
    now += 1_000;
    expect(await ask('/health')).toEqual([200, 'degraded']);
    status = 'unhealthy';
    now += 1_000;
    expect(await ask('/health')).toEqual([503, 'unhealthy']);
    expect(await ask('/health/ready')).toEqual([503, 'unhealthy']);
    expect(await ask('/health/live')).toEqual([200, 'alive']);
    health.enter('stopping');
    expect(await ask('/health/ready')).toEqual([503, 'stopping']);
    const whole = (await server.fastify.inject('/health')).json();
    expect(whole).toEqual({
      status: 'unhealthy',
      version: '1.2.3',
      uptime_seconds: 2,
      components: [{ name: 'database', status: 'unhealthy', latency_ms: expect.any(Number) }],
      breakers: [{ name: 'mail', state: 'closed', failure_count: 0, success_count: 0 }],
    });
  });
});
