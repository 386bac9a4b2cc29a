import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '#base/refusal';
import type { Bulkhead } from '#platform/server/resilience';
import type { FilePurpose } from '../index.ts';
import { brokenFile } from './image.rules.ts';
import { type Rendition, renderImage } from './images.ts';
import { acceptedAs, isImage } from './media-type.rules.ts';
import type { Scanner } from './scanner.ts';
import { isPlainText } from './text.rules.ts';
import { isSoundArchive } from './zip.rules.ts';

/** What the check lets through: only this is ever published. */
export interface SoundFile {
  readonly width: number | null;
  readonly height: number | null;
  readonly perceptualHash: string | null;
  /** The file itself first, then smaller versions of an image. */
  readonly renditions: readonly [Rendition, ...Rendition[]];
}

/** Checks bytes against a purpose. A `Refusal` of kind `invalid` is the verdict; any other may pass. */
export type Check = (bytes: Uint8Array, purpose: CheckedPurpose) => Promise<SoundFile>;

export type CheckedPurpose = Pick<FilePurpose, 'accept' | 'maxSize' | 'widths'>;

const archives = /zip|openxmlformats|opendocument/;

function typeRefused(accept: readonly string[]): Refusal {
  return new Refusal('invalid', 'files.type_refused', 'Files of this type are not taken here.', { accept });
}

async function typeOf(bytes: Uint8Array, accept: readonly string[]): Promise<string> {
  const detected = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (detected !== undefined) {
    const type = acceptedAs(accept, detected.mime);
    if (type === undefined) throw typeRefused(accept);
    return type;
  }
  // Text has no signature.
  const text = ['text/plain', 'text/csv'].find((type) => accept.includes(type));
  if (text === undefined || !isPlainText(bytes)) throw typeRefused(accept);
  return text;
}

/** The malware scanner, when there is one, then the file's own structure. */
export function createCheck({
  scanner,
  bulkhead,
}: {
  readonly scanner: Scanner | undefined;
  readonly bulkhead: Bulkhead;
}): Check {
  async function inspect(
    bytes: Uint8Array,
    { accept, maxSize, widths = [] }: CheckedPurpose,
  ): Promise<SoundFile> {
    if (bytes.byteLength === 0) throw new Refusal('invalid', 'files.empty', 'The file is empty.');
    if (bytes.byteLength > maxSize) {
      throw new Refusal('invalid', 'files.too_large', 'The file is too large.', { max_size: maxSize });
    }
    const mediaType = await typeOf(bytes, accept);
    if ((await scanner?.scan(bytes)) === 'infected') {
      throw new Refusal('invalid', 'files.infected', 'The file contains malware.');
    }
    if (isImage(mediaType)) {
      const { renditions, ...image } = await renderImage(bytes, widths);
      const [first, ...others] = renditions;
      if (first === undefined) throw brokenFile();
      return { ...image, renditions: [first, ...others] };
    }
    if (archives.test(mediaType) && !isSoundArchive(bytes)) {
      throw new Refusal(
        'invalid',
        'files.archive_refused',
        'The file is damaged, encrypted or packed too densely.',
      );
    }
    const itself = { variantWidth: null, mediaType, body: bytes };
    return { width: null, height: null, perceptualHash: null, renditions: [itself] };
  }
  return (bytes, purpose) => bulkhead.run(() => inspect(bytes, purpose));
}
