import type { Clock } from '#base/time';
import type { ChatEvent, ChatMessage, Llm } from '#capabilities/llm/server';
import type { Toolbox } from '../tools/toolbox.ts';
import type { AnswerDraft, AnswerPiece } from './answer-draft.ts';
import type { CheckDraft } from './drafts/check-draft.ts';
import { createCodeGate, type Stretch } from './drafts/code-gate.rules.ts';
import { readNextBlock } from './drafts/next-block.rules.ts';
import { noteOf } from './drafts/note.rules.ts';
import { createRepair } from './drafts/repair.ts';
import { createModelTools } from './model-tools.ts';
import { filePassages, memoryPassages, type SourcePassage } from './passages.rules.ts';
import { shorten } from './pasted.rules.ts';
import { peek } from './peek.ts';
import type { ProjectAccess } from './project-access.ts';
import { continuePrompt, pastMessages, systemPrompt } from './prompt.rules.ts';
import type { Question } from './question.ts';
import { createMarkerScan, createSourceNumbers } from './sources.ts';
import type { RunTool } from './tool-runner.ts';

interface Dependencies {
  readonly llm: Llm;
  readonly toolbox: Toolbox;
  readonly runTool: RunTool;
  readonly projectAccess: ProjectAccess;
  readonly clock: Clock;
  readonly tokenBudget: number;
  readonly checkDraft: CheckDraft;
}

/** Pieces of an answer; returns false when no model could answer and nothing was said. */
type ModelAnswer = AsyncGenerator<AnswerPiece, boolean>;

const mostRepairs = 3;
const defaultOutput = 3_000;

/** What a model is asked, beside its tools. */
export interface Prompt {
  readonly system: string;
  readonly messages: readonly ChatMessage[];
  readonly passages: readonly SourcePassage[];
  readonly maxOutputTokens: number;
}

/** Puts together what a model is asked; `begun` is an answer that is to be continued. */
function promptFor(
  question: Question,
  {
    now,
    begun,
    isTooLong,
  }: {
    readonly now: Date;
    readonly begun: string | undefined;
    readonly isTooLong: (text: string) => boolean;
  },
): Prompt {
  const { role, history, files, memories, locale, projectId } = question;
  const { text, pasted } = shorten(question, isTooLong);
  const asked: ChatMessage[] = [...pastMessages(history), { role: 'user', content: text }];
  if (begun !== undefined)
    asked.push({ role: 'assistant', content: begun }, { role: 'user', content: continuePrompt[locale] });
  return {
    system: systemPrompt(role.definition.instructions, { now, locale, hasProject: projectId !== undefined }),
    messages: asked,
    passages: [...pasted, ...filePassages(files, text, locale), ...memoryPassages(memories)],
    maxOutputTokens: role.definition.model.max_output_tokens ?? defaultOutput,
  };
}

