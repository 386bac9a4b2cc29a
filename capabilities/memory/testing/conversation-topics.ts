/** What generated speakers talk about: an opening question, answers that leave its words out, and a later paraphrase. */
export interface Topic {
  /** Asked by one speaker of the other. */
  readonly opening: string;
  /** The matter in a few words; an answer that begins with it can be found by itself. */
  readonly subject: string;
  /** Said in reply; each names one thing, without the words of the opening. */
  readonly answers: readonly string[];
  /** A later mention on another day, in other words; also evidence of the many-turn question. */
  readonly later: readonly string[];
  /** The question asked of the memory; `{name}` is who answered. */
  readonly question: string;
  readonly when: string;
  readonly many: string;
  readonly guess: string;
}

export const TOPICS: readonly Topic[] = [
  {
    opening: 'Which musical instrument are you learning these days?',
    subject: 'My instrument?',
    answers: [
      'The cello, it sounds so warm!',
      'Ukulele, four strings are enough for me.',
      'Accordion, my grandpa left me his.',
    ],
    later: [
      'My fingers hurt after an hour of scales again.',
      'I performed a little waltz at the street fair.',
    ],
    question: 'What musical instrument is {name} learning?',
    when: 'When did {name} mention learning a musical instrument?',
    many: 'What has {name} told about the instrument and its practice, scales and performing?',
    guess: 'Would {name} probably enjoy a concert ticket because of the instrument?',
  },
  {
    opening: 'How is the allotment garden doing this season?',
    subject: 'My garden this season?',
    answers: [
      'Slugs ate every single lettuce.',
      'Two buckets of courgettes already, help!',
      'The greenhouse roof blew away in the storm.',
    ],
    later: ['I finally put up a fence against the deer.', 'We pickled eleven jars yesterday.'],
    question: 'How is the allotment garden of {name} doing?',
    when: 'When did {name} talk about the allotment garden?',
    many: 'What did {name} do about the garden: pickled jars, fence against deer?',
    guess: 'Is {name} likely to need advice on garden pests?',
  },
  {
    opening: 'Did the doctor say anything about the injured knee?',
    subject: 'The doctor and my knee?',
    answers: [
      'Six more weeks of rest, sadly.',
      'It is only a strain, thank goodness.',
      'They want to operate in autumn.',
    ],
    later: ['Swimming is the only exercise left to me.', 'I threw the crutches into the cellar!'],
    question: 'What did the doctor say about the injured knee of {name}?',
    when: 'When did {name} see the doctor about the knee?',
    many: 'How did the recovery of {name} go: doctor, knee, swimming exercise, crutches?',
    guess: 'Could {name} join a long hike with that knee?',
  },
  {
    opening: 'Where are you going for the summer vacation?',
    subject: 'My vacation?',
    answers: [
      'A cabin by a Finnish lake, no internet.',
      'Lisbon first, then a slow train north.',
      'Nowhere, the roof swallowed all our money.',
    ],
    later: ['The suitcase still smells of smoke and pine.', 'I found sand in my shoes this morning.'],
    question: 'Where is {name} going for the summer vacation?',
    when: 'When did {name} talk about the vacation plans?',
    many: 'What did {name} say about the vacation, the suitcase and sand in the shoes?',
    guess: 'Does {name} prefer quiet places for a vacation?',
  },
  {
    opening: 'What did your manager decide about the promotion?',
    subject: 'The promotion, says my manager?',
    answers: [
      'They gave it to somebody from the Oslo office.',
      'I lead the whole packaging team since Monday!',
      'Nothing before the audit, as usual.',
    ],
    later: ['My new badge opens the lab door.', 'I polished my curriculum vitae all evening.'],
    question: 'What did the manager of {name} decide about the promotion?',
    when: 'When did {name} hear about the promotion?',
    many: 'How did the job of {name} develop: promotion, badge, lab, curriculum vitae?',
    guess: 'Might {name} be looking for another job after the promotion decision?',
  },
  {
    opening: 'Have you chosen a name for the adopted puppy?',
    subject: 'The puppy and a name?',
    answers: [
      'Biscuit, because of the colour!',
      'Captain, he commands all of us.',
      'Not yet, we just whistle.',
    ],
    later: ['He chewed the left slipper to pieces.', 'The vet says the vaccination went well.'],
    question: 'What name did {name} choose for the adopted puppy?',
    when: 'When did {name} adopt the puppy?',
    many: 'What happened with the puppy of {name}: slipper chewed, vet, vaccination?',
    guess: 'Would {name} like a gift for the puppy?',
  },
  {
    opening: 'Какую книгу ты сейчас читаешь перед сном?',
    subject: 'Книгу перед сном?',
    answers: [
      'Толстый роман про капитана и лёд.',
      'Сборник рассказов, по одному за вечер.',
      'Биографию одной лётчицы.',
    ],
    later: ['Дочитала до последней страницы и плакала.', 'Закладка всё ещё на середине.'],
    question: 'Какую книгу читает {name} перед сном?',
    when: 'Когда {name} рассказывала о книге?',
    many: 'Что {name} говорила о книге, последней странице и закладке?',
    guess: 'Понравится ли {name} поход в библиотеку за книгой?',
  },
  {
    opening: 'Что решили с ремонтом кухни?',
    subject: 'Ремонт кухни?',
    answers: [
      'Плитка будет зелёная, без узоров.',
      'Отложили, рабочие пропали.',
      'Снесли стену, теперь простор!',
    ],
    later: ['Пыль даже в чайнике.', 'Духовка печёт ровно, хлеб удался.'],
    question: 'Что {name} решила с ремонтом кухни?',
    when: 'Когда {name} обсуждала ремонт кухни?',
    many: 'Как шёл ремонт кухни у {name}: пыль, чайник, духовка, хлеб?',
    guess: 'Пригодится ли {name} новая посуда для кухни?',
  },
];

export const SMALL_TALK: readonly string[] = [
  'Good to hear from you again!',
  'The neighbours were loud all night.',
  'I love this time of the year.',
  'The bus was late, so I walked.',
  'My sister sends her greetings.',
  'Рада тебя слышать!',
  'Погода сегодня странная.',
  'That sounds wonderful, tell me more.',
  'I burned the toast this morning, what a day.',
  'Did you watch the match on television?',
  'The manager of the shop greeted me by name.',
  'We should play some board games soon.',
  'I read the news and got sad.',
  'Our garden chair is broken, never mind.',
  'The vacation pictures of my cousin are endless.',
  'A book fell on my knee, silly me.',
  'Somebody was learning to whistle outside.',
  'На кухне опять шумит холодильник.',
];
