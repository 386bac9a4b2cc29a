import type { Feature, Scenario, Step } from './feature.ts';
import { intents } from './intents.ts';

export interface WrittenScenario {
  readonly feature: Feature;
  /** Clauses that no step of the library expresses: they stand as they were written, for a person to finish. */
  readonly open: readonly string[];
}

const connect: Step = {
  keyword: 'Дано',
  text: 'Я запускаю сценарий открытия TestClient или подключаю уже существующий',
};

/** Splits sentences into clauses at commas and conjunctions that stand outside quotes. */
export function clausesOf(text: string): readonly string[] {
  const guarded: string[] = [];
  const bare = text.replaceAll(/[«"'][^»"']*[»"']/gu, (value) => {
    guarded.push(value);
    return `\uE000${guarded.length - 1}\uE000`;
  });
  return bare
    .split(
      /[\n;]+|[.!?]+(?=\s|$)|,\s*(?:затем|потом|после чего|а затем|и)?\s+|\s+(?:затем|потом|после чего)\s+|\s+и\s+(?=(?:нажима|ввод|выбира|провод|записыва|закрыва|вид|жд|став|снима|указыва|сохраня|переход|открыва))/iu,
    )
    .map((clause) =>
      clause
        .replaceAll(/\uE000(\d+)\uE000/g, (_whole, index: string) => guarded[Number(index)] ?? '')
        .replace(/^\s*(?:\d+[.)]|[-*•])\s*/u, '')
        .trim(),
    )
    .filter((clause) => clause !== '');
}

/** "Провести и закрыть" is one button, not two clauses. */
function joined(clauses: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const clause of clauses) {
    const last = found.at(-1);
    if (
      last !== undefined &&
      /^закрыва\S*$/iu.test(clause) &&
      /(?:провод|записыва|сохраня)\S*(?:\s+\S+)?$/iu.test(last)
    )
      found[found.length - 1] = `${last} и ${clause}`;
    else found.push(clause);
  }
  return found;
}

function stepsOf(clause: string): { steps: readonly Omit<Step, 'keyword'>[]; isResult: boolean } | undefined {
  for (const { pattern, make, isResult } of intents) {
    const found = pattern.exec(clause);
    if (found !== null) return { steps: make(found.slice(1)), isResult: isResult === true };
  }
  return undefined;
}

/**
 * A scenario out of what a person wrote in Russian, in steps of the library. A clause that no step expresses stays as a step
 * in its own words and is told in `open`.
 */
export function scenarioFromText(text: string, title: string): WrittenScenario {
  const open: string[] = [];
  const steps: Step[] = [];
  let phase: Step['keyword'] = 'Дано';
  for (const clause of joined(clausesOf(text))) {
    const made = stepsOf(clause);
    if (made === undefined) open.push(clause);
    const wanted: Step['keyword'] = made?.isResult === true ? 'Тогда' : 'Когда';
    for (const each of made?.steps ?? [{ text: clause.replaceAll(/\s+/g, ' ') }]) {
      steps.push({ ...each, keyword: phase === wanted ? 'И' : wanted });
      phase = wanted;
    }
  }
  const scenario: Scenario = { title, steps };
  return { feature: { title, background: [connect], scenarios: [scenario] }, open };
}
