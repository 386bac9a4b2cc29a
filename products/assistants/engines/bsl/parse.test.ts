import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenOf, type Node, nodesOf, parseModule, type SyntaxTree, spanOf, T, textOf } from './index.ts';
import { sampleModule } from './sample.fixture.ts';

const sample = sampleModule;

/** Every character is in exactly one token, comment, preprocessor line or deleted stretch, or is white space. */
function expectWhole(tree: SyntaxTree): void {
  const spans = [...tree.comments, ...tree.directives, ...tree.deleted, ...tree.strays];
  for (let token = 0; token < tree.tokens.count; token += 1)
    spans.push({ start: tree.tokens.start(token), end: tree.tokens.end(token) } as never);
  spans.sort((left, right) => left.start - right.start || left.end - right.end);
  let at = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(tree.source.slice(at, start).replaceAll(/[\s\u200b\ufeff]/g, '')).toBe('');
    at = end;
  }
  expect(at).toBe(tree.source.length);
}

/** Children lie inside their parents, in order, and know them. */
function expectNested(tree: SyntaxTree): void {
  const open: Node[] = [tree.module];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    let at = spanOf(tree, node).start;
    for (const child of childrenOf(node)) {
      expect(child.parent).toBe(node);
      const span = spanOf(tree, child);
      if (child.last >= child.first) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(span.end).toBeLessThanOrEqual(spanOf(tree, node).end);
        at = span.end;
      }
      open.push(child);
    }
  }
}

