import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import {
  lintFeature,
  nearestStep,
  scenarioFromText,
  writeFeature,
} from '#products/assistants/engines/scenarios';
import type * as contract from '../../../contract/index.ts';
import type { Task } from './task.ts';

type Finding = Static<typeof contract.ScenarioFinding>;
type Written = Static<typeof contract.writeScenario.reply>;

export interface WriteScenarioInput {
  readonly text: string;
  readonly name?: string | undefined;
}

const mostFindings = 500;
const longestTitle = 120;

function lint(text: string): Finding[] {
  const rows = text.split(/\r\n|\r|\n/);
  return lintFeature(text)
    .findings.slice(0, mostFindings)
    .map(({ key, severity, message, line }) => ({
      rule: key,
      severity,
      message,
      line,
      suggestion: key === 'unknown-step' ? (nearestStep(rows[line - 1] ?? '') ?? null) : null,
    }));
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function titleOf(text: string): string {
  const [first = ''] = plain(text).split(/(?<=[.!?;])\s/u);
  return first.length <= longestTitle ? first.replace(/[.;]$/u, '') : `${first.slice(0, longestTitle)}…`;
}

export const writeScenario: Task<WriteScenarioInput, Written> = ({ text, name = titleOf(text) }) => {
  const { feature, open } = scenarioFromText(text, name);
  if (feature.scenarios.every(({ steps }) => steps.length === 0))
    throw new Refusal('invalid', 'assistants.scenario_refused', 'The text says nothing a user does.', {
      explanation: {
        ru: 'В тексте нет действий пользователя.',
        en: 'The text says nothing a user does.',
      },
    });
  const written = writeFeature(feature);
  const rows = written.split('\n').map(plain);
  return {
    feature: written,
    free_steps: open.map((clause) => ({
      line: rows.findIndex((row) => row.includes(plain(clause))) + 1,
      text: clause,
    })),
    findings: lint(written),
  };
};

export const checkScenario: Task<{ readonly text: string }, { findings: Finding[] }> = ({ text }) => ({
  findings: lint(text),
});
