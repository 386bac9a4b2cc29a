export { type BackUpOptions, backUp } from './back-up.ts';
export type { BackupFigures, BackupPlace } from './connection.ts';
export { BackupRefused } from './refused.ts';
export { restore } from './restore.ts';
