/** Words too frequent to tell texts apart; apostrophes are already removed (see tokenize). */
const ENGLISH = `
a about above after again against all also am an and any anyone anything are arent as at be because been before
being below between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each
either else ever every few for from further get gets getting go goes going gonna got had hadnt has hasnt have havent
having he hed hell her here heres hers herself hes hey hi him himself his how hows i id if ill im in into is isnt it
itd itll its itself ive just let lets like me might more most much must my myself no nor not now of off oh ok okay on
once one only or other our ours ourselves out over own quite rather really same shall she shed shes should shouldnt so
some someone something such than that thatll thats the their theirs them themselves then there theres these they theyd
theyll theyre theyve this those though through to too under until up upon us very was wasnt we wed well were werent weve
what whats whatever when whens where wheres which while who whos whom whose why whys will with within without wont
would wouldnt yeah yes yet you youd youll your youre yours yourself yourselves youve may
`;

const RUSSIAN = `
а без более больше будет будто будем будете будешь буду будут бы был была были было быть в вам вами вас ваш ваша ваше
ваши вдруг ведь весь во вот впрочем все всегда всего всей всем всеми всему всех всею вся всю вы где да даже
для до его ее ей ему если есть еще ею же за зачем здесь и из или им ими иногда их к как какая какие какой каком
каких какую когда конечно которая которого которое которой котором которую которые который которых кто куда ли лишь
лучше между меня мне мной мною может можно мои моим моих мой моя мою мы на над надо наконец нас нам нами наш наша наше
наши не него нее ней нельзя нет ни нибудь никогда ним ними них ничего но ну о об однако он она они оно опять от
перед по под после потом потому почему почти при про просто раз разве с сам сама сами само свое своего своей своем
своему своею свои своих свой свою себе себя сейчас со совсем так такая также такие такое такой там те тебе тебя тем
теперь то тобой тобою тогда того тоже той только том тому тот тою ту тут ты тебе у уж уже хоть хотя чего чей чем через
что чтоб чтобы чтото чуть чье чья эта эти этим этих это этого этой этом этому этот эту я ага ой эх вроде именно
`;

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(words(ENGLISH));
const RUSSIAN_STOP_WORDS: ReadonlySet<string> = new Set(words(RUSSIAN));

/** Tells whether a normalised word (a term of {@link tokenize}, not a stem) is an English or Russian stop word. */
export function isStopWord(term: string): boolean {
  return ENGLISH_STOP_WORDS.has(term) || RUSSIAN_STOP_WORDS.has(term);
}

export function stopWordLanguage(term: string): 'ru' | 'en' | null {
  if (RUSSIAN_STOP_WORDS.has(term)) return 'ru';
  return ENGLISH_STOP_WORDS.has(term) ? 'en' : null;
}
