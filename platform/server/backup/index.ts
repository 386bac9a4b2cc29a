export { backUp } from './back-up.ts';
export { BackupRefused } from './refused.ts';
export { restore } from './restore.ts';
