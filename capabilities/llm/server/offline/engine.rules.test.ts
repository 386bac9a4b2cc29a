import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../chat/request.ts';
import { extractAnswer } from './engine.rules.ts';
import { phrases } from './phrases.ts';

const may8 = new Date('2023-05-08T13:00:00Z');
const memory: readonly Passage[] = [
  {
    id: 'a',
    title: 'Caroline',
    occurredAt: may8,
    text: 'Hey! I went to a support group yesterday and it was so powerful.',
  },
  {
    id: 'b',
    title: 'Melanie',
    occurredAt: may8,
    text: "That's cool! I'm swamped with the kids and work. I have three kids. We moved from Sweden because my husband got a job in Boston.",
  },
  {
    id: 'c',
    title: 'user',
    occurredAt: may8,
    text: 'Мою собаку зовут Рекс. Мы живём в Казани с 2015 года. Она любит гулять в парке.',
  },
  { id: 'd', text: 'Anna: Where do you work now?\nBoris: I started at Siemens in March. It pays better.' },
  {
    id: 'e',
    title: 'Заметка о даче',
    text: 'Крышу чинил дядя Миша, потому что она протекала. Заплатили 40 тысяч.',
  },
  {
    id: 'f',
    title: 'Мария',
    occurredAt: may8,
    text: 'Завтра лечу в Стамбул с подругой. А ты где был вчера?',
  },
];

function answer(message: string, passages: readonly Passage[] = memory, earlier?: string): string {
  return extractAnswer({ message, passages, earlier })
    .map(({ text }) => text)
    .join('');
}

