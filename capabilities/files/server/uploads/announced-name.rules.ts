import { stemOf } from '../names/file-name.rules.ts';

/** The announced name as it is kept until the signature says how it ends. */
export function announcedName(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? '';
  const [, ending = ''] = /\.([a-z0-9]{1,8})$/i.exec(last) ?? [];
  const stem = stemOf(sent);
  return `${stem === '' ? 'file' : stem}${ending === '' ? '' : `.${ending.toLowerCase()}`}`;
}
