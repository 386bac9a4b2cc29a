import type { Node, Span, Statement, VariableDeclaration } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { outlineOf } from './outline.ts';
import { directiveAfter, stepsOf } from './statements.ts';

function isStatement(node: Node): node is Statement {
  return node.kind !== 'method' && node.kind !== 'variableDeclaration';
}

export const codeOutOfRegion = defineRule({
  key: 'CodeOutOfRegion',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  standards: [455],
  moduleTypes: [
    'CommandModule',
    'CommonModule',
    'FormModule',
    'HTTPServiceModule',
    'IntegrationServiceModule',
    'ManagerModule',
    'ObjectModule',
    'RecordSetModule',
    'ValueManagerModule',
    'WEBServiceModule',
  ],
  title: { ru: 'Код вне областей модуля', en: 'Code outside the regions of the module' },
  message: { ru: 'Перенесите код в область', en: 'Move the code into a region' },
  defaults: { checkUnknownModuleType: false },
  create: ({ tree, moduleType, parameters, report }) => ({
    finish() {
      if (moduleType === 'UNKNOWN' && !parameters.checkUnknownModuleType) return;
      const { tokens, module } = tree;
      const outline = outlineOf(tree);
      const steps = stepsOf(tree);
      const nameOf = (token: number): Span => ({ start: tokens.start(token), end: tokens.end(token) });
      const spanOfVariables = (node: VariableDeclaration): Span => ({
        start: tokens.start(node.first),
        end: tokens.end(Math.max(node.last, node.semicolon)),
      });
      if (outline.topRegions.length === 0) {
        const variables = module.items.filter((item) => item.kind === 'variableDeclaration');
        const methods = module.items.filter((item) => item.kind === 'method');
        const firstMethod = methods[0]?.first ?? Number.POSITIVE_INFINITY;
        const whole = (spans: readonly Span[]): readonly Span[] => {
          const [first, last] = [spans[0], spans.at(-1)];
          return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
        };
        /** The body of a module holds the preprocessor lines up to its end. */
        const withDirectives = ([span]: readonly Span[]): readonly Span[] => {
          if (span === undefined) return [];
          const before = methods.at(-1)?.last;
          const start = before === undefined ? span.start : directiveAfter(tree, tokens.end(before));
          const end = Math.max(span.end, tree.directives.at(-1)?.end ?? 0);
          return [{ start: Math.min(span.start, start), end }];
        };
        const body = module.items.filter(isStatement).flatMap((node) => steps.get(node) ?? []);
        const [first, ...others] = [
          ...whole(variables.map(spanOfVariables)),
          ...whole(body.filter(({ node }) => node.first < firstMethod && methods.length > 0)),
          ...methods.flatMap(({ name }) => (name < 0 ? [] : nameOf(name))),
          ...withDirectives(
            whole(body.filter(({ node }) => node.first >= firstMethod || methods.length === 0)),
          ),
        ];
        const message = { ru: 'Тоже вне областей', en: 'Outside the regions, too' };
        if (first !== undefined) report(first, { related: others.map((span) => ({ ...span, message })) });
        return;
      }
      /** Preprocessor lines between two declarations belong to the second. */
      const startOfVariables = ({ first }: VariableDeclaration, start: number): number =>
        first === 0 ? start : Math.min(start, directiveAfter(tree, tokens.end(first - 1)));
      const isInside = ({ start, end }: Span): boolean =>
        outline.topRegions.some((region) => region.start <= start && end <= region.end);
      for (const item of module.items) {
        if (item.kind === 'method') {
          if (item.endKeyword >= 0 && item.name >= 0 && outline.regionOf(item) === undefined)
            report(nameOf(item.name));
        } else if (item.kind === 'variableDeclaration') {
          const place = spanOfVariables(item);
          const inner = item.annotations.length > 0 ? item.first : (item.variables[0]?.first ?? item.first);
          const core = {
            start: tokens.start(inner),
            end: tokens.end(item.variables.at(-1)?.last ?? item.last),
          };
          if (!isInside(core)) report({ ...place, start: startOfVariables(item, place.start) });
        } else if (item.kind !== 'raise') {
          const step = steps.get(item);
          if (step !== undefined && !isInside(step)) report(step);
        }
      }
    },
  }),
});
