export { backUp } from './back-up.ts';
export type { BackupPlace } from './connection.ts';
export { BackupRefused } from './refused.ts';
export { restore } from './restore.ts';
