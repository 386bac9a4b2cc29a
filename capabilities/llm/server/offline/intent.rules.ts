import { splitSentences } from '#platform/server/language';

/** What a message wants. */
export type Intent =
  | { readonly kind: 'greeting' | 'farewell' | 'thanks' | 'acknowledgement' | 'abilities' }
  | { readonly kind: 'remember'; readonly statement: string }
  | { readonly kind: 'question'; readonly text: string };

/** `\b` knows no Cyrillic. */
const END = '(?![\\p{L}\\p{N}])';
const opening = (words: string) => new RegExp(`^(?:${words})${END}`, 'iu');
const whole = (words: string) =>
  new RegExp(
    `^(?:${words})(?:[\\s,.!?)]+(?:how are you(?: doing)?|как дела|there|all|everyone|friend|so much|very much|a lot|then|again|всем|большое|огромное|тебе|вам|за всё|за все|снова))*[\\s,.!?)…]*$`,
    'iu',
  );

const GREETING = whole(
  'hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|привет|приветствую|здравствуй|здравствуйте|' +
    'how are you(?: doing)?|how is it going|как дела|как ты|как поживаешь|как поживаете|добрый (?:день|вечер)|доброе утро|доброго дня|хай|салют',
);
const FAREWELL = whole(
  'bye|bye bye|goodbye|good night|see you|see you (?:later|soon|tomorrow)|пока|пока-пока|до свидания|до встречи|до завтра|спокойной ночи',
);
const THANKS = whole('thanks|thank you|thx|ty|cheers|many thanks|спасибо|благодарю|спс|пасиб|пасибо');
const ACKNOWLEDGEMENT = whole(
  'ok|okay|yes|yeah|yep|no|nope|sure|fine|great|good|cool|nice|got it|i see|да|ага|нет|хорошо|ладно|понятно|ясно|отлично|супер|класс',
);
const ABILITIES =
  /^(?:(?:so|and|а|ну)[\s,]+)?(?:what (?:can|do) you do|what are you(?: able to do)?|who are you|how do you work|what is this|help(?: me)?|что (?:ты|вы) (?:умеешь|умеете|можешь|можете)(?: делать)?|кто (?:ты|вы)(?: такой| такая| такие)?|как (?:ты|вы) (?:работаешь|работаете)|помощь|помоги(?:те)?|справка)[\s?!.]*$/iu;
const REMEMBER =
  /^(?:(?:please|пожалуйста)[\s,]+)?(?:remember|note|keep in mind|don['’]?t forget|save|запомни(?:те)?|запиши(?:те)?|сохрани(?:те)?|не забудь(?:те)?|имей(?:те)? в виду|учти(?:те)?)(?:[\s,:]+(?:please|пожалуйста))?[\s,:–-]+(?:(?:that|что)[\s,:]+)?(?<statement>.*\S)\s*$/isu;
const RECALL = opening(
  '(?:please |пожалуйста,? )?(?:tell|remind|show|list|find|recall|describe|summari[sz]e|name|search|look up|give me|расскажи|расскажите|напомни|' +
    'напомните|покажи|покажите|перечисли|перечислите|найди|найдите|опиши|опишите|назови|назовите|вспомни|скажи|скажите)',
);
const ASKING = opening(
  '(?:(?:and|so|but|а|и|ну|но)[\\s,]+)?(?:who|whom|whose|what|whats|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|am|' +
    'кто|кого|кому|кем|чей|чья|чьё|чье|что|чего|чему|чем|когда|где|куда|откуда|почему|зачем|отчего|как|какой|какая|какое|какие|какого|каких|каким|' +
    'сколько|помнишь|помните|знаешь|знаете|есть ли|во сколько|с кем|о чём|о чем|в каком|в какой|на каком|на какой|у кого|для кого)',
);
const DECLARATIVE_OPENING =
  /^(?:what a|how (?:nice|cool|great|lovely)|как (?:здорово|хорошо|жаль)|что (?:касается|ж))/iu;

function asks(sentence: string): boolean {
  const bare = sentence.replace(/["'»”)\s]+$/u, '');
  if (bare.endsWith('?')) return true;
  if (DECLARATIVE_OPENING.test(sentence)) return false;
  return ASKING.test(sentence) || RECALL.test(sentence) || /(?<!\p{L})ли(?!\p{L})/u.test(sentence);
}

/** Decides what a message wants by its wording alone. */
export function intentOf(message: string): Intent {
  const text = message.trim();
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return { kind: 'abilities' };
  if (GREETING.test(text)) return { kind: 'greeting' };
  if (FAREWELL.test(text)) return { kind: 'farewell' };
  if (THANKS.test(text)) return { kind: 'thanks' };
  if (ACKNOWLEDGEMENT.test(text)) return { kind: 'acknowledgement' };
  if (ABILITIES.test(text)) return { kind: 'abilities' };
  const sentences = splitSentences(text).map((sentence) => sentence.text);
  const questions = sentences.filter(asks);
  const last = sentences.at(-1) ?? text;
  const asked = REMEMBER.exec(text)?.groups?.['statement'];
  if (asked !== undefined && !last.endsWith('?')) return { kind: 'remember', statement: asked };
  if (questions.length > 0) return { kind: 'question', text: questions.join(' ') };
  // One or two words without a verb are a search, not a story.
  if (sentences.length === 1 && text.split(/\s+/u).length <= 2) return { kind: 'question', text };
  return { kind: 'remember', statement: text };
}
