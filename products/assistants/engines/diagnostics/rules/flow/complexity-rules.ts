import type { Method, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { defineRule, type RuleContext, type Visitor } from '../../rule.ts';
import { bodyStatements, bodyToken, type Complication, cognitive, cyclomatic, total } from './complexity.ts';

const defaults = { checkModuleBody: true };

type Measure = (
  tree: SyntaxTree,
  roots: readonly Node[],
  method: Method | undefined,
) => readonly Complication[];

interface Limits {
  readonly complexityThreshold: number;
  readonly checkModuleBody: boolean;
}

function visitor({ tree, parameters, reportTokens }: RuleContext<Limits>, measure: Measure): Visitor {
  function tell(token: number, found: readonly Complication[], name: string | undefined): void {
    const [complexity, limit] = [total(found), parameters.complexityThreshold];
    if (complexity <= limit || token < 0) return;
    const [ru, en] =
      name === undefined ? ['тела модуля', 'the body'] : [`метода ${name}`, `the method ${name}`];
    reportTokens(token, token, {
      message: {
        ru: `Сложность ${ru} — ${complexity}: разделите код, чтобы было не больше ${limit}`,
        en: `The complexity of ${en} is ${complexity}: divide the code to have ${limit} at most`,
      },
      related: found.map((one) => ({
        start: tree.tokens.start(one.token),
        end: tree.tokens.end(one.token),
        message: { ru: `+${one.amount}`, en: `+${one.amount}` },
      })),
    });
  }
  return {
    enter: {
      method(node) {
        if (node.endKeyword < 0 || node.name < 0) return;
        const roots = [...node.parameters, node.body];
        tell(node.name, measure(tree, roots, node), tree.tokens.text(node.name));
      },
    },
    finish() {
      if (parameters.checkModuleBody)
        tell(bodyToken(tree), measure(tree, bodyStatements(tree), undefined), undefined);
    },
  };
}

export const cognitiveComplexity = defineRule({
  key: 'CognitiveComplexity',
  type: 'smell',
  severity: 'critical',
  minutes: 15,
  title: {
    ru: 'Код трудно понять: когнитивная сложность',
    en: 'Code is hard to follow: cognitive complexity',
  },
  defaults: { complexityThreshold: 15, ...defaults },
  create: (context) => visitor(context, cognitive),
});

export const cyclomaticComplexity = defineRule({
  key: 'CyclomaticComplexity',
  type: 'smell',
  severity: 'critical',
  minutes: 25,
  title: { ru: 'Слишком много путей: цикломатическая сложность', en: 'Too many ways: cyclomatic complexity' },
  defaults: { complexityThreshold: 20, ...defaults },
  create: (context) => visitor(context, cyclomatic),
});
