import type { StepLine } from './step-lines.ts';
import { readSentence } from './step-words.ts';

/** A step of a process and what belongs to it. */
export type Step = { readonly number?: string; readonly line: number } & (
  | { readonly type: 'task'; readonly text: string }
  | { readonly type: 'choice'; readonly condition: string; readonly yes: Step[]; readonly no: Step[] }
  | { readonly type: 'parallel'; readonly branches: Step[][] }
  | { readonly type: 'goto'; readonly target: string }
  | { readonly type: 'end' }
);

type Choice = Extract<Step, { type: 'choice' }>;

interface Frame {
  readonly depth: number;
  readonly steps: Step[];
  /** Each line becomes a branch of its own. */
  readonly branches?: Step[][];
}

const actions = (text: string) => text.split(/;\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part));

/** The last decision in a list whose other branch is still open, looking through `otherwise if`. */
function openChoice(steps: readonly Step[]): Choice | undefined {
  let found: Choice | undefined;
  for (
    let last = steps.at(-1);
    last?.type === 'choice';
    last = last.no.length === 1 ? last.no[0] : undefined
  ) {
    if (last.no.length === 0) found = last;
  }
  return found;
}

/** Sentences as a tree: decisions with two branches, parallel branches, jumps and ends. */
export function stepTree(lines: readonly StepLine[]): Step[] {
  const root: Step[] = [];
  const frames: Frame[] = [{ depth: -1, steps: root }];

  /** Adds what a text says to a list; answers where lines below it belong. */
  const add = (target: Step[], text: string, { line, number }: StepLine, level = 0): Omit<Frame, 'depth'> => {
    const place = number === undefined ? { line } : { line, number };
    const sentence = readSentence(text);
    const below = { line, text, depth: 0 };
    switch (sentence.type) {
      case 'if': {
        const choice: Choice = { type: 'choice', ...place, condition: sentence.condition, yes: [], no: [] };
        target.push(choice);
        for (const part of actions(sentence.then)) if (level < 5) add(choice.yes, part, below, level + 1);
        for (const part of actions(sentence.otherwise ?? ''))
          if (level < 5) add(choice.no, part, below, level + 1);
        return { steps: sentence.otherwise === undefined ? choice.yes : choice.no };
      }
      case 'else': {
        const choice = openChoice(target);
        const list = choice?.no ?? target;
        let inner: Omit<Frame, 'depth'> = { steps: list };
        for (const part of actions(sentence.text)) if (level < 5) inner = add(list, part, below, level + 1);
        const last = list.at(-1);
        return last?.type === 'choice' ? inner : { steps: list };
      }
      case 'parallel': {
        const branches = sentence.parts.map((part) => {
          const branch: Step[] = [];
          if (level < 5) add(branch, part, below, level + 1);
          return branch;
        });
        const previous = branches.length === 1 && target.at(-1)?.type === 'task' ? target.pop() : undefined;
        if (previous !== undefined) branches.unshift([previous]);
        target.push({ type: 'parallel', ...place, branches });
        return { steps: target, branches };
      }
      case 'goto':
        target.push({ type: 'goto', ...place, target: sentence.target });
        return { steps: target };
      case 'end':
        target.push({ type: 'end', ...place });
        return { steps: target };
      case 'action':
        target.push({ type: 'task', ...place, text: sentence.text });
        return { steps: target };
    }
  };

  for (const line of lines) {
    while (frames.length > 1 && (frames.at(-1)?.depth ?? -1) >= line.depth) frames.pop();
    const frame = frames.at(-1);
    let target = frame?.steps ?? root;
    if (frame?.branches !== undefined) {
      target = [];
      frame.branches.push(target);
    }
    const inner = add(target, line.text, line);
    if (frames.length < 50) frames.push({ depth: line.depth, ...inner });
  }
  return root;
}