/** Answers with a language model that calls the tools; code is checked before it is shown. */
export function createModelAnswer(dependencies: Dependencies) {
  const { llm, toolbox, runTool, projectAccess, clock, tokenBudget, checkDraft } = dependencies;
  const repair = createRepair({ llm, check: checkDraft });

  return async function* answer(question: Question, draft: AnswerDraft, begun?: string): ModelAnswer {
    const { workspace, role, locale, projectId, signal } = question;
    const isTooLong = (text: string): boolean => llm.countTokens(text) > tokenBudget / 3;
    const prompt = promptFor(question, { now: clock(), begun, isTooLong });
    const numbers = createSourceNumbers();
    for (const { source } of prompt.passages) numbers.number(source);
    const passages = prompt.passages.map(({ id, title, text, occurredAt }) => ({
      id,
      title,
      text,
      ...(occurredAt === undefined ? {} : { occurredAt }),
    }));
    const modelTools = createModelTools(question, { toolbox, runTool, numbers });
    const gate = createCodeGate();
    const scan = createMarkerScan();
    const calls = new Map<string, { readonly name: string; readonly input: unknown }>();
    let repairs = 0;

    function* say(text: string): Generator<AnswerPiece> {
      if (text === '') return;
      yield { kind: 'text', text };
      for (const marker of scan(text)) {
        const citation = numbers.at(marker);
        if (citation === undefined) continue;
        draft.citations.push(citation);
        yield { kind: 'citation', citation };
      }
    }

    async function* sayBlock(block: Extract<Stretch, { kind: 'block' }>): AsyncGenerator<AnswerPiece> {
      if (block.label === 'next') {
        const { title, questions } = readNextBlock(block.code);
        draft.title = title;
        draft.followUps = questions;
        return;
      }
      const checked = await checkDraft(block, { owner: workspace.userId, locale, signal });
      if (checked === undefined || checked.faults.length === 0) {
        yield* say(block.raw);
        return;
      }
      repairs += 1;
      const shown =
        repairs > mostRepairs
          ? { text: block.raw, faults: checked.faults, inputTokens: 0, outputTokens: 0 }
          : await repair(question, block, checked);
      draft.inputTokens += shown.inputTokens;
      draft.outputTokens += shown.outputTokens;
      yield* say(shown.text);
      if (shown.faults.length === 0) return;
      const note = noteOf(checked.kind, shown.faults, locale);
      draft.warnings.push(note.warning);
      yield* say(note.text);
    }

    async function* sayAll(stretches: readonly Stretch[]): AsyncGenerator<AnswerPiece> {
      for (const stretch of stretches) {
        if (stretch.kind === 'text') yield* say(stretch.text);
        else yield* sayBlock(stretch);
      }
    }

    async function* tell(event: ChatEvent): AsyncGenerator<AnswerPiece> {
      switch (event.kind) {
        case 'text':
          yield* sayAll(gate.push(event.text));
          return;
        case 'tool_call': {
          const { id, name, input } = event;
          calls.set(id, { name, input });
          const title = toolbox.pick([name])[0]?.title[locale] ?? name;
          yield { kind: 'tool', step: { status: 'started', id, name, title, input } };
          return;
        }
        case 'tool_result': {
          const call = calls.get(event.id);
          const run = call === undefined ? undefined : modelTools.take(call.name, call.input);
          const title = toolbox.pick([event.name])[0]?.title[locale] ?? event.name;
          const record = {
            ...(run?.record ?? {
              name: event.name,
              title,
              input: call?.input,
              status: event.failed ? ('failed' as const) : ('finished' as const),
              text: '',
              tookMs: 0,
            }),
            id: event.id,
          };
          draft.toolCalls.push(record);
          yield { kind: 'tool', step: record };
          for (const artifact of run?.result?.artifacts ?? []) {
            draft.artifacts.push(artifact);
            yield { kind: 'artifact', artifact };
          }
          return;
        }
        case 'finish':
        case 'error':
          draft.isOffline = event.offline;
          draft.model = event.offline ? null : `${event.provider}:${event.model}`;
          draft.inputTokens += event.usage.inputTokens;
          draft.outputTokens += event.usage.outputTokens;
          draft.isComplete = event.kind === 'finish' && event.reason !== 'length';
          return;
        case 'citation':
          // Markers are looked for in what is shown: a block may be held back or repaired.
          return;
        default: {
          const unknown: never = event;
          return unknown;
        }
      }
    }

    const stream = await peek(
      llm.chat(
        {
          system: prompt.system,
          messages: prompt.messages,
          passages,
          tools: modelTools.tools,
          locale,
          tokenBudget,
          maxOutputTokens: prompt.maxOutputTokens,
          ...(role.definition.model.temperature === undefined
            ? {}
            : { temperature: role.definition.model.temperature }),
        },
        { owner: workspace.userId, component: 'assistants', signal },
      ),
    );
    // The engine that answers without a model works in memory: all it says is there at once. The tools do better.
    if (stream.ready.some((event) => event.kind === 'finish' && event.offline)) {
      await stream.all.return(undefined);
      return false;
    }
    draft.isOffline = false;
    for await (const event of stream.all) yield* tell(event);
    yield* sayAll(gate.end());
    if (projectId !== undefined && draft.isComplete) {
      const unknown = await projectAccess.unknownNames(workspace, projectId, draft.text, { locale, signal });
      if (unknown.length > 0) {
        const note = noteOf('names', unknown, locale);
        draft.warnings.push(note.warning);
        yield* say(note.text);
      }
    }
    return true;
  };
}
