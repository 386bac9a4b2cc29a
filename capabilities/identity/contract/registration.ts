import { Type } from 'typebox';
import { defineRoute } from '#platform/contract';
import { DisplayName, Email, GivenPassword, Locale, MailedCode, NewPassword, TimeZone } from './fields.ts';
import { SignedIn } from './tokens.ts';

/** The same whether or not the address has an account. */
const Accepted = Type.Object({ status: Type.Literal('accepted') });

const passwordRefusals = ['identity.password_too_common', 'identity.password_is_email'] as const;

export const register = defineRoute({
  method: 'POST',
  path: '/auth/register',
  name: 'identity.register',
  summary: 'Ask for an account; a six-digit code goes to the address',
  access: 'public',
  body: Type.Object(
    {
      email: Email,
      password: NewPassword,
      display_name: DisplayName,
      locale: Type.Optional(Locale),
      time_zone: Type.Optional(TimeZone),
    },
    { additionalProperties: false },
  ),
  reply: Accepted,
  status: 202,
  refusals: [...passwordRefusals, 'identity.busy', 'identity.time_zone_unknown'],
  rateLimit: { max: 20, windowSeconds: 300, by: 'address' },
});

export const verifyEmail = defineRoute({
  method: 'POST',
  path: '/auth/verify-email',
  name: 'identity.verify_email',
  summary: 'Prove the address with the code and sign in',
  secretReply: true,
  access: 'public',
  body: Type.Object({ email: Email, code: MailedCode }, { additionalProperties: false }),
  reply: SignedIn,
  refusals: ['identity.code_invalid', 'identity.too_many_attempts', 'identity.locked'],
  rateLimit: { max: 30, windowSeconds: 300, by: 'address' },
});

export const resendCode = defineRoute({
  method: 'POST',
  path: '/auth/verify-email/resend',
  name: 'identity.resend_code',
  summary: 'Send a new verification code',
  access: 'public',
  body: Type.Object({ email: Email }, { additionalProperties: false }),
  reply: Accepted,
  status: 202,
  rateLimit: { max: 10, windowSeconds: 300, by: 'address' },
});

export const forgotPassword = defineRoute({
  method: 'POST',
  path: '/auth/password/forgot',
  name: 'identity.forgot_password',
  summary: 'Send a password reset code',
  access: 'public',
  body: Type.Object({ email: Email }, { additionalProperties: false }),
  reply: Accepted,
  status: 202,
  rateLimit: { max: 10, windowSeconds: 300, by: 'address' },
});

export const resetPassword = defineRoute({
  method: 'POST',
  path: '/auth/password/reset',
  name: 'identity.reset_password',
  summary: 'Set a new password with the code; every session ends',
  access: 'public',
  body: Type.Object(
    { email: Email, code: MailedCode, password: NewPassword },
    { additionalProperties: false },
  ),
  status: 204,
  refusals: [...passwordRefusals, 'identity.code_invalid', 'identity.too_many_attempts', 'identity.busy'],
  rateLimit: { max: 20, windowSeconds: 300, by: 'address' },
});

export const changePassword = defineRoute({
  method: 'POST',
  path: '/auth/password/change',
  name: 'identity.change_password',
  summary: 'Change the password; every other session ends',
  access: 'signed-in',
  body: Type.Object(
    {
      /** Left out only by accounts that have no password yet. */
      current_password: Type.Optional(GivenPassword),
      new_password: NewPassword,
    },
    { additionalProperties: false },
  ),
  status: 204,
  refusals: [...passwordRefusals, 'identity.password_wrong', 'identity.too_many_attempts', 'identity.busy'],
  rateLimit: { max: 20, windowSeconds: 300 },
});
