import { namesTime } from './dates.rules.ts';

/** What kind of thing would answer a question. */
export type QuestionType = 'who' | 'when' | 'where' | 'how_many' | 'why' | 'what';

const END = '(?![\\p{L}\\p{N}])';
const START = '(?<![\\p{L}\\p{N}])';
const word = (words: string) => new RegExp(`${START}(?:${words})${END}`, 'iu');

const TYPES: readonly (readonly [QuestionType, RegExp])[] = [
  ['how_many', word('how (?:many|much|old|long|often|far|tall|big)|сколько|скольких|насколько')],
  [
    'when',
    word(
      'when|what (?:day|date|time|year|month)|which (?:day|year|month)|how long ago|since when|когда|во сколько|с какого (?:года|месяца|дня|времени)|какого числа|в каком (?:году|месяце)|в какой день',
    ),
  ],
  [
    'where',
    word(
      'where|what (?:city|country|place|town)|which (?:city|country|place|town)|где|куда|откуда|в каком (?:городе|месте)|в какой стране',
    ),
  ],
  ['why', word('why|what for|how come|for what reason|почему|зачем|отчего|из-за чего|по какой причине')],
  [
    'who',
    word(
      "who|whom|whose|what(?: is|[’']?s| was)? (?:\\p{L}+ ){0,4}name(?:d)?|called|кто|кого|кому|кем|с кем|чей|чья|чьё|чье|зовут|звали|как (?:его|её|ее) имя|имя",
    ),
  ],
];

/** Tells what a question asks for, by its question words in Russian and English. */
export function questionTypeOf(question: string): QuestionType {
  return TYPES.find(([, pattern]) => pattern.test(question))?.[0] ?? 'what';
}

const NUMBER = word(
  '\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|once|twice|couple|several|' +
    'один|одна|одно|два|две|двое|три|трое|четыре|четверо|пять|пятеро|шесть|семь|восемь|девять|десять|двенадцать|двадцать|тридцать|сорок|сто|тысяча|тысяч|дважды|трижды|пара|несколько',
);
const REASON = word(
  "because|since|due to|so that|in order to|thanks to|that[’']?s why|to (?:help|get|make|be|learn)|потому|так как|поскольку|из-за|чтобы|ради|благодаря|поэтому|ведь",
);
const PLACE = new RegExp(
  `${START}(?:in|at|to|from|near|on|around|в|во|на|из|у|под|около|возле|до)\\s+(?:the\\s+|my\\s+|our\\s+|a\\s+)?[\\p{L}\\p{N}]`,
  'u',
);
/** A capital letter after a small one or a comma is a name; the first word of a sentence is not evidence. */
const NAME = /(?<=[\p{Ll}\p{N},:—–-]["“«]?\s["“«]?)\p{Lu}\p{Ll}+/u;
const PERSON = word(
  'mother|mom|mum|father|dad|sister|brother|wife|husband|son|daughter|friend|boss|colleague|teacher|doctor|neighbou?r|' +
    'мам\\p{L}*|пап\\p{L}*|мать|матер\\p{L}*|отец|отц\\p{L}*|сестр\\p{L}*|брат\\p{L}*|жен\\p{L}{1,2}|муж\\p{L}{0,2}|сын\\p{L}{0,2}|доч\\p{L}*|друг\\p{L}{0,2}|подруг\\p{L}*|начальни\\p{L}*|коллег\\p{L}*|врач\\p{L}{0,2}|сосед\\p{L}*',
);

/** Whether a sentence carries the kind of thing the question asks for. */
export function carries(type: QuestionType, sentence: string, occurredAt: Date | undefined): boolean {
  switch (type) {
    case 'who':
      return NAME.test(sentence) || PERSON.test(sentence);
    case 'when':
      return namesTime(sentence, occurredAt);
    case 'where':
      return PLACE.test(sentence) && (NAME.test(sentence) || !namesTime(sentence, occurredAt));
    case 'how_many':
      return NUMBER.test(sentence);
    case 'why':
      return REASON.test(sentence);
    case 'what':
      return false;
    default: {
      const unknown: never = type;
      return unknown;
    }
  }
}
