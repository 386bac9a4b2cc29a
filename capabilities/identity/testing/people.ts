import { defineRef } from '#base/ref';
import { systemClock } from '#base/time';
import type { TestApp } from '#platform/testing';
import { findByEmail } from '../server/accounts/account.store.ts';
import { foundAccount } from '../server/accounts/founding.ts';
import { identityRef } from '../server/index.ts';
import type { IdentityService } from '../server/service.ts';

/** The module's service with its insides. */
export function identityOf({ app }: TestApp): IdentityService {
  return app.service(defineRef<IdentityService>(identityRef.id));
}

export const testPassword = 'correct horse battery';

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  /** For `inject`. */
  readonly headers: { readonly authorization: string };
}

export interface TestPersonOptions {
  /** Before the `@`; different for each person of one application. */
  readonly name: string;
  readonly roles?: readonly string[];
}

export interface TestAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, string>>;
}

export interface TestRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  /** The client's address. */
  readonly from?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends one request; the answer's JSON as an object, empty when there is none. */
export async function send(
  app: TestApp,
  method: Method,
  url: string,
  request: TestRequest = {},
): Promise<TestAnswer> {
  const answer = await app.inject({
    method,
    url,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { payload: JSON.parse(JSON.stringify(request.body)) }),
    ...(request.cookies === undefined ? {} : { cookies: { ...request.cookies } }),
    remoteAddress: request.from ?? '127.0.0.1',
  });
  const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
  const cookies = Object.fromEntries(answer.cookies.map((cookie) => [cookie.name, cookie.value]));
  return { status: answer.statusCode, body: isJson ? answer.json() : {}, headers: answer.headers, cookies };
}

/** A verified account with roles, signed in. Takes no part of the sign-in limits. */
export async function signedInPerson(
  app: TestApp,
  { name, roles = ['user'] }: TestPersonOptions,
): Promise<TestPerson> {
  const service = identityOf(app);
  const { database } = app.app;
  const email = `${name}@people.test`;
  await foundAccount(
    {
      database,
      clock: systemClock,
      hasher: service.hasher,
      announcements: service.announcements,
      audit: service.auditLog,
    },
    { email, displayName: name, password: testPassword, roles, existing: 'keep' },
  );
  const account = await findByEmail(database, email);
  if (account === undefined) throw new Error('The account was not made.');
  const origin = { address: '127.0.0.1', userAgent: 'tests', locale: 'en' } as const;
  const session = await database.transaction((tx) =>
    service.sessions.open(tx, account.id, 'password', origin),
  );
  const accessToken = await service.tokens.issue({
    userId: account.id,
    sessionId: session.sessionId,
    version: account.permission_version,
  });
  return {
    id: account.id,
    email,
    accessToken,
    refreshToken: session.refreshToken,
    headers: { authorization: `Bearer ${accessToken}` },
  };
}
