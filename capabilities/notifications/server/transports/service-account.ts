import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const ServiceAccount = Type.Object({
  project_id: Type.String({ pattern: '^[a-z0-9][a-z0-9.:-]{3,60}$' }),
  client_email: Type.String({ minLength: 3 }),
  private_key: Type.String({ pattern: '^-----BEGIN PRIVATE KEY-----' }),
  private_key_id: Type.Optional(Type.String()),
  token_uri: Type.Optional(Type.String({ pattern: '^https?://' })),
});

export type ServiceAccount = Static<typeof ServiceAccount>;

const validator = Compile(ServiceAccount);

/** Reads FCM_SERVICE_ACCOUNT: JSON, or the path of a file with it. Throws without repeating any of it. */
export function loadServiceAccount(setting: string): ServiceAccount {
  let value: unknown;
  try {
    value = JSON.parse(setting.trimStart().startsWith('{') ? setting : readFileSync(setting, 'utf8'));
  } catch {
    throw new Error('FCM_SERVICE_ACCOUNT is neither JSON nor a file with it.');
  }
  if (!validator.Check(value)) throw new Error('FCM_SERVICE_ACCOUNT is not a service account.');
  return value;
}