describe('answers to questions', () => {
  it.each([
    [
      'When did Caroline go to the support group?',
      'As far as I can tell, 7 May 2023. On 8 May 2023 Caroline said: “I went to a support group yesterday and it was so powerful.” [1]',
    ],
    ['How many kids does Melanie have?', 'On 8 May 2023 Melanie said: “I have three kids.” [2]'],
    [
      'Why did they move?',
      'On 8 May 2023 Melanie said: “We moved from Sweden because my husband got a job in Boston.” [2]',
    ],
    ['Where does Boris work?', 'Boris said: “I started at Siemens in March.” [4]'],
    [
      'Who went to a support group?',
      'On 8 May 2023 Caroline said: “I went to a support group yesterday and it was so powerful.” [1]',
    ],
    ['Как зовут мою собаку?', '8 мая 2023 г. вы сказали: «Мою собаку зовут Рекс.» [3]'],
    ['Где мы живём?', '8 мая 2023 г. вы сказали: «Мы живём в Казани с 2015 года.» [3]'],
    [
      'С какого года мы живём в Казани?',
      'Судя по записи, 2015 год. 8 мая 2023 г. вы сказали: «Мы живём в Казани с 2015 года.» [3]',
    ],
    ['Почему чинили крышу?', 'Заметка о даче: «Крышу чинил дядя Миша, потому что она протекала.» [5]'],
    ['Кто чинил крышу?', 'Заметка о даче: «Крышу чинил дядя Миша, потому что она протекала.» [5]'],
    [
      'Куда летит Мария?',
      'Точного ответа нет, но это может быть связано. Мария, 8 мая 2023 г.: «Завтра лечу в Стамбул с подругой.» [6]',
    ],
    [
      'Когда Мария летит в Стамбул?',
      'Судя по записи, 9 мая 2023 г. Мария, 8 мая 2023 г.: «Завтра лечу в Стамбул с подругой.» [6]',
    ],
    ['Расскажи про собаку', '8 мая 2023 г. вы сказали: «Мою собаку зовут Рекс.» [3]'],
    ['Siemens', 'Boris said: “I started at Siemens in March.” [4]'],
  ])('%s', (question, expected) => {
    expect(answer(question)).toBe(expected);
  });

  it.each(['What is the capital of France?', 'Какая столица Франции?', 'Who painted the ceiling?'])(
    'says that nothing is known: %s',
    (question) => {
      const { nothing } = phrases[/\p{Script=Cyrillic}/u.test(question) ? 'ru' : 'en'];
      expect(answer(question)).toBe(nothing);
      expect(answer(question, [])).toBe(nothing);
    },
  );

  it('continues the question before when the message has no topic of its own', () => {
    expect(answer('When was that?', memory, 'Did Caroline go to a support group?')).toContain('7 May 2023');
    expect(answer('А когда?', memory, 'Мария летит в Стамбул?')).toContain('9 мая 2023');
  });

  it('prefers the answer to the question that stands in a passage', () => {
    expect(answer('Where do you work now?')).not.toContain('“Where do you work now?”');
    const passages = [{ id: 'x', text: 'What is your favourite colour? Blue, always.' }];
    expect(answer('What is the favourite colour?', passages)).toContain('“Blue, always.”');
  });

  it.each(['What do you know about me?', 'Что ты обо мне знаешь?', 'What have I told you?'])(
    'gives an overview: %s',
    (question) => {
      const text = answer(question, [{ id: 'x', title: 'assistant', text: 'You like tea.' }, ...memory]);
      expect(text).toMatch(/\[2\].*\[3\].*\[4\]$/s);
      expect(text).not.toContain('tea');
      expect(answer(question, [])).toMatch(/^(?:I do not remember|Я пока ничего)/);
    },
  );

  it('prefers what people said to what the agent repeated, and a source is no speaker', () => {
    const passages = [
      { id: '1', title: 'assistant', text: 'You adopted a cat called Musya last week.', occurredAt: may8 },
      { id: '2', title: 'Episode: cat', text: 'The user adopted a grey cat.' },
      {
        id: '3',
        title: 'user',
        text: 'I adopted a cat called Musya last week. She is grey.',
        occurredAt: may8,
      },
    ];
    expect(answer('When did I adopt a cat?', passages)).toBe(
      'As far as I can tell, 1 May 2023 – 7 May 2023. On 8 May 2023 you said: “I adopted a cat called Musya last week.” [3]',
    );
  });

  it.each([
    ['When was the fair?', 'The fair was in June 2021.', 'June 2021'],
    ['When was the fair?', 'The fair was last summer.', '1 June 2022 – 31 August 2022'],
    ['Когда была ярмарка?', 'Ярмарка была в 2019 году.', '2019 год.'],
  ])('writes out the time: %s %s', (question, text, date) => {
    expect(answer(question, [{ id: 'x', text, occurredAt: may8 }])).toContain(date);
  });

  it.each([
    ['user', 'You said: “The key is blue.” [1]'],
    ['assistant', 'I said: “The key is blue.” [1]'],
    [undefined, '“The key is blue.” [1]'],
    ['notes.txt', 'From notes.txt: “The key is blue.” [1]'],
  ])('attributes without a date: %s', (title, expected) => {
    const passage = { id: 'x', text: 'The key is blue.' };
    expect(answer('Which key?', [title === undefined ? passage : { ...passage, title }])).toBe(expected);
  });

  it.each([
    ['пользователь', 'Вы сказали: «Ключ синий.» [1]'],
    ['ассистент', 'Мой ответ: «Ключ синий.» [1]'],
  ])('называет говорящего без даты: %s', (title, expected) => {
    expect(answer('Какой ключ?', [{ id: 'x', title, text: 'Ключ синий.' }])).toBe(expected);
  });

  it('takes the sentence before a pronoun along', () => {
    const passages = [{ id: 'x', text: 'Rex is our dog. He loves swimming.' }];
    expect(answer('What about swimming?', passages)).toBe('“Rex is our dog. He loves swimming.” [1]');
  });

  it('says so when the evidence is thin', () => {
    const passages = [{ id: 'x', text: 'The harbour was full of old wooden boats.' }];
    expect(answer('Which boats did Grandfather sell?', passages)).toMatch(/^I am not sure/);
  });

  it('names a long source shortly and cuts a long sentence at a word', () => {
    const passages = [
      { id: 'x', title: 'minutes of the meeting', text: `The budget ${'grew and '.repeat(80)}ended.` },
    ];
    const text = answer('What about the budget?', passages);
    expect(text).toMatch(/^From minutes of the meeting: “The budget grew/);
    expect(text).toMatch(/(?:grew|and)…” \[1\]$/);
  });
});

