import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ToolInput } from '#platform/server/modules';
import { metadataTools } from './metadata.ts';

let folder = '';
const schema =
  'xmlns="http://v8.1c.ru/8.3/MDClasses" xmlns:v8="http://v8.1c.ru/8.1/data/core" xmlns:cfg="http://v8.1c.ru/8.1/data/enterprise/current-config"';
const wrap = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<MetaDataObject ${schema}>\n${inner}\n</MetaDataObject>`;

const files = (kppType = 'xs:boolean'): Record<string, string> => ({
  'Configuration.xml': wrap(
    '<Configuration><Properties><Name>Проба</Name><UseManagedFormInOrdinaryApplication>true</UseManagedFormInOrdinaryApplication></Properties><ChildObjects><CommonModule>Обмен</CommonModule><Catalog>Партнеры</Catalog><Document>Заказ</Document><ScheduledJob>Загрузка</ScheduledJob></ChildObjects></Configuration>',
  ),
  'CommonModules/Обмен.xml': wrap(
    '<CommonModule><Properties><Name>Обмен</Name><Server>true</Server><ExternalConnection>true</ExternalConnection><ClientOrdinaryApplication>true</ClientOrdinaryApplication></Properties></CommonModule>',
  ),
  'CommonModules/Обмен/Ext/Module.bsl':
    'Процедура Загрузить()\n\tА = Справочники.Партнеры.НайтиПоКоду(1);\nКонецПроцедуры\n',
  'ScheduledJobs/Загрузка.xml': wrap(
    '<ScheduledJob><Properties><Name>Загрузка</Name><MethodName>CommonModule.Обмен.Загрузить</MethodName></Properties></ScheduledJob>',
  ),
  'Catalogs/Партнеры.xml': wrap(
    `<Catalog><Properties><Name>Партнеры</Name></Properties><ChildObjects><Attribute><Properties><Name>КПП</Name><Type><v8:Type>${kppType}</v8:Type></Type></Properties></Attribute></ChildObjects></Catalog>`,
  ),
  'Documents/Заказ.xml': wrap(
    '<Document><Properties><Name>Заказ</Name></Properties><ChildObjects><Attribute><Properties><Name>Партнер</Name><Type><v8:Type>cfg:CatalogRef.Партнеры</v8:Type></Type></Properties></Attribute></ChildObjects></Document>',
  ),
});

function write(name: string, contents: Record<string, string>): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function run(path: string, args: readonly string[], options: ToolInput['options'] = {}) {
  const out: string[] = [];
  const errors: string[] = [];
  const tool = metadataTools.find((one) => one.path === path);
  const code = await tool?.run({
    args,
    options: { format: 'text', language: 'ru', ...options },
    print: (line) => out.push(line),
    warn: (line) => errors.push(line),
    write: (text) => out.push(text),
    isTerminal: false,
    readInput: () => Promise.resolve(new Uint8Array()),
  });
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}

let root = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'metadata-'));
  root = write('cf', files());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the metadata commands', () => {
  test('summary counts, in text and as JSON', async () => {
    const text = await run('metadata summary', [root]);
    expect(text).toMatchObject({ code: 0, errors: '' });
    expect(text.out).toContain('Объектов: 4');
    const json = await run('metadata summary', [root], { format: 'json' });
    expect(JSON.parse(json.out)).toMatchObject({ objects: 4, configuration: { name: 'Проба' } });
  });

  test('a zip is read like a folder; a file that is no zip is bad input', async () => {
    const zip = join(folder, 'cf.zip');
    writeFileSync(
      zip,
      zipSync(Object.fromEntries(Object.entries(files()).map(([path, text]) => [path, strToU8(text)]))),
    );
    expect((await run('metadata summary', [zip], { language: 'en' })).out).toContain('Objects: 4');
    const wrong = join(folder, 'wrong.zip');
    writeFileSync(wrong, 'нет');
    expect(await run('metadata summary', [wrong])).toMatchObject({ code: 2, out: '' });
    expect(await run('metadata summary', [join(folder, 'missing')])).toMatchObject({ code: 2 });
    expect((await run('metadata summary', [write('empty', { 'a.txt': '' })])).errors).toContain(
      'нет описания конфигурации',
    );
  });

  test('impact follows types and code', async () => {
    const { code, out } = await run('metadata impact', [root, 'Справочник.Партнеры']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Справочник.Партнеры',
      '  ОбщийМодуль.Обмен',
      '    – используется в коде: CommonModules/Обмен/Ext/Module.bsl',
      '  Документ.Заказ',
      '    – тип: Документ.Заказ.Реквизит.Партнер',
      '    РегламентноеЗадание.Загрузка',
      '      – обработчик: Загрузить',
    ]);
    const wrong = await run('metadata impact', [root, 'Справочник.Партнер']);
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain('Справочник.Партнеры?');
    expect((await run('metadata impact', [root, 'Партнеры'], { depth: '0' })).code).toBe(2);
    const json = await run('metadata impact', [root, 'Партнеры', ''], { format: 'json', depth: '1' });
    expect(JSON.parse(json.out)).toMatchObject({ target: 'Catalog.Партнеры' });
  });

  test('check reads the methods of modules and fails on findings', async () => {
    const { code, out } = await run('metadata check', [root]);
    expect(code).toBe(1);
    expect(out).toContain(
      'ScheduledJobHandler: Регламентное задание «Загрузка»: метод «Обмен.Загрузить» не экспортный',
    );
    expect((await run('metadata check', [root], { only: 'ForbiddenMetadataName' })).code).toBe(0);
    expect((await run('metadata check', [root], { only: 'Nothing' })).code).toBe(2);
    const json = await run('metadata check', [root], { format: 'json' });
    expect(JSON.parse(json.out)).toMatchObject({
      findings: [{ key: 'ScheduledJobHandler' }],
      conflicts: [],
      faults: [],
    });
  });

  test('a broken file is told with its line and fails the check', async () => {
    const broken = write('broken', { ...files(), 'Catalogs/Партнеры.xml': '<MetaDataObject>\n<a' });
    const { code, errors } = await run('metadata check', [broken], { only: 'ForbiddenMetadataName' });
    expect(code).toBe(1);
    expect(errors).toContain('Catalogs/Партнеры.xml:2: Ошибка в XML');
  });

  test('a configuration of which nothing can be read is bad input', async () => {
    const broken = write('unreadable', { 'Configuration.xml': '<?xml version="1.0"?><MetaDataObject><Na' });
    const { code, errors, out } = await run('metadata summary', [broken]);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain('Configuration.xml:1: Ошибка в XML');
  });

  test('diff tells before and after', async () => {
    const after = write('after', files('xs:string'));
    const { code, out } = await run('metadata diff', [root, after]);
    expect(code).toBe(1);
    expect(out).toBe('~ Справочник.Партнеры\n    ~ Attribute.КПП: Boolean → String');
    expect(await run('metadata diff', [root, root])).toMatchObject({ code: 0, out: '' });
    expect(JSON.parse((await run('metadata diff', [root, after], { format: 'json' })).out)).toMatchObject({
      added: [],
    });
  });

  test('names finds what the configuration does not have', async () => {
    const file = join(folder, 'Module.bsl');
    writeFileSync(file, 'А = 1;\nБ = Справочники.Партнёр;\n');
    const { code, out } = await run('metadata names', [root, file]);
    expect(code).toBe(1);
    expect(out).toContain('Module.bsl:2:17: В конфигурации нет объекта «Справочники.Партнёр»');
    writeFileSync(file, 'Документ.Заказ.Партнер.КПП');
    expect((await run('metadata names', [root, file], { kind: 'query' })).code).toBe(0);
    expect((await run('metadata names', [root, join(folder, 'нет')])).code).toBe(2);
  });

  test('extensions are laid over the configuration', async () => {
    const extension = write('cfe', {
      'Configuration.xml': wrap(
        '<Configuration><Properties><ObjectBelonging>Adopted</ObjectBelonging><Name>Доработка</Name><ConfigurationExtensionPurpose>AddOn</ConfigurationExtensionPurpose></Properties><ChildObjects><Catalog>Нет</Catalog></ChildObjects></Configuration>',
      ),
      'Catalogs/Нет.xml': wrap(
        '<Catalog><Properties><ObjectBelonging>Adopted</ObjectBelonging><Name>Нет</Name></Properties></Catalog>',
      ),
    });
    const { code, out } = await run('metadata check', [root], {
      extensions: extension,
      only: 'ForbiddenMetadataName',
    });
    expect(code).toBe(1);
    expect(out).toContain('Расширение «Доработка» заимствует объект Справочник.Нет');
  });
});
