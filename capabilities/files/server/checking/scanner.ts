/** Looks for malware. */
export interface Scanner {
  /** Answers the verdict; throws a `Refusal` of kind `unavailable` when there is none. */
  scan(bytes: Uint8Array): Promise<'clean' | 'infected'>;
  /** Throws when the scanner does not answer. */
  ping(): Promise<void>;
}
