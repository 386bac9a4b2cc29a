import type { Language } from '#platform/server/language';
import type { Speaker } from './speakers.rules.ts';

/** Everything the offline engine says in its own words. */
export interface Phrases {
  readonly nothing: string;
  readonly unsure: string;
  readonly greeting: string;
  readonly farewell: string;
  readonly thanks: string;
  readonly acknowledged: string;
  readonly abilities: string;
  remembered(statement: string): string;
  /** The date a passage points to. */
  date(date: string): string;
  /** Who said a quotation and when; empty without both. */
  attribution(speaker: Speaker | undefined, date: string | undefined): string;
  quote(text: string): string;
}

function english(speaker: Speaker | undefined, date: string | undefined): string {
  const on = date === undefined ? '' : `On ${date} `;
  switch (speaker?.kind) {
    case undefined:
      return date === undefined ? '' : `From ${date}: `;
    case 'user':
      return `${on === '' ? 'You' : `${on}you`} said: `;
    case 'agent':
      return `${on}I said: `;
    case 'person':
      return `${on}${speaker.name} said: `;
    case 'source':
      return `From ${speaker.title}${date === undefined ? '' : `, ${date}`}: `;
    default: {
      const unknown: never = speaker;
      return unknown;
    }
  }
}

/** Russian verbs would tell the speaker's sex, which nobody told us: names and dates stand before a colon instead. */
function russian(speaker: Speaker | undefined, date: string | undefined): string {
  const on = date === undefined ? '' : `${date} `;
  switch (speaker?.kind) {
    case undefined:
      return date === undefined ? '' : `Запись от ${date}: `;
    case 'user':
      return `${on === '' ? 'Вы' : `${on}вы`} сказали: `;
    case 'agent':
      return `Мой ответ${date === undefined ? '' : ` от ${date}`}: `;
    case 'person':
      return `${speaker.name}${date === undefined ? '' : `, ${date}`}: `;
    case 'source':
      return `${speaker.title}${date === undefined ? '' : `, ${date}`}: `;
    default: {
      const unknown: never = speaker;
      return unknown;
    }
  }
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    nothing: 'I do not remember anything about that yet. Tell me, and I will keep it.',
    unsure: 'I am not sure, but this may be related. ',
    greeting: 'Hello! Tell me what to remember, or ask me about what you told me before.',
    farewell: 'Goodbye! I will keep what you told me.',
    thanks: 'You are welcome!',
    acknowledged: 'All right.',
    abilities:
      'I remember what you tell me and answer questions about it: who, when, where, how many, why. Every answer quotes ' +
      'the memories it comes from, with numbers you can open. Say “remember that…” to keep something on purpose.',
    remembered: (statement) => `I'll remember that: “${statement}”`,
    date: (date) => `As far as I can tell, ${date}. `,
    attribution: english,
    quote: (text) => `“${text}”`,
  },
  ru: {
    nothing: 'Я пока ничего об этом не помню. Расскажите, и это сохранится.',
    unsure: 'Точного ответа нет, но это может быть связано. ',
    greeting: 'Здравствуйте! Расскажите, что запомнить, или спросите о том, что рассказывали раньше.',
    farewell: 'До свидания! Всё, что вы рассказали, сохранится.',
    thanks: 'Пожалуйста!',
    acknowledged: 'Хорошо.',
    abilities:
      'Я запоминаю то, что вы рассказываете, и отвечаю на вопросы об этом: кто, когда, где, сколько, почему. В каждом ' +
      'ответе приводятся записи, из которых он взят, с номерами, которые можно открыть. Чтобы сохранить что-то ' +
      'намеренно, скажите «запомни, что…».',
    remembered: (statement) => `Буду помнить: «${statement}»`,
    date: (date) => `Судя по записи, ${date.endsWith('.') ? date : `${date}.`} `,
    attribution: russian,
    quote: (text) => `«${text}»`,
  },
};
