import { latin } from './latin.ts';

/** What the first bytes say a file is, whatever its name. */
export interface Signature {
  readonly family: 'zip' | 'pdf' | 'compound' | 'archive' | 'image' | 'program' | 'rtf' | 'database' | 'none';
  readonly label: string;
}

const marks: readonly (readonly [string, Signature])[] = [
  ['PK\u0003\u0004', { family: 'zip', label: 'ZIP' }],
  ['PK\u0005\u0006', { family: 'zip', label: 'ZIP' }],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', { family: 'compound', label: 'Office 97–2003' }],
  ['Rar!\u001a', { family: 'archive', label: 'RAR' }],
  ['7z\u00bc\u00af\u0027\u001c', { family: 'archive', label: '7-Zip' }],
  ['\u001f\u008b', { family: 'archive', label: 'gzip' }],
  ['BZh', { family: 'archive', label: 'bzip2' }],
  ['\u00fd7zXZ', { family: 'archive', label: 'xz' }],
  ['\u0089PNG', { family: 'image', label: 'PNG' }],
  ['\u00ff\u00d8\u00ff', { family: 'image', label: 'JPEG' }],
  ['GIF8', { family: 'image', label: 'GIF' }],
  ['MZ\u0090', { family: 'program', label: 'EXE' }],
  ['\u007fELF', { family: 'program', label: 'ELF' }],
  ['{\\rtf', { family: 'rtf', label: 'RTF' }],
  ['1CDBMSV8', { family: 'database', label: '1CD' }],
];

const none: Signature = { family: 'none', label: '' };

export function signatureOf(bytes: Uint8Array): Signature {
  const head = latin(bytes, 0, Math.min(bytes.length, 1024));
  const mark = marks.find(([start]) => head.startsWith(start));
  if (mark) return mark[1];
  // A PDF may begin after some other bytes; elsewhere the words must come first.
  return /^(?:[^\n]{0,64}\n)?%PDF-\d/.test(head) || (head.includes('\u0000') && head.includes('%PDF-1'))
    ? { family: 'pdf', label: 'PDF' }
    : none;
}

/** The name of the stream that holds a password-protected docx or xlsx, as UTF-16. */
const encryptedStream = [...'EncryptedPackage'].join('\u0000');

export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return latin(bytes, 0, Math.min(bytes.length, 1 << 20)).includes(encryptedStream);
}
