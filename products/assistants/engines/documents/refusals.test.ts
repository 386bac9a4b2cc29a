import fc from 'fast-check';
import { strToU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type DocumentLimits, readDocument } from './index.ts';
import { docx, docxFiles, paragraph, xlsx } from './office.fixture.ts';
import { pdf, pdfOf, streamObject } from './pdf.fixture.ts';

async function code(
  bytes: Uint8Array,
  name = 'a.docx',
  limits: Partial<DocumentLimits> = {},
): Promise<string> {
  const result = await readDocument(bytes, name, limits);
  if (!result.ok) expect(result.message.ru.length).toBeGreaterThan(5);
  return result.ok ? 'read' : result.code;
}

const good = docx(paragraph('Текст'));
const zeros = new Uint8Array(40 * 1024 * 1024);

/** The same archive with one field of its directory's entries changed. */
function tampered(bytes: Uint8Array, offset: number, value: readonly number[], from = 0): Uint8Array {
  const copy = bytes.slice();
  for (let at = from; at < copy.length - 4; at++)
    if (copy[at] === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === 1 && copy[at + 3] === 2)
      copy.set(value, at + offset);
  return copy;
}

function renamed(bytes: Uint8Array, name: string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync({ ...files, [name]: strToU8('<a/>') });
}

