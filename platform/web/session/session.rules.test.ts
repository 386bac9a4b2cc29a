import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import { createSession, type SessionPorts, type SessionUser, type SignedInReply } from './session.ts';

const anna: SessionUser = {
  id: 'anna',
  email: null,
  display_name: 'Anna',
  roles: [],
  permissions: [],
  locale: 'ru',
};
const boris: SessionUser = { ...anna, id: 'boris' };
const replyOf = (user: SessionUser, token: string): SignedInReply => ({
  access_token: token,
  expires_in: 900,
  user,
});

function sessionWith(answers: (() => Promise<SignedInReply>)[], more: Partial<SessionPorts> = {}) {
  const log: string[] = [];
  const session = createSession({
    api: {
      refresh: () => {
        log.push('refresh');
        return (answers.shift() ?? (() => Promise.reject(new ApiProblem(401))))();
      },
      logout: async () => log.push('logout'),
      loadUser: async () => ({ ...anna, permissions: ['view_audit'] }),
      issueTicket: async () => 't',
    },
    restorable: () => true,
    exclusively: (work) => work(),
    later: (_work, milliseconds) => {
      log.push(`timer ${milliseconds / 1_000}`);
      return () => {};
    },
    tellTabs: (news) => log.push(`tabs ${news}`),
    onPersonChange: (user) => log.push(`person ${user?.id ?? 'nobody'}`),
    ...more,
  });
  return { session, log };
}

describe('a session', () => {
  it('is restored from the cookie and renewed before it runs out', async () => {
    const { session, log } = sessionWith([async () => replyOf(anna, 'a1')]);
    await session.restore();
    expect(session.store.getState()).toEqual({ status: 'signed-in', user: anna });
    expect(session.token()).toBe('a1');
    expect(log).toEqual(['refresh', 'timer 720', 'person anna']);
  });

  it('asks nothing where there is nothing to restore', async () => {
    const { session, log } = sessionWith([], { restorable: () => false });
    await session.restore();
    expect(session.store.getState()).toEqual({ status: 'anonymous', ended: false });
    expect(log).toEqual([]);
  });

  it('stays undecided, with the fault, while the server is away', async () => {
    const { session } = sessionWith([
      () => Promise.reject(new ApiProblem(0)),
      async () => replyOf(anna, 'a1'),
    ]);
    await session.restore();
    expect(session.store.getState()).toMatchObject({ status: 'loading', problem: { status: 0 } });
    await session.restore();
    expect(session.store.getState().status).toBe('signed-in');
  });

  it('renews once for any number of refused calls, and not at all for a token already replaced', async () => {
    const { session, log } = sessionWith([async () => replyOf(anna, 'a2')]);
    session.signIn(replyOf(anna, 'a1'));
    const results = await Promise.all(Array.from({ length: 20 }, () => session.renew('a1')));
    expect(results.every(Boolean)).toBe(true);
    expect(await session.renew('a1')).toBe(true);
    expect(log.filter((entry) => entry === 'refresh')).toHaveLength(1);
    expect(session.token()).toBe('a2');
  });

  it('ends when the refresh is refused, but not when the server is away', async () => {
    const { session, log } = sessionWith([() => Promise.reject(new ApiProblem(503))]);
    session.signIn(replyOf(anna, 'a1'));
    await expect(session.renew('a1')).rejects.toMatchObject({ status: 503 });
    expect(session.store.getState().status).toBe('signed-in');
    expect(await session.renew('a1')).toBe(false);
    expect(session.store.getState()).toEqual({ status: 'anonymous', ended: true });
    expect(session.token()).toBeUndefined();
    expect(log.at(-1)).toBe('person nobody');
  });

  it('forgets what was read when another person turns up', async () => {
    const { session, log } = sessionWith([async () => replyOf(boris, 'b1')]);
    session.signIn(replyOf(anna, 'a1'));
    await session.renew('a1');
    expect(log.filter((entry) => entry.startsWith('person'))).toEqual(['person anna', 'person boris']);
  });

  it('is not revived by a refresh that was under way when the person left', async () => {
    const { promise, resolve } = Promise.withResolvers<SignedInReply>();
    const { session } = sessionWith([() => promise]);
    session.signIn(replyOf(anna, 'a1'));
    const renewal = session.renew('a1');
    await session.signOut();
    resolve(replyOf(anna, 'a2'));
    expect(await renewal).toBe(false);
    expect(session.store.getState()).toEqual({ status: 'anonymous', ended: false });
    expect(session.token()).toBeUndefined();
  });

  it('stays signed in when the server cannot be told of the leaving', async () => {
    const { session } = sessionWith([]);
    const failing = createSessionWithFailingLogout();
    failing.signIn(replyOf(anna, 'a1'));
    await expect(failing.signOut()).rejects.toMatchObject({ status: 0 });
    expect(failing.store.getState().status).toBe('signed-in');
    session.signIn(replyOf(anna, 'a1'));
    session.hear('ended');
    expect(session.store.getState()).toEqual({ status: 'anonymous', ended: true });
  });

  it('takes over changed permissions', async () => {
    const { session } = sessionWith([]);
    session.signIn(replyOf(anna, 'a1'));
    await session.reload();
    expect(session.store.getState()).toMatchObject({ user: { permissions: ['view_audit'] } });
  });
});

function createSessionWithFailingLogout() {
  return createSession({
    api: {
      refresh: () => Promise.reject(new ApiProblem(0)),
      logout: () => Promise.reject(new ApiProblem(0)),
      loadUser: async () => anna,
      issueTicket: async () => 't',
    },
    restorable: () => true,
    exclusively: (work) => work(),
    later: () => () => {},
    tellTabs: () => {},
    onPersonChange: () => {},
  });
}
