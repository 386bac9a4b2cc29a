export { createMailer, type MailerOptions } from './mailer.ts';
export {
  createPublicFetch,
  isPublicAddress,
  type PublicFetch,
  type PublicFetchOptions,
  type PublicRequest,
} from './public-fetch.ts';
export type { Mail, Mailer, OutboxMail, OutboxMailer } from './types.ts';
