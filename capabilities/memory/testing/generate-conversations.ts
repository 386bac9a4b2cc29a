import { SMALL_TALK, TOPICS, type Topic } from './conversation-topics.ts';
import { type Choices, createChoices } from './random.ts';

export interface GeneratedTurn {
  readonly dia_id: string;
  readonly speaker: string;
  readonly text: string;
  readonly blip_caption?: string;
  readonly query?: string;
}

export interface GeneratedQuestion {
  readonly question: string;
  readonly evidence: readonly string[];
  readonly category: number;
}

/** A conversation in the layout evaluation files use: `session_N`, `session_N_date_time`, `speaker_a`, `speaker_b`. */
export interface GeneratedSample {
  readonly sample_id: string;
  readonly conversation: Readonly<Record<string, string | readonly GeneratedTurn[]>>;
  readonly qa: readonly GeneratedQuestion[];
}

const SPEAKERS = [
  ['Marta', 'Oskar'],
  ['Nadia', 'Felix'],
  ['Вера', 'Лидия'],
  ['Rosa', 'Henrik'],
] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY_MS = 86_400_000;

function sessionTime(start: number, days: number): { text: string; month: string; year: number } {
  const date = new Date(start + days * DAY_MS);
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const year = date.getUTCFullYear();
  return {
    text: `${1 + (days % 11)}:${10 + (days % 49)} pm on ${date.getUTCDate()} ${month}, ${year}`,
    month,
    year,
  };
}

/** Collects the turns of one session and gives each its id. */
function createSession(number: number) {
  const turns: GeneratedTurn[] = [];
  return {
    turns,
    say: (
      speaker: string,
      text: string,
      picture?: { readonly caption: string; readonly query: string },
    ): string => {
      const dia_id = `D${number}:${turns.length + 1}`;
      turns.push({
        dia_id,
        speaker,
        text,
        ...(picture === undefined ? {} : { blip_caption: picture.caption, query: picture.query }),
      });
      return dia_id;
    },
  };
}

interface Exchange {
  readonly topic: Topic;
  readonly teller: string;
  readonly other: string;
  readonly answerId: string;
  readonly month: string;
  readonly year: number;
}

/** Questions of every category about one exchange; `laterIds` are the mentions on other days. */
function questionsAbout(
  exchange: Exchange,
  laterIds: readonly string[],
  choices: Choices,
): GeneratedQuestion[] {
  const { topic, teller, other, answerId, month, year } = exchange;
  const of = (template: string, name = teller): string => template.replaceAll('{name}', name);
  const questions: GeneratedQuestion[] = [
    { question: of(topic.question), evidence: [answerId], category: 4 },
    {
      question: choices.next() < 0.5 ? of(topic.when) : `${of(topic.question)} (${month} ${year})`,
      evidence: [answerId],
      category: 2,
    },
    { question: of(topic.guess), evidence: [answerId], category: 3 },
    { question: of(topic.question, other), evidence: [answerId], category: 5 },
  ];
  if (laterIds.length > 0)
    questions.push({ question: of(topic.many), evidence: [answerId, ...laterIds], category: 1 });
  return questions;
}

function generateSample(seed: number, sessions: number, turnsPerSession: number): GeneratedSample {
  const choices = createChoices(seed);
  const [a, b] = choices.pick(SPEAKERS);
  const start = Date.UTC(2022, choices.below(12), 1 + choices.below(28));
  const conversation: Record<string, string | readonly GeneratedTurn[]> = { speaker_a: a, speaker_b: b };
  const open: { exchange: Exchange; laterIds: string[] }[] = [];
  const topics = TOPICS.toSorted(() => choices.next() - 0.5);
  for (let number = 1; number <= sessions; number += 1) {
    const time = sessionTime(start, number * 9 + choices.below(5));
    const session = createSession(number);
    const topic = topics[(number - 1) % topics.length] ?? choices.pick(TOPICS);
    const again = number > topics.length;
    const teller = choices.pick([a, b]);
    const other = teller === a ? b : a;
    const smallTalk = (): string =>
      session.say(choices.pick([a, b]), `${choices.pick(SMALL_TALK)} ${choices.pick(SMALL_TALK)}`);
    const before = 1 + choices.below(turnsPerSession - 4);
    for (let at = 0; at < before; at += 1) smallTalk();
    if (!again) {
      session.say(other, topic.opening);
      const picture =
        choices.next() < 0.2
          ? { caption: 'a photo of something on a table', query: 'table photo' }
          : undefined;
      const answerId = session.say(
        teller,
        choices.next() < 0.5
          ? choices.pick(topic.answers)
          : `${topic.subject} ${choices.pick(topic.answers)}`,
        picture,
      );
      open.push({ exchange: { topic, teller, other, answerId, ...time }, laterIds: [] });
    }
    const earlier = choices.pick([...open]);
    if (earlier.exchange.topic !== topic && earlier.laterIds.length < 2) {
      const mention = earlier.exchange.topic.later[earlier.laterIds.length];
      if (mention !== undefined) earlier.laterIds.push(session.say(earlier.exchange.teller, mention));
    }
    while (session.turns.length < turnsPerSession) smallTalk();
    conversation[`session_${number}`] = session.turns;
    conversation[`session_${number}_date_time`] = time.text;
  }
  const qa = open.flatMap(({ exchange, laterIds }) => questionsAbout(exchange, laterIds, choices));
  return { sample_id: `generated-${seed}`, conversation, qa };
}

/**
 * Makes two-speaker conversations over many days, in English and Russian, with questions of every category. Answers
 * follow the questions that name the matter, and half of them do not repeat its words, so single turns often fail. The same
 * arguments always give the same conversations; sizes are counts.
 */
export function generateConversations(
  samples: number,
  sessions = 12,
  turnsPerSession = 16,
  seed = 1,
): GeneratedSample[] {
  return Array.from({ length: samples }, (_, at) =>
    generateSample(seed + at * 101, sessions, Math.max(6, turnsPerSession)),
  );
}
