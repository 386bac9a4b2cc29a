import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Document, readDocument } from './index.ts';
import { docx, listItem, paragraph, table, xlsx } from './office.fixture.ts';
import { pdf } from './pdf.fixture.ts';

async function read(bytes: Uint8Array, name: string): Promise<Document> {
  const result = await readDocument(bytes, name);
  if (!result.ok) throw new Error(`${result.code}: ${result.message.en}`);
  return result.document;
}

describe('docx', () => {
  const body =
    paragraph('Требования', '1') +
    paragraph('Общая часть.') +
    paragraph('Отчёты', '2') +
    listItem('Первое') +
    listItem('Вложенное', 1) +
    table([
      ['№', 'Требование'],
      ['1', 'Система должна & может < это'],
    ]);

  it('reads headings by style, lists, tables and properties', async () => {
    const document = await read(docx(body), 'тз.docx');
    expect(document.kind).toBe('docx');
    expect(document.title).toBe('Задание');
    expect(document.metadata['author']).toBe('Отдел');
    expect(
      document.blocks.map((block) => [block.kind, block.level ?? 0, block.text, block.path.join('/')]),
    ).toEqual([
      ['heading', 1, 'Требования', ''],
      ['paragraph', 0, 'Общая часть.', 'Требования'],
      ['heading', 2, 'Отчёты', 'Требования'],
      ['list-item', 1, 'Первое', 'Требования/Отчёты'],
      ['list-item', 2, 'Вложенное', 'Требования/Отчёты'],
      ['table-row', 0, '№ | Требование', 'Требования/Отчёты'],
      ['table-row', 0, '1 | Система должна & может < это', 'Требования/Отчёты'],
    ]);
    expect(document.blocks.at(-1)?.cells).toEqual(['1', 'Система должна & может < это']);
  });

  it('is known by its content, whatever its name', async () => {
    const document = await read(docx(paragraph('Текст')), 'тз.txt');
    expect(document.kind).toBe('docx');
    expect(document.warnings.map((warning) => warning.code)).toEqual(['type_differs']);
  });

  it('leaves an embedded workbook closed and says so', async () => {
    const inside = xlsx([{ name: 'A', rows: [['секрет']] }]);
    const document = await read(docx(paragraph('Текст'), { 'word/embeddings/a.xlsx': inside }), 'a.docx');
    expect(document.warnings.map((warning) => warning.code)).toEqual(['embedded_skipped']);
    expect(document.blocks).toHaveLength(1);
  });
});

describe('xlsx', () => {
  it('reads each sheet under its name with the rows where they stand', async () => {
    const bytes = xlsx([
      { name: 'Требования', rows: [['Код', 'Текст'], ['ФТ-1', 'Считать НДС'], [], ['ФТ-2', 42]] },
      { name: 'Пусто', rows: [] },
    ]);
    const document = await read(bytes, 'a.xlsx');
    expect(document.blocks.map((block) => [block.kind, block.page, block.line, block.text])).toEqual([
      ['heading', 1, undefined, 'Требования'],
      ['table-row', 1, 1, 'Код | Текст'],
      ['table-row', 1, 2, 'ФТ-1 | Считать НДС'],
      ['table-row', 1, 4, 'ФТ-2 | 42'],
      ['heading', 2, undefined, 'Пусто'],
    ]);
    expect(document.metadata['sheets']).toBe('2');
  });
});

describe('pdf', () => {
  const pages = [
    [
      { text: 'Техническое задание', size: 18 },
      { text: 'Система должна рассчитывать налог на добав-', above: 20 },
      { text: 'ленную стоимость за 2 секунды.' },
      { text: '1) Отчёт о продажах', above: 14 },
      { text: '2) Отчёт об остатках' },
    ],
    [{ text: 'Вторая страница — про обмен данными.' }],
  ];

  it('reads Russian text by pages, with headings, items and words joined over line ends', async () => {
    const document = await read(pdf(pages), 'тз.pdf');
    expect(document.metadata['pages']).toBe('2');
    expect(document.blocks.map((block) => [block.kind, block.page, block.text])).toEqual([
      ['heading', 1, 'Техническое задание'],
      ['paragraph', 1, 'Система должна рассчитывать налог на добавленную стоимость за 2 секунды.'],
      ['list-item', 1, '1) Отчёт о продажах'],
      ['list-item', 1, '2) Отчёт об остатках'],
      ['paragraph', 2, 'Вторая страница — про обмен данными.'],
    ]);
  });

  it('drops heads and page numbers that run through the pages', async () => {
    const running = [1, 2, 3, 4].map((page) => [
      { text: 'ООО «Пример»' },
      { text: `Мысль номер ${'абвг'[page - 1]}.`, above: 30 },
      { text: `Стр. ${page} из 4`, above: 60 },
    ]);
    const document = await read(pdf(running), 'a.pdf');
    expect(document.blocks.map((block) => block.text)).toEqual([
      'Мысль номер а.',
      'Мысль номер б.',
      'Мысль номер в.',
      'Мысль номер г.',
    ]);
  });

  it('warns when there is no text layer', async () => {
    const document = await read(pdf([[]]), 'scan.pdf');
    expect(document.warnings.map((warning) => warning.code)).toEqual(['no_text']);
  });
});

