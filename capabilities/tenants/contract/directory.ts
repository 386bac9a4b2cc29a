import { type Static, Type } from 'typebox';
import { defineRoute, IdParams, Instant, Nullable } from '#platform/contract';

const manage = { access: 'signed-in', scope: 'companies:manage' } as const;

export const SignInName = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$' });

/** As what people of the directory join who are no members yet; null: they do not. */
const JoinsAs = Nullable(Type.Enum(['member', 'viewer']));

/** A company's own OpenID Connect provider. */
export const Directory = Type.Object({
  sign_in_name: Type.String(),
  issuer: Type.String(),
  client_id: Type.String(),
  has_secret: Type.Boolean(),
  joins_as: JoinsAs,
  /** What the provider has to allow as the address to come back to. */
  redirect_uri: Type.String(),
  updated_at: Instant,
});

export type Directory = Static<typeof Directory>;

const refusals = [
  'tenants.company_not_found',
  'tenants.role_too_low',
  'tenants.directory_required',
  'tenants.second_factor_required',
] as const;

export const getDirectory = defineRoute({
  method: 'GET',
  path: '/companies/:id/directory',
  name: 'tenants.get_directory',
  summary: 'The directory of the company (owners)',
  ...manage,
  params: IdParams,
  reply: Type.Object({ directory: Nullable(Directory), redirect_uri: Type.String() }),
  refusals,
});

export const setDirectory = defineRoute({
  method: 'PUT',
  path: '/companies/:id/directory',
  name: 'tenants.set_directory',
  summary: 'Let people come in through the company’s own OpenID Connect provider (owners)',
  secretReply: true,
  ...manage,
  params: IdParams,
  body: Type.Object(
    {
      sign_in_name: SignInName,
      issuer: Type.String({ maxLength: 500, pattern: '^https?://[^\\s?#]+$' }),
      client_id: Type.String({ minLength: 1, maxLength: 300 }),
      /** Left out: the one given before stays. Null: a public client. */
      client_secret: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 1_000 }))),
      joins_as: JoinsAs,
    },
    { additionalProperties: false },
  ),
  reply: Directory,
  rateLimit: { max: 20, windowSeconds: 600 },
  refusals: [
    ...refusals,
    'tenants.personal_space',
    'tenants.sign_in_name_taken',
    'tenants.directory_unreachable',
    'tenants.directory_in_use',
  ],
});

export const removeDirectory = defineRoute({
  method: 'DELETE',
  path: '/companies/:id/directory',
  name: 'tenants.remove_directory',
  summary: 'Forget the directory, whom it knows and that it was asked for (owners)',
  ...manage,
  params: IdParams,
  status: 204,
  refusals,
});

/** A path of the web application to come back to. */
const ReturnTo = Type.String({ maxLength: 500, pattern: '^/app/[A-Za-z0-9/_.~?=&%-]*$' });

export const confirmByDirectory = defineRoute({
  method: 'POST',
  path: '/companies/:id/directory/confirm',
  name: 'tenants.confirm_by_directory',
  summary: 'Begin to confirm this session by the company’s directory',
  access: 'signed-in',
  params: IdParams,
  body: Type.Object({ return_to: Type.Optional(ReturnTo) }, { additionalProperties: false }),
  reply: Type.Object({ authorization_url: Type.String() }),
  rateLimit: { max: 20, windowSeconds: 300 },
  refusals: [
    'tenants.company_not_found',
    'tenants.directory_missing',
    'tenants.session_needed',
    'identity.provider_down',
    'identity.provider_answer_invalid',
  ],
});

export const signInByDirectory = defineRoute({
  method: 'GET',
  path: '/companies/sign-in/:name',
  name: 'tenants.sign_in_by_directory',
  summary: 'Send the browser to the directory of the company with this sign-in name',
  access: 'public',
  params: Type.Object({ name: SignInName }),
  query: Type.Object({ return_to: Type.Optional(ReturnTo) }),
  status: 302,
  streams: 'redirect',
  rateLimit: { max: 30, windowSeconds: 60, by: 'address' },
});

export const directoryCallbackPath = '/companies/directory-callback';

/** Where people land whom a directory did not let in: the code of the reason is in the fragment. */
export const directoryLandingPath = '/app/sign-in/company';

export const returnFromDirectory = defineRoute({
  method: 'GET',
  path: directoryCallbackPath,
  name: 'tenants.return_from_directory',
  summary: 'Where a directory sends the browser back to',
  access: 'public',
  query: Type.Object(
    {
      code: Type.Optional(Type.String({ maxLength: 4_096 })),
      state: Type.Optional(Type.String({ maxLength: 512 })),
      error: Type.Optional(Type.String({ maxLength: 200 })),
      iss: Type.Optional(Type.String({ maxLength: 500 })),
    },
    { additionalProperties: true },
  ),
  status: 302,
  streams: 'redirect',
  rateLimit: { max: 30, windowSeconds: 60, by: 'address' },
});
