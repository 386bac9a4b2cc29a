export type ZipFaultCode =
  | 'not_a_zip'
  | 'too_many_entries'
  | 'too_big'
  | 'suspicious_ratio'
  | 'unsafe_path'
  | 'encrypted'
  | 'unsupported_method'
  | 'duplicate_entry'
  | 'broken_entry';

/** Why an archive or one of its entries is not read. */
export class ZipFault extends Error {
  readonly code: ZipFaultCode;
  /** The entry's name; empty for the archive as a whole. */
  readonly entry: string;
  constructor(code: ZipFaultCode, entry = '') {
    super(entry === '' ? code : `${code}: ${entry.slice(0, 80)}`);
    this.code = code;
    this.entry = entry;
  }
}
