import { type Static, type TObject, Type } from 'typebox';
import { permissions } from '#platform/contract';

/** An e-mail address; compared without regard to case. */
export const Email = Type.String({
  minLength: 5,
  maxLength: 254,
  pattern:
    '^[^\\u0000-\\u0020\\u007f@<>"(),:;\\\\]+@[^\\u0000-\\u0020\\u007f@<>"(),:;\\\\]+\\.[^\\u0000-\\u0020\\u007f@<>"(),:;\\\\.]+$',
  description: 'E-mail address',
});

/** A password somebody chooses: 10 to 128 characters. */
export const NewPassword = Type.String({
  minLength: 10,
  maxLength: 128,
  description: '10 to 128 characters',
});

/** A password somebody proves to know; its length says nothing about the rules of today. */
export const GivenPassword = Type.String({ minLength: 1, maxLength: 256 });

/** Six digits, sent by mail. */
export const MailedCode = Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits from the mail' });

/** Six digits of an authenticator application, or a recovery code (`xxxxx-xxxxx`). */
export const SecondFactorCode = Type.String({
  minLength: 6,
  maxLength: 16,
  pattern: '^[0-9A-Za-z -]+$',
  description: 'Six digits of the authenticator application, or a recovery code',
});

/** An opaque secret made by the server. */
export const OpaqueToken = Type.String({ minLength: 16, maxLength: 1024, pattern: '^[A-Za-z0-9._~-]+$' });

export const DisplayName = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u0020\\u007f][^\\u0000-\\u001f\\u007f]*$',
});

export const Locale = Type.Enum(['ru', 'en']);

/** An IANA time zone, for example `Europe/Moscow`. */
export const TimeZone = Type.String({ minLength: 2, maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$' });

/** A role's name: a seeded one or one made by administrators. */
export const RoleName = Type.String({ pattern: '^[a-z][a-z0-9_-]{1,39}$' });

export const PermissionName = Type.Enum([...permissions]);

/**
 * A body that may be left out. JSON Schema has no word for an absent value, so the schema speaks about objects
 * only and refuses every other kind of value by name.
 */
export function OptionalBody<Schema extends TObject>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null | undefined>({
    properties: schema.properties,
    additionalProperties: false,
    not: { type: ['string', 'number', 'boolean', 'array'] },
  });
}
