import mammoth from 'mammoth';
import type { Block } from './document.ts';
import { readHtml } from './html.ts';
import type { DocumentLimits } from './limits.ts';
import { type OfficePackage, repacked } from './office-package.ts';
import { RefusedFile } from './refusal.ts';

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Название'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Заголовок ${level}'] => h${level}:fresh`),
];

/** Blocks of a Word document: headings by style, lists and tables as they are; pictures are left out. */
export async function readDocx(source: OfficePackage, limits: DocumentLimits): Promise<readonly Block[]> {
  try {
    const bytes = repacked(source);
    const made = await mammoth.convertToHtml(
      // Node reads `buffer`, browsers `arrayBuffer`; each ignores the other.
      { arrayBuffer: bytes, buffer: bytes as never },
      {
        styleMap,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return readHtml(made.value, { ...limits, depth: limits.depth * 2 }, false).blocks;
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile('broken', error instanceof Error ? error.message.slice(0, 120) : 'docx');
  }
}