describe('the parser', () => {
  it('reads every construct of the language without an error', () => {
    const tree = parseModule(sample);
    expect(tree.errors.map(({ code, start }) => [code, tree.lines.positionAt(start)])).toEqual([]);
    expectWhole(tree);
    expectNested(tree);
    const kinds = new Set<string>();
    const open: Node[] = [tree.module];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      kinds.add(node.kind);
      open.push(...childrenOf(node));
    }
    expect([...kinds].sort()).toMatchSnapshot();
  });

  it.each([
    ['А = Не Б = В И Г', '((not (Б = В)) and Г)'],
    ['А = 1 + 2 * -3 - 4', '((1 + (2 * (-3))) - 4)'],
    ['А = Б Или В И Не Г', '(Б or (В and (not Г)))'],
    ['А = Б = В <> Г', '((Б = В) <> Г)'],
    ['А = Ф(1, , 2)[0].П.М()', 'Ф(1,,2)[0].П.М()'],
    ['А = ?(Б, Новый Т, Новый("Т", 1))', '?(Б,new Т,new (“Т”,1))'],
  ])('%s', (code, shape) => {
    const tree = parseModule(code);
    expect(tree.errors).toEqual([]);
    const [assignment] = nodesOf(tree.module, 'assignment');
    expect(assignment && shapeOf(tree, assignment.value)).toBe(shape);
  });

  it.each([
    ['Если А Тогда Б();', 'endIf'],
    ['Процедура А() Б(); Процедура В() КонецПроцедуры', 'endProcedure'],
    ['А = ;', 'expression'],
    ['А = (1;', 'closeParen'],
    ['А.', 'member'],
    ['А', 'statement'],
    ['А = 1 Б = 2', 'semicolon'],
    ['КонецЕсли;', 'unexpected'],
    ['А = "не закрыта', 'string'],
    ["А = '2024", 'date'],
    ['Процедура А(Б = В) КонецПроцедуры', 'constant'],
    [`А = ${'('.repeat(1_000)}`, 'tooDeep'],
    [`А = ${'1 + '.repeat(10_000)}1`, 'tooDeep'],
    ['Если А Тогда '.repeat(2_000), 'tooDeep'],
  ])('names the fault of %.40s', (code, fault) => {
    expect(parseModule(code).errors.map(({ code: found }) => found)).toContain(fault);
  });

  it('goes on with a chain on the next line, where keywords are names, too', () => {
    const tree = parseModule('А = Запрос.\n\tВыполнить(). Если\n\t.Для[1].\n\n\tКонецПроцедуры;');
    expect(tree.errors).toEqual([]);
    expect(nodesOf(tree.module, 'member')).toHaveLength(4);
  });

  it.each([
    'А.',
    'А.;',
    'А.// хвост\nЕсли Б Тогда КонецЕсли',
    'А.\n#Область О\n#КонецОбласти\nЕсли Б Тогда КонецЕсли',
  ])('tells of the name that lacks in %j', (code) => {
    const tree = parseModule(`Б = ${code}`);
    expect(tree.errors.map((error) => error.code)).toContain('member');
    expect(nodesOf(tree.module, 'if')).toHaveLength(code.includes('Если') ? 1 : 0);
  });

  it('takes keywords after a dot for names, and Ждать for a name outside asynchronous methods', () => {
    const tree = parseModule('Запрос.Выполнить().Если.Для(); Ждать = 1;');
    expect(tree.errors).toEqual([]);
  });

  it('takes annotated variables of a method, and several arguments of Выполнить', () => {
    const tree = parseModule(
      'Процедура А()\n&НаСервере\n&Своя(Б = (1))\nПерем В;\nВыполнить(В, , 2);\nВыполнить(В) + В;\nКонецПроцедуры',
    );
    expect(tree.errors).toEqual([]);
    expectNested(tree);
    expect(nodesOf(tree.module, 'variableDeclaration').map(({ annotations }) => annotations.length)).toEqual([
      2,
    ]);
    expect(nodesOf(tree.module, 'execute').map(({ args }) => args?.values.length)).toEqual([3, undefined]);
  });

  it('passes over characters that the language does not know', () => {
    const tree = parseModule('“А” = {Б} + $В; – №');
    expect(tree.errors).toEqual([]);
    expect(tree.strays.map(({ start, end }) => tree.source.slice(start, end)).join('')).toBe('“”{}$–№');
  });

  it('goes on with the parameters after one without a name', () => {
    const [method] = nodesOf(parseModule('Процедура А(Б, , В) Экспорт КонецПроцедуры').module, 'method');
    expect(method?.parameters.map(({ name }) => name >= 0)).toEqual([true, false, true]);
    expect(method?.exportKeyword).toBeGreaterThan(0);
  });

  it('reads methods after faults in the ones before', () => {
    const tree = parseModule('Процедура А(\n Б = ((; \nЕсли\nФункция В() Возврат 1; КонецФункции');
    expect(nodesOf(tree.module, 'method').map((node) => tree.tokens.text(node.name))).toEqual(['А', 'В']);
  });

  it('never throws, loses no text and nests its nodes on damaged code', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...Array.from({ length: 60 }, (_, at) => sample.slice(at * 31, at * 31 + 47))),
        fc.constantFrom(
          '"',
          "'",
          '(',
          ')',
          '|',
          '#',
          '&',
          '~',
          ';',
          '.',
          ',',
          '\r\n',
          'КонецЕсли',
          'Асинх ',
          '#Удаление\n',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const tree = parseModule(parts.join(''));
        expectWhole(tree);
        expectNested(tree);
        expect(tree.tokens.kind(tree.tokens.count - 1)).toBe(T.EndOfFile);
      }),
      { numRuns: 300 },
    );
  });
});

function shapeOf(tree: SyntaxTree, node: Node): string {
  const inner = (child: Node | undefined): string => (child === undefined ? '' : shapeOf(tree, child));
  switch (node.kind) {
    case 'binary': {
      const operator = tree.tokens.text(node.operatorToken);
      const sign = node.operator === T.And ? 'and' : node.operator === T.Or ? 'or' : operator;
      return `(${inner(node.left)} ${sign} ${inner(node.right)})`;
    }
    case 'unary':
      return node.operator === T.Not ? `(not ${inner(node.operand)})` : `(-${inner(node.operand)})`;
    case 'call':
      return `${inner(node.callee)}${inner(node.args)}`;
    case 'arguments':
      return `(${node.values.map(inner).join(',')})`;
    case 'member':
      return `${inner(node.object)}.${tree.tokens.text(node.name)}`;
    case 'index':
      return `${inner(node.object)}[${inner(node.index)}]`;
    case 'ternary':
      return `?(${inner(node.condition)},${inner(node.whenTrue)},${inner(node.whenFalse)})`;
    case 'new':
      return `new ${node.typeName < 0 ? '' : tree.tokens.text(node.typeName)}${inner(node.args)}`;
    case 'string':
      return textOf(tree, node).replace(/^"/, '“').replace(/"$/, '”');
    default:
      return textOf(tree, node);
  }
}
