import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultXmlLimits, parseXml } from './parse-xml.ts';
import { child, leafTexts, qualifiedText } from './xml-node.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const v8 = 'http://v8.1c.ru/8.1/data/core';

function parsed(text: string) {
  const result = parseXml(bytes(text));
  if (!result.ok) throw new Error(`${result.code} ${result.line} ${result.detail}`);
  return result.root;
}

describe('reading XML', () => {
  test('prefixes are only a spelling: the namespace and the local name count', () => {
    const one = parsed(`<a xmlns:v8="${v8}"><v8:Type>x</v8:Type></a>`);
    const two = parsed(`<a xmlns:d5p1="${v8}"><d5p1:Type>x</d5p1:Type></a>`);
    const names = [one, two].map((root) => root.children.map((node) => [node.name, node.uri, node.text]));
    expect(names).toEqual([[['Type', v8, 'x']], [['Type', v8, 'x']]]);
  });

  test('a name inside a text is resolved with the prefixes in scope there', () => {
    const root = parsed(
      '<a><t xmlns:d4p1="http://v8.1c.ru/8.1/data/enterprise/current-config">d4p1:CatalogRef.Валюты</t></a>',
    );
    const node = root.children[0];
    expect(node && qualifiedText(node)).toEqual({
      uri: 'http://v8.1c.ru/8.1/data/enterprise/current-config',
      local: 'CatalogRef.Валюты',
    });
  });

  test('elements of foreign namespaces are left out with all inside', () => {
    const root = parsed('<a><x:b xmlns:x="urn:else"><c>1</c></x:b><c>2</c></a>');
    expect(leafTexts(root)).toEqual(['2']);
  });

  test('text, CDATA and entities make one text; a byte order mark is no text', () => {
    expect(child(parsed('\uFEFF<a><b> 1 &lt; <![CDATA[<2>]]>\n</b></a>'), 'B')?.text).toBe('1 < <2>');
  });

  test('skipped elements cost nothing further in', () => {
    const result = parseXml(bytes('<a><skip><b/></skip><c/></a>'), defaultXmlLimits, new Set(['skip']));
    expect(result.ok && result.root.children.map((node) => node.name)).toEqual(['c']);
  });

  test.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>', 'doctype_refused', 0],
    ['an outside DTD', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', 'doctype_refused', 0],
    ['an unclosed element', '<a>\n<b>\n</a>', 'broken_xml', 2],
    ['an unknown entity', '<a>\n&nothing;</a>', 'broken_xml', 1],
    ['an unbound prefix', '<a><x:b/></a>', 'broken_xml', 0],
    ['nothing', '', 'broken_xml', 0],
    ['no XML', 'Процедура А()', 'broken_xml', 0],
    ['a cut-off file', '<a><b>', 'broken_xml', 0],
  ])('%s is refused with a code and a line', (_, text, code, line) => {
    const result = parseXml(bytes(text));
    expect(result).toMatchObject({ ok: false, code, line });
  });

  test('bytes that are no UTF-8, too deep, too long and too many are refused', () => {
    const limits = { bytes: 1000, depth: 5, elements: 20 };
    const code = (content: Uint8Array) => {
      const result = parseXml(content, limits);
      return result.ok ? 'ok' : result.code;
    };
    expect(code(new Uint8Array([0xff, 0xfe, 0x00, 0x3c]))).toBe('not_text');
    expect(code(bytes(`${'<a>'.repeat(6)}${'</a>'.repeat(6)}`))).toBe('too_deep');
    expect(code(bytes(`<a>${'<b/>'.repeat(20)}</a>`))).toBe('too_many_elements');
    expect(code(bytes(`<a>${' '.repeat(1000)}</a>`))).toBe('too_big');
    expect(code(bytes('<a><b/></a>'))).toBe('ok');
  });

  test('whatever the bytes, there is an answer', () => {
    const piece = fc.constantFrom(
      '<a',
      '>',
      '</a>',
      ' x="',
      '"',
      '<![CDATA[',
      ']]>',
      '<?',
      '&#',
      ';',
      'а',
      '\n',
      'xmlns:p="u"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.array(piece).map((all) => bytes(all.join(''))),
        ),
        (content) => {
          const result = parseXml(content);
          return result.ok || result.line >= 0;
        },
      ),
    );
  });
});
