export type { Mail, Mailer } from './types.ts';
