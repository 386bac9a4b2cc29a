import { getDocumentProxy } from 'unpdf';
import type { Block, DocumentWarning } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { linesOf, type PdfLine, type PlacedText, withoutRunningLines } from './pdf-lines.ts';
import { checkPdf } from './pdf-scan.ts';
import { RefusedFile } from './refusal.ts';

export interface PdfContent {
  readonly blocks: readonly Block[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly warnings: readonly DocumentWarning[];
}

const noText: DocumentWarning = {
  code: 'no_text',
  ru: 'На страницах нет текстового слоя: вероятно, это скан. Распознайте его и загрузите снова.',
  en: 'The pages have no text layer: this is probably a scan. Recognise it and send it again.',
};

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;
type TextContent = Awaited<ReturnType<Awaited<ReturnType<Proxy['getPage']>>['getTextContent']>>;

async function opened(bytes: Uint8Array): Promise<Proxy> {
  try {
    return await getDocumentProxy(bytes.slice(), {
      verbosity: 0,
      stopAtErrors: false,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new RefusedFile('encrypted');
    throw new RefusedFile('broken', error instanceof Error ? error.message.slice(0, 120) : 'PDF');
  }
}

/**
 * The pieces of text of one page. They are read as they come and counted, so that forms that draw each other
 * over and over end at the limit.
 */
async function pageLines(pdf: Proxy, page: number, limit: number): Promise<readonly PdfLine[]> {
  const reader = (await pdf.getPage(page)).streamTextContent().getReader();
  const pieces: PlacedText[] = [];
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: TextContent };
    if (done || value === undefined) return linesOf(pieces, page);
    for (const item of value.items) {
      if (!('str' in item)) continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[];
      pieces.push({ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height });
    }
    if (pieces.length > limit) {
      await reader.cancel(new Error('too much text'));
      throw new RefusedFile('too_large', `${limit} pieces of text on page ${page}`);
    }
  }
}

async function described(pdf: Proxy): Promise<Record<string, string>> {
  const { info } = await pdf.getMetadata();
  const said = info as Record<string, unknown>;
  if (typeof said['EncryptFilterName'] === 'string') throw new RefusedFile('encrypted');
  const named = (key: string): string =>
    typeof said[key] === 'string' ? said[key].slice(0, 300).trim() : '';
  return {
    pages: String(pdf.numPages),
    ...(named('Title') && { title: named('Title') }),
    ...(named('Author') && { author: named('Author') }),
  };
}

/** The text of a PDF by pages; pictures are not recognised. */
export async function readPdf(bytes: Uint8Array, limits: DocumentLimits): Promise<PdfContent> {
  checkPdf(bytes, limits);
  const pdf = await opened(bytes);
  try {
    if (pdf.numPages > limits.pages) throw new RefusedFile('too_large', `${pdf.numPages} pages`);
    const metadata = await described(pdf);
    const pages: (readonly PdfLine[])[] = [];
    let length = 0;
    for (let page = 1; page <= pdf.numPages; page++) {
      const lines = await pageLines(pdf, page, limits.pdfPieces);
      length += lines.reduce((sum, line) => sum + line.text.length, 0);
      if (length > limits.textLength)
        throw new RefusedFile('too_large', `${limits.textLength} characters of text`);
      pages.push(lines);
    }
    const blocks = pdfBlocks(withoutRunningLines(pages).flat(), limits);
    return { blocks, metadata, warnings: blocks.length === 0 ? [noText] : [] };
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile('broken', error instanceof Error ? error.message.slice(0, 120) : 'PDF');
  } finally {
    await pdf.loadingTask.destroy();
  }
}
