import { strToU8, zlibSync } from 'fflate';

export interface FixtureLine {
  readonly text: string;
  readonly size?: number;
  /** Extra space above, in points. */
  readonly above?: number;
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** Codes of the letters of these pages, from 1, and the map back to Unicode. */
function alphabet(lines: readonly FixtureLine[]): { codes: Map<string, number>; toUnicode: string } {
  const letters = [...new Set(lines.flatMap((line) => [...line.text]))].sort();
  const codes = new Map(letters.map((letter, index) => [letter, index + 1]));
  const pairs = letters.map((letter, index) => `<${hex(index + 1)}> <${hex(letter.codePointAt(0) ?? 32)}>`);
  const parts: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const part = pairs.slice(at, at + 100);
    parts.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return {
    codes,
    toUnicode: `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /F def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n${parts.join('\n')}\nendcmap end end`,
  };
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A PDF of these objects (the first is the catalogue), with a right cross-reference table. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const put = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((body, index) => {
    offsets.push(length);
    put(strToU8(`${index + 1} 0 obj\n`));
    put(typeof body === 'string' ? strToU8(body) : body);
    put(strToU8('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(
    strToU8(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return joinBytes(parts);
}

/** A stream object, deflated unless `filter` says what was done to the data already. */
export function streamObject(data: Uint8Array, filter?: string): Uint8Array {
  const body = filter === undefined ? zlibSync(data) : data;
  return joinBytes([
    strToU8(`<< /Length ${body.length} /Filter ${filter ?? '/FlateDecode'} >>\nstream\n`),
    body,
    strToU8('\nendstream'),
  ]);
}

function content(lines: readonly FixtureLine[], codes: ReadonlyMap<string, number>): string {
  let y = 800;
  return lines
    .map((line) => {
      const size = line.size ?? 11;
      y -= size * 1.2 + (line.above ?? 0);
      const codesOf = [...line.text].map((letter) => hex(codes.get(letter) ?? 0)).join('');
      return `BT /F1 ${size} Tf 1 0 0 1 60 ${y.toFixed(2)} Tm <${codesOf}> Tj ET`;
    })
    .join('\n');
}

/** A PDF whose letters reach Unicode by a ToUnicode map, as office programs write it. */
export function pdf(pages: readonly (readonly FixtureLine[])[], trailer = ''): Uint8Array {
  const { codes, toUnicode } = alphabet(pages.flat());
  const first = 6;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
      streamObject(strToU8(toUnicode)),
      ...pages.flatMap((lines, index) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
        streamObject(strToU8(content(lines, codes))),
      ]),
    ],
    trailer,
  );
}
