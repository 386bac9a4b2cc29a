import { ApiProblem } from '#platform/web';
import type { PublishedFile } from '../../contract/index.ts';

/** One file on its way. */
export interface Upload {
  readonly key: string;
  readonly source: File;
  readonly state: 'sending' | 'checking' | 'done' | 'failed';
  /** The share that has gone out, 0 to 1. */
  readonly progress: number;
  readonly problem: ApiProblem | null;
  readonly file: PublishedFile | null;
}

/** What the browser can say no to without asking; undefined when the file may be tried. */
export function localFault(
  file: Pick<File, 'size' | 'type'>,
  { accept, maxSize }: { readonly accept: readonly string[]; readonly maxSize: number },
): ApiProblem | undefined {
  const refuse = (code: string): ApiProblem =>
    new ApiProblem(422, { type: `urn:quintet:problem:${code}`, title: 'Refused', status: 422, code });
  if (file.size === 0) return refuse('files.empty');
  if (file.size > maxSize) return refuse('files.too_large');
  const bare = file.type.split(';')[0] ?? '';
  const [family] = bare.split('/');
  const isKnown = accept.includes(bare) || accept.some((type) => type.split('/')[0] === family);
  // Only what is of another kind altogether: systems name types differently, the server looks at the bytes.
  return bare === '' || isKnown ? undefined : refuse('files.type_refused');
}

/** The list with one upload changed; the same list when it is not there. */
export function withChange(
  uploads: readonly Upload[],
  key: string,
  change: Partial<Upload>,
): readonly Upload[] {
  return uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload));
}
