/** What can be said of somebody; facts merge only within one subject and one relation. */
export type Relation =
  | 'named'
  | 'lives_in'
  | 'works'
  | 'studies'
  | 'is'
  | 'has'
  | 'likes'
  | 'dislikes'
  | 'favourite'
  | 'bought'
  | 'visited'
  | 'plans'
  | 'family'
  | 'born'
  | 'allergic'
  | 'became';

interface RelationPattern {
  readonly relation: Relation;
  /** After "I" or its Russian equivalent, which the pattern includes. The object is the first group. */
  readonly self: RegExp;
  /** After a name; the first group is the name, the second the object. Null where nobody says it of others. */
  readonly other: RegExp | null;
}

const OBJECT = '([^.,;:!?…()\\n]{2,80})';
const NAME = "(\\p{Lu}[\\p{L}’'-]{1,30}(?: \\p{Lu}[\\p{L}’'-]{1,30})?)";
const SO =
  '(?:really |absolutely |also |just |still |actually |finally |recently |очень |тоже |недавно |просто |сейчас |наконец )?';

function pattern(relation: Relation, self: string, other: string | null): RelationPattern {
  return {
    relation,
    self: new RegExp(`(?<!\\p{L})(?:${self}) ${OBJECT}`, 'iu'),
    // Names are told by their capital letter, so these respect case.
    other: other === null ? null : new RegExp(`(?<!\\p{L})${NAME} ${SO}(?:${other}) ${OBJECT}`, 'u'),
  };
}

/** Earlier patterns win: the specific before the general. */
export const RELATIONS: readonly RelationPattern[] = [
  pattern('named', "my name is|my name['’]s|please call me|меня зовут|мо[её] имя", null),
  pattern(
    'family',
    "my (?:wife|husband|son|daughter|mother|mom|mum|father|dad|sister|brother|partner|girlfriend|boyfriend|dog|cat|puppy|kitten)(?:['’]s name)? (?:is|was|called|named)|мо(?:его|ю|ему|ей|й|я) (?:мужа|жену|сына|дочь|маму|папу|сестру|брата|собаку|кота|кошку|муж|жена|сын|мама|папа|сестра|брат) (?:зовут|-|—|–)",
    null,
  ),
  pattern('favourite', 'my (?:all-time )?favou?rite|мо[йяеи] любим(?:ый|ая|ое|ые)', null),
  pattern(
    'lives_in',
    `i(?:['’]m| am)? ${SO}(?:living|live|based|moved|relocated) (?:in|to)|я ${SO}(?:живу|переехала?|переезжаю|поселил(?:ся|ась)) (?:в|во|на)|живу (?:в|во|на)`,
    'lives in|lives at|moved to|relocated to|живёт в|живет в|переехал в|переехала в',
  ),
  pattern(
    'works',
    `i(?:['’]m| am)? ${SO}(?:work|working) (?:as|at|for|in|on|with)|my job is|я ${SO}работаю|работаю (?:в|на|над)`,
    'works (?:as|at|for|in|on)|is working (?:as|at|for)|работает',
  ),
  pattern(
    'studies',
    `i(?:['’]m| am)? ${SO}(?:study|studying|learning|learn|graduated)|я ${SO}(?:учусь|изучаю|закончила?|окончила?)`,
    'studies|is studying|is learning|graduated|учится|изучает|закончил|закончила',
  ),
  pattern('allergic', "i(?:['’]m| am) allergic to|у меня аллергия на", 'is allergic to|has an allergy to'),
  pattern(
    'dislikes',
    `i ${SO}(?:hate|dislike|can['’]t stand|don['’]t like)|я ${SO}(?:ненавижу|не люблю|терпеть не могу)|мне не нрав(?:ится|ятся)`,
    'hates|dislikes|ненавидит|не любит',
  ),
  pattern(
    'likes',
    `i ${SO}(?:love|like|enjoy|adore|prefer)|i['’]m into|я ${SO}(?:люблю|обожаю|предпочитаю)|мне ${SO}нрав(?:ится|ятся)`,
    'loves|likes|enjoys|adores|prefers|любит|обожает|предпочитает',
  ),
  pattern(
    'bought',
    `i(?:['’]ve)? ${SO}(?:bought|purchased|ordered)|я ${SO}(?:купила?|заказала?|приобрела?)`,
    'bought|purchased|ordered|купил|купила|заказал|заказала',
  ),
  pattern(
    'visited',
    `i(?:['’]ve)? ${SO}(?:visited|went to|have been to|been to|travell?ed to|traveled to)|я ${SO}(?:ездила?|летала?|ходила?|была?|посетила?)(?: (?:в|во|на|к))?`,
    'visited|went to|travell?ed to|ездил в|ездила в|посетил|посетила',
  ),
  pattern(
    'plans',
    `i(?:['’]m| am) (?:going|planning|hoping) to|i ${SO}(?:plan|want|hope) to|я ${SO}(?:собираюсь|планирую|хочу|мечтаю)`,
    'is going to|is planning to|plans to|wants to|собирается|планирует|хочет|мечтает',
  ),
  pattern(
    'became',
    `i(?:['’]ve)? ${SO}(?:became|started|joined|won|got|adopted|married|decided)|я ${SO}(?:стала?|начала?|вступила?|выиграла?|решила?|завела?)`,
    'became|started|joined|won|adopted|married|decided|стал|стала|начал|начала|выиграл|выиграла|решил|решила',
  ),
  pattern(
    'born',
    `i was born|my birthday is|я родил(?:ся|ась)|мой день рождения`,
    'was born|родился|родилась',
  ),
  pattern(
    'has',
    `i(?:['’]ve got| have got| have| own)|у меня(?: есть| была?| было| были| появил(?:ся|ась|ось|ись))?`,
    'has got|has|owns',
  ),
  pattern('is', "i(?:['’]m| am) an?|i(?:['’]m| am) the|я [-—–]", 'is an?|is the'),
];
