import type { Toolbox } from '../tools/toolbox.ts';
import type { AnswerDraft, AnswerPiece } from './answer-draft.ts';
import { offlineFollowUps } from './follow-ups.rules.ts';
import type { Question } from './question.ts';
import { helpText, missingText, otherRoleText, placesText, recallText } from './routing/compose.rules.ts';
import { givenBy } from './routing/given.ts';
import { intentsOf } from './routing/intent.rules.ts';
import { phrases } from './routing/phrases.tables.ts';
import { type Steps, stepsFor } from './routing/steps.rules.ts';
import { createSourceNumbers } from './sources.ts';
import type { RunTool } from './tool-runner.ts';

/** Which assistants of the company have a tool, by their titles. */
export type WhoHas = (question: Question, tool: string) => Promise<readonly string[]>;

interface Dependencies {
  readonly toolbox: Toolbox;
  readonly runTool: RunTool;
  readonly whoHas: WhoHas;
}

/** Why no model answers: none is configured, or all failed. */
export type OfflineReason = 'offline' | 'failedModel';

const searches: ReadonlySet<string> = new Set(['search_knowledge']);

/** Answers from tools alone: chooses them by what the words and the material tell, and puts their results together. */
export function createOfflineAnswer({ toolbox, runTool, whoHas }: Dependencies) {
  async function* run(
    question: Question,
    draft: AnswerDraft,
    steps: Steps & { readonly kind: 'run' },
  ): AsyncGenerator<AnswerPiece> {
    const { locale } = question;
    const numbers = createSourceNumbers();
    for (const [at, { name, input }] of steps.calls.entries()) {
      const id = `call-${at + 1}`;
      const title = toolbox.pick([name])[0]?.title[locale] ?? name;
      yield { kind: 'tool', step: { status: 'started', id, name, title, input } };
      const { record, result } = await runTool(question, { id, name, input });
      draft.toolCalls.push(record);
      yield { kind: 'tool', step: record };
      const head = record.status === 'failed' ? `${title}: ${phrases.failedTool[locale]}` : title;
      yield { kind: 'text', text: `${at === 0 ? '' : '\n\n'}## ${head}\n\n${record.text.trim()}\n` };
      const citations = (result?.sources ?? []).slice(0, 20).map(numbers.number);
      if (citations.length > 0) {
        yield {
          kind: 'text',
          text: `\n**${phrases.sources[locale]}**\n\n${placesText(citations, locale)}\n`,
        };
        for (const citation of citations) {
          if (draft.citations.includes(citation)) continue;
          draft.citations.push(citation);
          yield { kind: 'citation', citation };
        }
      }
      for (const artifact of result?.artifacts ?? []) {
        draft.artifacts.push(artifact);
        yield { kind: 'artifact', artifact };
      }
    }
  }

  async function textFor(question: Question, steps: Exclude<Steps, { kind: 'run' }>): Promise<string> {
    const { locale, role, memories } = question;
    const starters = role.definition.starters.map((starter) => starter[locale]);
    const tools = role.definition.tools.filter((name) => toolbox.has(name));
    switch (steps.kind) {
      case 'recall':
        return recallText(memories, locale);
      case 'missing':
        return missingText(steps.intent, steps.need, locale);
      case 'other_role':
        return otherRoleText(steps.intent, await whoHas(question, steps.intent), locale);
      case 'help':
        return helpText({ title: role.definition.title[locale], tools, starters, locale });
      default: {
        const unknown: never = steps;
        return unknown;
      }
    }
  }

  async function textInstead(question: Question): Promise<string> {
    if (question.memories.length > 0) return textFor(question, { kind: 'recall' });
    return textFor(question, { kind: 'help' });
  }

  return async function* answer(
    question: Question,
    draft: AnswerDraft,
    reason: OfflineReason,
  ): AsyncGenerator<AnswerPiece> {
    const { role, locale } = question;
    const tools = toolbox.pick(role.definition.tools);
    const given = givenBy(question);
    const routed = intentsOf(given.words, given.material);
    const steps = stepsFor(routed, tools, given);
    if (steps.kind === 'run') {
      yield* run(question, draft, steps);
      // A search that found nothing is no answer: what else there is, and what can be asked.
      if (draft.citations.length === 0 && steps.calls.every(({ name }) => searches.has(name)))
        yield { kind: 'text', text: `\n${await textInstead(question)}\n` };
      yield { kind: 'text', text: `\n${phrases[reason][locale]}\n` };
    } else {
      yield { kind: 'text', text: `${await textFor(question, steps)}\n\n${phrases[reason][locale]}\n` };
    }
    const intent = 'intent' in steps ? steps.intent : undefined;
    const available = new Set(tools.map(({ name }) => name));
    draft.followUps = offlineFollowUps({ intent, available, definition: role.definition, locale, given });
    draft.isComplete = true;
  };
}
