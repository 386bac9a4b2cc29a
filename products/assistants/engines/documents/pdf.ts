import { getDocumentProxy } from 'unpdf';
import type { Block, DocumentWarning } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { linesOf, type PdfLine, withoutRunningLines } from './pdf-lines.ts';
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

async function pageLines(pdf: Proxy, page: number): Promise<readonly PdfLine[]> {
  const content = await (await pdf.getPage(page)).getTextContent();
  const pieces = content.items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as readonly number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height }];
  });
  return linesOf(pieces, page);
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
      const lines = await pageLines(pdf, page);
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
