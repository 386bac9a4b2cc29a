import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designerFiles } from '../fixtures/designer.fixture.ts';
import { graphFrom, graphOf } from '../fixtures/graphs.fixture.ts';
import { trade } from '../fixtures/trade.fixture.ts';
import { treeFromFiles } from '../tree/file-tree.ts';
import { readMetadata } from './read-metadata.ts';

describe('bad exports', () => {
  test('no configuration at all is refused', () => {
    const result = readMetadata(treeFromFiles(new Map([['readme.txt', 'hello']])));
    expect(result).toMatchObject({ ok: false, fault: { code: 'no_configuration' } });
  });

  test('one broken file is one fault; everything else is read', () => {
    const files = designerFiles(trade);
    files.set('Catalogs/Товары.xml', '<MetaDataObject>\n<Catalog>');
    files.set(
      'Catalogs/Договоры.xml',
      '<MetaDataObject xmlns="http://v8.1c.ru/8.3/MDClasses"><Document/></MetaDataObject>',
    );
    files.set('Catalogs/Партнеры/Forms/ФормаЭлемента/Ext/Form.xml', '\0\0binary');
    files.set('Roles/Кладовщик/Ext/Rights.xml', '<!DOCTYPE r><Rights/>');
    const graph = graphOf(treeFromFiles(files));
    expect(graph.faults.map((one) => [one.code, one.file, one.line])).toEqual([
      ['wrong_root', 'Catalogs/Договоры.xml', 0],
      ['broken_xml', 'Catalogs/Партнеры/Forms/ФормаЭлемента/Ext/Form.xml', 0],
      ['broken_xml', 'Catalogs/Товары.xml', 1],
      ['doctype_refused', 'Roles/Кладовщик/Ext/Rights.xml', 0],
    ]);
    expect(graph.objects.length).toBe(24);
  });

  test('a broken description of the configuration still leaves its objects', () => {
    const files = designerFiles(trade);
    files.set('Configuration.xml', '<MetaDataObject>');
    const graph = graphOf(treeFromFiles(files));
    expect(graph.faults.map((one) => one.code)).toEqual(['broken_xml']);
    expect(graph.objects.length).toBe(26);
  });

  test('files that are listed but missing, and the other way round, are told', () => {
    const files = designerFiles(trade);
    files.delete('Catalogs/Товары.xml');
    files.set(
      'Catalogs/Лишний.xml',
      files.get('Catalogs/Договоры.xml')?.replaceAll('Договоры', 'Лишний') ?? '',
    );
    const graph = graphOf(treeFromFiles(files));
    expect(graph.faults.map((one) => [one.code, one.message.en.split(': ')[1]])).toEqual([
      ['missing_file', 'Catalog.Товары'],
      ['not_listed', 'Catalog.Лишний'],
    ]);
  });

  test('a file that cannot be read is a fault', () => {
    const tree = treeFromFiles(designerFiles(trade));
    const graph = graphOf({
      paths: tree.paths,
      read: (path) => {
        if (path === 'Enums/ВидыКонтактов.xml') throw new Error('denied');
        return tree.read(path);
      },
    });
    expect(graph.faults).toMatchObject([{ code: 'unreadable', file: 'Enums/ВидыКонтактов.xml' }]);
  });

  test('unknown elements are ignored', () => {
    const files = designerFiles(trade);
    const path = 'Catalogs/Товары.xml';
    files.set(path, files.get(path)?.replace('<Properties>', '<Properties><Новое><a/></Новое>') ?? '');
    expect(graphOf(treeFromFiles(files)).faults).toEqual([]);
  });

  test('a text of ten million letters where a name could be', () => {
    const files = designerFiles(trade);
    const path = 'Catalogs/Товары.xml';
    const long = `<Comment>${'A'.repeat(10_000_000)}</Comment>`;
    files.set(path, files.get(path)?.replace('<Comment/>', long) ?? '');
    expect(graphOf(treeFromFiles(files)).faults).toEqual([]);
  });

  test('defined types that go round in a circle end', () => {
    const loop = (name: string, type: string) => ({ kind: 'DefinedType' as const, name, type });
    const graph = graphFrom({
      name: 'Круг',
      objects: [
        loop('А', 'DefinedType.Б'),
        loop('Б', 'DefinedType.А|String(5)'),
        { kind: 'Constant', name: 'К', type: 'DefinedType.А' },
      ],
    });
    expect(graph.objects.length).toBe(4);
  });

  test('any damage to any file leaves an answer', () => {
    const files = [...designerFiles(trade)];
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.nat(), fc.string({ maxLength: 10 }), (which, at, garbage) => {
        const copy = new Map(files);
        const [path, text] = files[which] ?? ['', ''];
        const place = text.length === 0 ? 0 : at % text.length;
        copy.set(path, text.slice(0, place) + garbage + text.slice(place + 3));
        return readMetadata(treeFromFiles(copy)).ok;
      }),
      { numRuns: 40 },
    );
  });
});
