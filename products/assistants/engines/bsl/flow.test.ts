import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FlowBlock,
  type FlowGraph,
  flowOf,
  nodesOf,
  parseModule,
  reachable,
  stepsOf,
  textOf,
} from './index.ts';

/** Edges as text: a block is named by its first statement, a decision by its kind. */
function edges(source: string): readonly string[] {
  const tree = parseModule(source);
  const [method] = nodesOf(tree.module, 'method');
  const graph = flowOf(tree, method ?? tree.module);
  const nameOf = (block: FlowBlock): string => {
    const [first] = block.statements;
    if (first !== undefined) return textOf(tree, first);
    return block.kind === 'block' ? '·' : block.kind;
  };
  return graph.blocks.flatMap((block) =>
    graph.outgoing(block).map(({ to, kind }) => `${nameOf(block)} ${kind} ${nameOf(to)}`),
  );
}

function graphOf(source: string): FlowGraph {
  const tree = parseModule(source);
  return flowOf(tree, tree.module);
}

describe('control flow', () => {
  it.each([
    ['nothing', '', ['entry next exit']],
    ['a line', 'А(); Б = 1;', ['entry next А()', 'А() next exit']],
    [
      'If',
      'Если У Тогда А(); КонецЕсли; Б();',
      ['entry next if', 'if true А()', 'if false Б()', 'А() next Б()', 'Б() next exit'],
    ],
    [
      'ElsIf and Else',
      'Если У Тогда А(); ИначеЕсли Ф Тогда Б(); Иначе В(); КонецЕсли;',
      [
        'entry next if',
        'if true А()',
        'if false if',
        'if true Б()',
        'if false В()',
        'А() next exit',
        'Б() next exit',
        'В() next exit',
      ],
    ],
    [
      'a loop',
      'Пока У Цикл А(); КонецЦикла;',
      ['entry next loop', 'loop true А()', 'loop false exit', 'А() again loop'],
    ],
    [
      'leaving a loop',
      'Для Сч = 1 По 2 Цикл Если У Тогда Прервать; КонецЕсли; Продолжить; КонецЦикла; Б();',
      [
        'entry next loop',
        'loop true if',
        'loop false Б()',
        'Прервать next Б()',
        'if true Прервать',
        'if false Продолжить',
        'Продолжить next loop',
        'Б() next exit',
        '· again loop',
      ],
    ],
    [
      'an attempt',
      'Попытка А(); ВызватьИсключение; Исключение Б(); КонецПопытки;',
      // What stands after the raise in the attempt is empty and led to by nobody.
      ['entry next try', 'try false Б()', 'try true А()', 'А() next Б()', 'Б() next exit', '· next exit'],
    ],
    [
      'a label',
      'А(); Перейти ~М; Б(); ~М: В();',
      ['entry next А()', 'А() next label', 'label next В()', 'Б() next label', 'В() next exit'],
    ],
    [
      'both sides of a condition of the preprocessor',
      'А();\n#Если Сервер Тогда\nБ();\n#Иначе\nВ();\n#КонецЕсли\n',
      [
        'entry next А()',
        'А() next directive',
        'directive true Б()',
        'directive false В()',
        'Б() next exit',
        'В() next exit',
      ],
    ],
  ])('%s', (_, source, expected) => {
    expect([...edges(source)].sort()).toEqual([...expected].sort());
  });

  it('knows what no way leads to', () => {
    const graph = graphOf('Возврат; А(); Если У Тогда Б(); КонецЕсли;');
    const seen = reachable(graph);
    const dead = graph.blocks.filter((block) => !seen.has(block));
    expect(dead.length).toBeGreaterThan(1);
    expect(seen.has(graph.exit)).toBe(true);
    expect(reachable(graphOf('А(); Пока У Цикл Прервать; КонецЦикла;')).size).toBe(5);
  });

  it('says when a condition begins in one block and ends in another', () => {
    expect(graphOf('Если У Тогда\n#Если Сервер Тогда\nИначе\n#КонецЕсли\nКонецЕсли;').isPartial).toBe(true);
    expect(graphOf('Если У Тогда\n#Если Сервер Тогда\n#КонецЕсли\nКонецЕсли;').isPartial).toBe(false);
  });

  const part: fc.Arbitrary<string> = fc.letrec<{ part: string; list: string }>((tie) => ({
    list: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('\n')),
    part: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        'А();',
        'Б = 1;',
        'Возврат;',
        'ВызватьИсключение;',
        'Прервать;',
        'Продолжить;',
        '~М:',
        'Перейти ~М;',
      ),
      fc
        .tuple(tie('list'), tie('list'))
        .map(([one, other]) => `Если У Тогда ${one} Иначе ${other} КонецЕсли;`),
      tie('list').map((body) => `Пока У Цикл ${body} КонецЦикла;`),
      fc
        .tuple(tie('list'), tie('list'))
        .map(([one, other]) => `Попытка ${one} Исключение ${other} КонецПопытки;`),
      tie('list').map((body) => `\n#Если Сервер Тогда\n${body}\n#КонецЕсли\n`),
    ),
  })).list;

  it('has every simple statement in one block, and edges both ends know', () => {
    fc.assert(
      fc.property(part, (source) => {
        const tree = parseModule(source);
        const graph = flowOf(tree, tree.module);
        const held = graph.blocks.flatMap(({ statements }) => statements);
        const kinds = [
          'callStatement',
          'assignment',
          'return',
          'raise',
          'break',
          'continue',
          'goto',
        ] as const;
        const simple = kinds.flatMap((kind) => nodesOf(tree.module, kind));
        expect(new Set(held)).toEqual(new Set(simple));
        expect(held.length).toBe(simple.length);
        for (const block of graph.blocks)
          for (const edge of graph.outgoing(block)) expect(graph.incoming(edge.to)).toContain(edge);
        expect(graph.incoming(graph.entry)).toEqual([]);
        expect(graph.outgoing(graph.exit)).toEqual([]);
      }),
    );
  });
});

describe('steps', () => {
  it('stand in the order of the source, preprocessor lines among them', () => {
    const source =
      '#Область Р\nА = 1;\n#КонецОбласти\nПроцедура П()\n\tПерем Б;\n\t#Если Сервер Тогда\n\t~М: В();\n\t#КонецЕсли\nКонецПроцедуры\n#Область С\nГ();\n#КонецОбласти';
    const tree = parseModule(source);
    const steps = stepsOf(tree);
    const texts = (list: typeof steps.after): readonly string[] =>
      list.steps.map(({ start, end }) => source.slice(start, end));
    const [block] = nodesOf(tree.module, 'block');
    expect(texts(steps.before)).toEqual(['А = 1;', '#КонецОбласти']);
    expect(block === undefined ? [] : texts(steps.ofBlock.get(block) ?? steps.after)).toEqual([
      '#Если Сервер Тогда',
      '~М: В();',
      '#КонецЕсли',
    ]);
    expect(texts(steps.after)).toEqual(['#Область С', 'Г();', '#КонецОбласти']);
    expect(steps.between).toEqual([]);
  });

  it('of a module without methods come after its first lines', () => {
    const tree = parseModule('#Если Сервер Тогда\nА();\n#КонецЕсли');
    const { before, after, directiveBeforeBody } = stepsOf(tree);
    expect(before.steps).toEqual([]);
    expect(after.steps.map(({ directive }) => directive?.kind)).toEqual([undefined, 'endIf']);
    expect(directiveBeforeBody?.kind).toBe('if');
  });
});
