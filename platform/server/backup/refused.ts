/** The backup or restore cannot be done as things are; the message says why and what helps. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
