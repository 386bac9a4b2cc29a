import { vi } from 'vitest';
import { signedInPerson } from '#capabilities/identity/testing';
import { createCompany } from '#capabilities/tenants/contract';
import { sql } from '#platform/server/database';
import {
  startTestApp,
  type TestApp,
  type TestAppOptions,
  type TestClient,
  testClient,
} from '#platform/testing';

export interface Someone {
  readonly id: string;
  readonly token: string;
  readonly call: TestClient;
}

/** A company with an owner, a member and a viewer, and somebody who belongs to another one. */
export interface Companies {
  readonly test: TestApp;
  readonly owner: Someone;
  readonly member: Someone;
  readonly viewer: Someone;
  readonly stranger: Someone;
  readonly company: string;
  /** Headers that name the company, with others. */
  readonly at: (headers?: Readonly<Record<string, string>>) => { readonly headers: Record<string, string> };
}

/** Starts the modules, the assistants and what they stand on among them. */
export async function startCompanies(options: TestAppOptions): Promise<Companies> {
  const test = await startTestApp(options);
  const someone = async (name: string): Promise<Someone> => {
    const { id, accessToken } = await signedInPerson(test, { name });
    return { id, token: accessToken, call: testClient(test, accessToken) };
  };
  const [owner, member, viewer, stranger] = await Promise.all([
    someone('owner'),
    someone('member'),
    someone('viewer'),
    someone('stranger'),
  ]);
  // A machine that starts many programs at once turns requests away for a moment.
  const company = await vi.waitFor(
    async () => (await owner.call(createCompany, { body: { name: 'Ромашка' } })).reply().id,
    { timeout: 30_000, interval: 100 },
  );
  await test.app.database.transaction(
    (tx) =>
      tx.run(sql`
        INSERT INTO tenants.member (company_id, user_id, role, joined_at)
        VALUES (${company}, ${member.id}, 'member', now()), (${company}, ${viewer.id}, 'viewer', now())`),
    { scope: { tenant: company } },
  );
  return {
    test,
    owner,
    member,
    viewer,
    stranger,
    company,
    at: (headers = {}) => ({ headers: { 'x-company-id': company, 'accept-language': 'ru', ...headers } }),
  };
}

/** `200`, or `422 assistants.code`. */
export async function said(
  answer: Promise<{ status: number; problem(): { code?: string | undefined } }>,
): Promise<string> {
  const { status, problem } = await answer;
  return status < 400 ? String(status) : `${status} ${problem().code}`;
}
