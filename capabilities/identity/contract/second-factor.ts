import { Type } from 'typebox';
import { defineRoute } from '#platform/contract';
import { GivenPassword, OpaqueToken, SecondFactorCode } from './fields.ts';
import { SignedIn } from './tokens.ts';

/** Asked for once more before the second factor changes; may be left out within ten minutes of a sign-in. */
const confirmation = { password: Type.Optional(GivenPassword) };

export const setupSecondFactor = defineRoute({
  method: 'POST',
  path: '/auth/2fa/setup',
  name: 'identity.setup_second_factor',
  summary: 'A new secret for the authenticator application; not in force yet',
  secretReply: true,
  access: 'signed-in',
  body: Type.Object(confirmation, { additionalProperties: false }),
  reply: Type.Object({
    /** Base32. */
    secret: Type.String(),
    /** For a QR code. */
    otpauth_url: Type.String(),
  }),
  refusals: ['identity.second_factor_on', 'identity.password_required', 'identity.password_wrong'],
  rateLimit: { max: 20, windowSeconds: 300 },
});

export const enableSecondFactor = defineRoute({
  method: 'POST',
  path: '/auth/2fa/enable',
  name: 'identity.enable_second_factor',
  summary: 'Put the second factor in force with a first code',
  secretReply: true,
  access: 'signed-in',
  body: Type.Object({ code: SecondFactorCode }, { additionalProperties: false }),
  /** Shown once. */
  reply: Type.Object({ recovery_codes: Type.Array(Type.String()) }),
  refusals: [
    'identity.second_factor_on',
    'identity.second_factor_not_set_up',
    'identity.second_factor_wrong',
    'identity.too_many_attempts',
  ],
  rateLimit: { max: 20, windowSeconds: 300 },
});

export const disableSecondFactor = defineRoute({
  method: 'POST',
  path: '/auth/2fa/disable',
  name: 'identity.disable_second_factor',
  summary: 'Switch the second factor off',
  access: 'signed-in',
  body: Type.Object({ ...confirmation, code: SecondFactorCode }, { additionalProperties: false }),
  status: 204,
  refusals: [
    'identity.second_factor_off',
    'identity.second_factor_wrong',
    'identity.password_required',
    'identity.password_wrong',
    'identity.too_many_attempts',
  ],
  rateLimit: { max: 20, windowSeconds: 300 },
});

export const verifySecondFactor = defineRoute({
  method: 'POST',
  path: '/auth/2fa/verify',
  name: 'identity.verify_second_factor',
  summary: 'Complete a sign-in with a code or a recovery code',
  secretReply: true,
  access: 'public',
  body: Type.Object(
    { challenge_token: OpaqueToken, code: SecondFactorCode },
    { additionalProperties: false },
  ),
  reply: SignedIn,
  refusals: [
    'identity.challenge_invalid',
    'identity.second_factor_wrong',
    'identity.locked',
    'identity.too_many_attempts',
  ],
  rateLimit: { max: 60, windowSeconds: 60, by: 'address' },
});
