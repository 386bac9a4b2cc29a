import type { Task } from '../../contract/index.ts';

/** A point of the demonstration: where it is, what is told there, what is asked. */
export interface DemoPoint {
  readonly title: string;
  readonly lat: number;
  readonly lng: number;
  readonly before: string;
  readonly story: string;
  readonly task: Task;
  readonly hint: string;
  readonly after: string;
}

export interface DemoQuest {
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
  readonly vehicle: string;
  readonly difficulty: number;
  /** Roubles. */
  readonly price: number;
  readonly minutes: number;
  readonly orderMode: 'linear' | 'open' | 'random' | 'secret';
  readonly points: readonly DemoPoint[];
}

export const text = (question: string, ...answers: string[]): Task => ({
  kind: 'text',
  question,
  answers,
  forgive_typos: true,
});

export const number = (question: string, value: number, tolerance = 0): Task => ({
  kind: 'number',
  question,
  value,
  tolerance,
});

/** The right option comes first here; the ids do not give it away. */
export const choice = (question: string, right: string, ...wrong: string[]): Task => {
  const turn = question.length % (wrong.length + 1);
  const texts = [...wrong.slice(0, turn), right, ...wrong.slice(turn)];
  return {
    kind: 'choice',
    question,
    options: texts.map((option, index) => ({ id: `o${index + 1}`, text: option })),
    correct: [`o${turn + 1}`],
    multiple: false,
  };
};

export const gps: Task = { kind: 'gps' };
export const photo = (question: string): Task => ({ kind: 'photo', question });