describe('text', () => {
  const win1251 = Uint8Array.from([...'Система должна работать. Отчёт готов.'], (letter) => {
    const code = letter.codePointAt(0) ?? 32;
    if (code === 0x451) return 0xb8;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
  const phrase = 'система должна работать, отчёт готов';
  const koi8 = Uint8Array.from([...phrase.replace('ё', 'е')], (letter) => {
    const at = 'юабцдефгхийклмнопярстужвьызшэщчъ'.indexOf(letter);
    return at < 0 ? letter.charCodeAt(0) : 0xc0 + at;
  });
  const dos = Uint8Array.from([...phrase.replace('ё', 'е')], (letter) => {
    const code = letter.charCodeAt(0);
    return code < 128 ? code : code < 0x440 ? code - 0x430 + 0xa0 : code - 0x440 + 0xe0;
  });
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...'Счёт № 1'].flatMap((s) => [s.charCodeAt(0) & 255, s.charCodeAt(0) >> 8]),
  ]);

  it.each([
    ['utf-8', strToU8('Отчёт'), 'Отчёт'],
    ['utf-8', strToU8('\ufeffОтчёт'), 'Отчёт'],
    ['utf-16le', utf16, 'Счёт № 1'],
    ['windows-1251', win1251, 'Система должна работать. Отчёт готов.'],
    ['koi8-r', koi8, 'система должна работать, отчет готов'],
    ['ibm866', dos, 'система должна работать, отчет готов'],
  ])('reads %s', async (encoding, bytes, text) => {
    const document = await read(bytes, 'a.txt');
    expect(document.metadata['encoding']).toBe(encoding);
    expect(document.blocks.map((block) => block.text)).toEqual([text]);
  });

  it('finds headings, paragraphs and items of plain text', async () => {
    const document = await read(
      strToU8('1. Общие сведения\n\nПервый\nабзац.\n\n- один\n- два\n  далее\n\n1.1 Цели\n\nТекст'),
      'a.txt',
    );
    expect(
      document.blocks.map((block) => [block.kind, block.line, block.text, block.path.join('/')]),
    ).toEqual([
      ['heading', 1, '1. Общие сведения', ''],
      ['paragraph', 3, 'Первый\nабзац.', '1. Общие сведения'],
      ['list-item', 6, '- один', '1. Общие сведения'],
      ['list-item', 7, '- два\nдалее', '1. Общие сведения'],
      ['heading', 10, '1.1 Цели', '1. Общие сведения'],
      ['paragraph', 12, 'Текст', '1. Общие сведения/1.1 Цели'],
    ]);
  });

  it('reads Markdown with lines, tables and code', async () => {
    const source =
      '# Тема\n\nТекст **важный** и [ссылка](http://a/b).\n\n- пункт\n  1. вложен\n\n```bsl\nА = 1;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nПодзаголовок\n---\n';
    const document = await read(strToU8(source), 'a.md');
    expect(document.blocks.map((block) => [block.kind, block.line, block.text])).toEqual([
      ['heading', 1, 'Тема'],
      ['paragraph', 3, 'Текст важный и ссылка.'],
      ['list-item', 5, 'пункт'],
      ['list-item', 6, '1. вложен'],
      ['code', 9, 'А = 1;'],
      ['table-row', 12, 'a | b'],
      ['table-row', 14, '1 | 2'],
      ['heading', 16, 'Подзаголовок'],
    ]);
  });

  it('reads HTML without its scripts', async () => {
    const source =
      '<!doctype html><title>Имя</title>\n<script>alert(1)</script><h1>Тема</h1>\n<p>Один<br>два <b>три</b></p>\n<ul><li>a<ul><li>b</li></ul></li></ul><table><tr><td>x</td><td>y</td></tr></table><pre>c\n d</pre>';
    const document = await read(strToU8(source), 'a.html');
    expect(document.title).toBe('Имя');
    expect(document.blocks.map((block) => [block.kind, block.level ?? 0, block.line, block.text])).toEqual([
      ['heading', 1, 2, 'Тема'],
      ['paragraph', 0, 3, 'Один\nдва три'],
      ['list-item', 1, 4, 'a'],
      ['list-item', 2, 4, 'b'],
      ['table-row', 0, 4, 'x | y'],
      ['code', 0, 4, 'c\n d'],
    ]);
  });

  it('reads CSV with quotes and either separator', async () => {
    const document = await read(strToU8('Код;Текст\n1;"а; ""б""\nв"\n'), 'a.csv');
    expect(document.blocks.map((block) => [block.line, block.cells])).toEqual([
      [1, ['Код', 'Текст']],
      [2, ['1', 'а; "б"\nв']],
    ]);
  });

  it.each(['a.bsl', 'a.os', 'a.xml'])('keeps %s as it is', async (name) => {
    const document = await read(strToU8('<!DOCTYPE a>\n\tА = 1;\n'), name);
    expect(document.blocks).toEqual([{ kind: 'code', text: '<!DOCTYPE a>\n\tА = 1;', line: 1, path: [] }]);
  });

  it('a compressed page is not mistaken for text', async () => {
    const result = await readDocument(zlibSync(new Uint8Array(5000).fill(7)), 'a.txt');
    expect(result.ok ? 'read' : result.code).toBe('binary');
  });
});