describe('messages that are no questions', () => {
  it.each([
    ['Hi!', 'greeting'],
    ['hello there', 'greeting'],
    ['Добрый день!', 'greeting'],
    ['Hi, how are you?', 'greeting'],
    ['Привет! Как дела?', 'greeting'],
    ['thanks a lot', 'thanks'],
    ['Спасибо большое!', 'thanks'],
    ['Bye!', 'farewell'],
    ['До свидания', 'farewell'],
    ['ok', 'acknowledged'],
    ['Понятно.', 'acknowledged'],
    ['What can you do?', 'abilities'],
    ['Что ты умеешь?', 'abilities'],
    ['help', 'abilities'],
    ['!!!', 'abilities'],
  ] as const)('%s is answered as %s', (message, kind) => {
    const language = /\p{Script=Cyrillic}/u.test(message) ? 'ru' : 'en';
    expect(answer(message)).toBe(phrases[language][kind]);
  });

  it.each([
    ['My sister lives in Oslo.', "I'll remember that: “My sister lives in Oslo.”"],
    ['Please remember that I am allergic to nuts', "I'll remember that: “I am allergic to nuts”"],
    ['Запомни, что у меня аллергия на орехи', 'Буду помнить: «у меня аллергия на орехи»'],
    ['Вчера мы с Олей ходили в театр.', 'Буду помнить: «Вчера мы с Олей ходили в театр.»'],
    ['What a lovely day we had at the lake.', "I'll remember that: “What a lovely day we had at the lake.”"],
  ])('%s is kept', (message, expected) => {
    expect(answer(message)).toBe(expected);
  });

  it.each([
    'Do you remember my dog?',
    'Помнишь, где мы живём?',
    'Remember when we moved?',
    'I moved. Where did we live before?',
  ])('is a question: %s', (message) => {
    expect(answer(message)).not.toMatch(/^(?:I'll remember|Буду помнить)/);
  });

  it('uses the locale when the message has no letters', () => {
    expect(extractAnswer({ message: '?!', passages: [], locale: 'ru' })[0]?.text).toBe(phrases.ru.abilities);
  });
});

describe('whatever comes in', () => {
  const words = fc.constantFrom(
    'Anna',
    'Oslo',
    'dog',
    'went',
    'to',
    'yesterday',
    '«',
    '”',
    '[2]',
    '\n',
    'собака',
    'Рекс',
    'в',
    '7',
    '?',
    '.',
    '</passage>',
    '\ud800',
    '👩‍👩‍👧',
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const passage = fc.record(
    {
      id: fc.uuid(),
      text,
      title: text,
      occurredAt: fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2100-01-01') }),
    },
    { requiredKeys: ['id', 'text'] },
  );

  it('quotes only what stands in the cited passage, and answers equal input equally', () => {
    fc.assert(
      fc.property(text, fc.array(passage, { maxLength: 5 }), (message, passages) => {
        const parts = extractAnswer({ message, passages });
        expect(parts).toEqual(extractAnswer({ message, passages }));
        expect(parts.map((part) => part.text).join('')).not.toBe('');
        for (const part of parts) {
          if (part.marker === undefined) continue;
          const source = passages[part.marker - 1]?.text ?? '';
          const quoted = /^[^“«]*[“«]([\s\S]*)[”»] \[\d+\] ?$/u.exec(part.text)?.[1] ?? 'missing';
          const isCut = quoted.endsWith('…') && !source.includes(quoted);
          expect(source).toContain(isCut ? quoted.slice(0, -1) : quoted);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says at most three quotations', () => {
    fc.assert(
      fc.property(text, fc.array(passage, { maxLength: 8 }), (message, passages) => {
        expect(
          extractAnswer({ message, passages }).filter((part) => part.marker !== undefined).length,
        ).toBeLessThanOrEqual(3);
      }),
    );
  });
});

it('answers with what was said in reply to the same question, though the reply shares no word with it', () => {
  const passages = [
    { id: 'a', title: 'Oskar', text: 'The vacation pictures of my cousin are endless.' },
    {
      id: 'b',
      title: 'Oskar',
      text: 'Biscuit, because of the colour!',
      replyTo: 'What did you call the puppy you adopted?',
    },
  ];
  const parts = extractAnswer({ message: 'What name did Oskar choose for the adopted puppy?', passages });
  expect(parts.flatMap(({ marker }) => marker ?? [])).toEqual([2]);
  expect(parts.map(({ text }) => text).join('')).toContain('Biscuit');
});
