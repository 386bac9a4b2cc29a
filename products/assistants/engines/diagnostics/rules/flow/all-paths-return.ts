import {
  type FlowBlock,
  type FlowGraph,
  flowOf,
  type Node,
  nodesOf,
  type Span,
  T,
} from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';

export const allFunctionPathMustHaveReturn = defineRule({
  key: 'AllFunctionPathMustHaveReturn',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  title: {
    ru: 'Не каждый путь функции кончается возвратом',
    en: 'Not every way through a function ends with a return',
  },
  message: {
    ru: 'Добавьте «Возврат» на всех путях: сейчас функция может вернуть Неопределено',
    en: 'Add Return on every way: the function may return Undefined now',
  },
  defaults: { loopsExecutedAtLeastOnce: true, ignoreMissingElseOnExit: false },
  create: ({ tree, parameters: { loopsExecutedAtLeastOnce, ignoreMissingElseOnExit }, reportTokens }) => {
    /** What runs last before the function is left without a return; undefined when that is fine. */
    function leak(block: FlowBlock, graph: FlowGraph): Span | undefined {
      switch (block.kind) {
        case 'block': {
          const last = block.statements.at(-1);
          if (last === undefined || returnsOrRaises(last)) return undefined;
          return spanOf(block.statements[0] ?? last);
        }
        case 'loop': {
          const loop = block.node;
          if (loopsExecutedAtLeastOnce || loop === undefined) return undefined;
          const { kind, first } = loop.kind === 'while' ? loop.condition : loop;
          const isEndless = loop.kind === 'while' && kind === 'boolean' && tree.tokens.kind(first) === T.True;
          return isEndless ? undefined : spanOf(loop);
        }
        case 'if': {
          const branch = block.node;
          if (branch?.kind !== 'ifBranch' || branch.parent?.kind !== 'if' || ignoreMissingElseOnExit)
            return undefined;
          const isOther = branch.parent.branches[0] !== branch;
          const leaves = graph.outgoing(block).some(({ to, kind }) => to === graph.exit && kind === 'false');
          return isOther && leaves ? spanOf(branch.parent) : undefined;
        }
        case 'directive':
          return block.directive;
        case 'try':
          return block.node === undefined ? undefined : spanOf(block.node);
        default:
          return undefined;
      }
    }
    const spanOf = ({ first, last }: Node): Span => ({
      start: tree.tokens.start(first),
      end: tree.tokens.end(last),
    });
    return {
      enter: {
        method(node) {
          if (!node.isFunction || node.endKeyword < 0 || node.name < 0) return;
          if (nodesOf(node.body, 'return').length === 0) return;
          const graph = flowOf(tree, node);
          if (graph.isPartial) return;
          const leaks = graph
            .incoming(graph.exit)
            .map(({ from }) => leak(from, graph))
            .filter((place) => place !== undefined);
          if (leaks.length === 0) return;
          reportTokens(node.name, node.name, {
            related: leaks.map(({ start, end }) => ({
              start,
              end,
              message: { ru: 'После этого возврата нет', en: 'There is no return after this' },
            })),
          });
        },
      },
    };
  },
});

function returnsOrRaises(node: Node): boolean {
  return nodesOf(node, 'return').length > 0 || nodesOf(node, 'raise').length > 0;
}
