export { createMailer, type MailerOptions } from './mailer.ts';
export type { Mail, Mailer, OutboxMail, OutboxMailer } from './types.ts';