describe('bombs', () => {
  it('a part that unpacks more than its ratio allows', async () => {
    expect(await code(docx('', { 'word/extra.xml': zeros }))).toBe('suspicious_ratio');
  });

  it('a part whose directory lies about its size', async () => {
    const bytes = docx('', { 'word/extra.xml': zeros });
    const bomb = tampered(bytes, 24, [10, 0, 0, 0], bytes.length - 120);
    expect(await code(bomb)).toBe('suspicious_ratio');
  });

  it('all parts together', async () => {
    const noise = strToU8(
      `<a>${Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 104_729).join(' ')}</a>`,
    );
    const parts = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`word/${at}.xml`, noise]));
    expect(await code(docx('', parts), 'a.docx', { unpackedBytes: 500_000 })).toBe('too_large');
  });

  it('too many entries', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`word/${at}.xml`, strToU8('<a/>')]),
    );
    expect(await code(docx('', parts), 'a.docx', { entries: 200 })).toBe('too_many_entries');
  });

  it('an archive in an archive', async () => {
    expect(await code(docx('', { 'inner.bin': zipSync({ 'b.xml': zeros }) }))).toBe('nested_archive');
  });

  it('entries that share their bytes', async () => {
    const bytes = docx(paragraph('a'), {
      'word/1.xml': strToU8('<a>1</a>'),
      'word/2.xml': strToU8('<a>2</a>'),
    });
    const places: number[] = [];
    for (let at = 0; at < bytes.length - 4; at++)
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
        places.push(at);
    const copy = bytes.slice();
    const [last, before] = [places.at(-1) ?? 0, places.at(-2) ?? 0];
    copy.set(copy.subarray(before + 42, before + 46), last + 42);
    expect(await code(copy)).toBe('suspicious_ratio');
  });

  it('a stream of a PDF', async () => {
    const bomb = pdfOf(['<< /Type /Catalog >>', streamObject(zeros)]);
    expect(await code(bomb, 'a.pdf', { pdfStreamBytes: 1_000_000 })).toBe('suspicious_ratio');
  });

  it('a stream of a PDF behind another filter, and compressed twice', async () => {
    const hexed = strToU8(`${Buffer.from(zlibSync(zeros)).toString('hex')}>`);
    const behind = pdfOf(['<< /Type /Catalog >>', streamObject(hexed, '[/ASCIIHexDecode /FlateDecode]')]);
    expect(await code(behind, 'a.pdf', { pdfStreamBytes: 1_000_000 })).toBe('suspicious_ratio');
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * at * 31 + at * 7) % 251);
    const twice = pdfOf(['<< /Type /Catalog >>', streamObject(zlibSync(noise, { level: 0 }))]);
    expect(await code(twice, 'a.pdf')).toBe('suspicious_ratio');
  });

  it('a stream of a PDF that says it ends before it does, or spells its filter oddly', async () => {
    const lying = zlibSync(zeros);
    const early = new Uint8Array([
      ...zlibSync(strToU8('endstream'), { level: 0 }).subarray(0, 2),
      0,
      10,
      0,
      245,
      255,
      ...strToU8('\nendstream'),
      ...lying.subarray(2),
    ]);
    expect(
      await code(pdfOf(['<< /Type /Catalog >>', streamObject(early, '/FlateDecode')]), 'a.pdf', {
        pdfStreamBytes: 1_000_000,
      }),
    ).toBe('suspicious_ratio');
    const hexed = strToU8(`${Buffer.from(lying).toString('hex')}>`);
    const odd = pdfOf(['<< /Type /Catalog >>', streamObject(hexed, '[/ASCIIHex#44ecode /FlateDecode]')]);
    expect(await code(odd, 'a.pdf', { pdfStreamBytes: 1_000_000 })).toBe('suspicious_ratio');
    expect(await code(pdfOf(['<< /Type /Catalog >>', streamObject(hexed, '9 0 R')]), 'a.pdf')).toBe(
      'unsupported',
    );
  });

  it('forms of a PDF that draw each other over and over', async () => {
    const form = (calls: string, resources: string): Uint8Array => {
      const body = strToU8(calls);
      return new Uint8Array([
        ...strToU8(
          `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >> /Length ${body.length} >>\nstream\n`,
        ),
        ...body,
        ...strToU8('\nendstream'),
      ]);
    };
    const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
    const levels = 9;
    const first = 5;
    const forms = Array.from({ length: levels }, (_, at) =>
      form('/X Do '.repeat(10), `/XObject << /X ${first + at + 1} 0 R >>`),
    );
    const bytes = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources << /XObject << /X ${first} 0 R >> >> /Contents 4 0 R >>`,
      streamObject(strToU8('/X Do')),
      ...forms,
      form('BT /F1 9 Tf 1 0 0 1 5 5 Tm (a) Tj 20 20 Td (b) Tj ET', font),
    ]);
    expect(await code(bytes, 'a.pdf', { pdfPieces: 2000 })).toBe('too_large');
  });

  it('one cell in the far corner of a sheet', async () => {
    const rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await code(xlsx([{ name: 'A', rows }]), 'a.xlsx')).toBe('too_large');
  });
});

describe('hostile XML', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY x "ха"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>';

  it.each([
    ['a declared entity', docx('', { 'word/extra.xml': strToU8(laughs) }), 'unsafe_xml'],
    [
      'the same in UTF-16',
      docx('', {
        'word/extra.xml': new Uint8Array([
          0xff,
          0xfe,
          ...[...laughs].flatMap((s) => [s.charCodeAt(0) & 255, s.charCodeAt(0) >> 8]),
        ]),
      }),
      'unsafe_xml',
    ],
    ['in a workbook', xlsx([], { 'xl/sharedStrings.xml': strToU8(laughs) }), 'unsafe_xml'],
    [
      'nesting',
      docx('', { 'word/extra.xml': strToU8('<a>'.repeat(5000) + '</a>'.repeat(5000)) }),
      'too_deep',
    ],
    ['an unclosed element', docx('<w:p>'), 'broken'],
  ])('%s', async (_, bytes, expected) => {
    expect(await code(bytes)).toBe(expected);
  });

  it('too many elements', async () => {
    expect(await code(docx('<w:p/>'.repeat(2000)), 'a.docx', { elements: 1000 })).toBe('too_large');
  });

  it('HTML nested without end', async () => {
    expect(await code(strToU8('<div>'.repeat(100_000)), 'a.html')).toBe('too_deep');
  });
});

describe('names, locks and damage', () => {
  it.each(['../evil.xml', '/etc/a.xml', 'C:/a.xml', 'word\\..\\a.xml', 'word/../../a.xml'])(
    'name %s',
    async (name) => {
      expect(await code(renamed(good, name))).toBe('unsafe_name');
    },
  );

  it('locked archives and office files', async () => {
    expect(await code(tampered(good, 8, [1, 0]))).toBe('encrypted');
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    expect(await code(compound, 'a.doc')).toBe('unsupported');
    compound.set(
      [...'EncryptedPackage'].flatMap((s) => [s.charCodeAt(0), 0]),
      100,
    );
    expect(await code(compound)).toBe('encrypted');
    expect(await code(pdf([[{ text: 'a' }]], '/Encrypt 9 0 R'), 'a.pdf')).toBe('encrypted');
  });

  it('changed bytes do not match the check sum', async () => {
    const files = docxFiles(paragraph('слово'.repeat(50)));
    const stored = zipSync(files, { level: 0 });
    expect(await code(tampered(stored, 16, [1, 2, 3, 4]))).toBe('broken');
  });

  it.each([
    ['nothing', new Uint8Array(), 'a.txt', 'empty'],
    ['half a docx', good.subarray(0, good.length >> 1), 'a.docx', 'broken'],
    ['half a PDF', pdf([[{ text: 'abc' }]]).subarray(0, 300), 'a.pdf', 'broken'],
    ['an ordinary archive', zipSync({ 'a.txt': strToU8('a') }), 'a.docx', 'unsupported'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'a.md', 'unsupported'],
    ['text named docx', strToU8('просто текст'), 'a.docx', 'broken'],
    ['bytes named txt', Uint8Array.from({ length: 4000 }, (_, at) => (at * 89) % 256), 'a.txt', 'binary'],
    ['bytes named bsl', new Uint8Array(100), 'a.bsl', 'binary'],
    ['a line nobody wrote', new Uint8Array(10 * 1024 * 1024).fill(97), 'a.txt', 'line_too_long'],
    ['the same as Markdown', new Uint8Array(10 * 1024 * 1024).fill(97), 'a.md', 'line_too_long'],
  ])('%s', async (_, bytes, name, expected) => {
    expect(await code(bytes, name)).toBe(expected);
  });

  it('a file over the limit is not looked at', async () => {
    expect(await code(good, 'a.docx', { fileBytes: 100 })).toBe('too_large');
  });
});

describe('anything at all', () => {
  it('never throws on damaged office files and PDFs', async () => {
    const sources = [good, pdf([[{ text: 'Требование' }]]), xlsx([{ name: 'A', rows: [['a']] }])];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (which, changes) => {
          const copy = (sources[which] ?? good).slice();
          for (const [at, value] of changes) copy[at % copy.length] = value;
          const result = await readDocument(copy, 'a.docx');
          expect(typeof result.ok).toBe('boolean');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never throws on any bytes under any name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.csv', 'a', 'a.xlsx'),
        async (bytes, name) => {
          expect(typeof (await readDocument(bytes, name)).ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });
});
