import { createChoices } from './words.ts';

/** Texts that read like descriptions of city quests as far as an index can tell: real stems, inflected, and a long tail. */
export interface QuestText {
  readonly title: string;
  readonly keywords: string;
  readonly text: string;
  readonly popularity: number;
  readonly city: string;
  readonly difficulty: string;
  readonly theme: string;
  readonly price: number;
}

const stems =
  `крепост:ь,и,ью,ям замк:и,а,ов,ами башн:я,и,ю,ями музе:й,я,и,ям тайн:а,ы,у,ами загадк:а,и,у,ами дворц:ы,а,ов,у
  набережн:ая,ой,ую,ые мост:,а,ы,ами улиц:а,ы,у,ам площад:ь,и,ью,ям памятник:,а,и,ам легенд:а,ы,у,ах призрак:,а,и,ов
  маршрут:,а,ы,ом прогулк:а,и,у,ах истори:я,и,ю,ей город:,а,у,ом команд:а,ы,у,ой точк:а,и,у,ах
  подсказк:а,и,у,ами двор:,а,ы,ов крыш:а,и,у,ами подвал:,а,ы,ах купц:ы,а,ов,у император:,а,ы,ом собор:,а,ы,ом
  храм:,а,ы,у парк:,а,и,ом сад:,а,ы,у рек:а,и,у,ой остров:,а,а,ом маяк:,а,и,ом вокзал:,а,ы,ом театр:,а,ы,ом
  детектив:,а,ы,ом сыщик:,а,и,ом шпион:,а,ы,ом клад:,а,ы,ом карт:а,ы,у,ах ключ:,а,и,ом замочн:ый,ого,ые,ым
  старинн:ый,ого,ые,ых ночн:ой,ого,ые,ых семейн:ый,ого,ые,ых древн:ий,его,ие,их темн:ый,ого,ые,ых велик:ий,ого,ие,их
  секретн:ый,ого,ые,ых потерянн:ый,ого,ые,ых северн:ый,ого,ые,ых золот:ой,ого,ые,ых красн:ый,ого,ые,ых
  найд:ите,ем,ут,ет пройд:ите,ем,ут,ет откро:йте,ем,ют,ет узна:йте,ем,ют,ет разгада:йте,ем,ют,ет`
    .split(/\s+/)
    .map((entry) => {
      const [stem = '', endings = ''] = entry.split(':');
      return endings.split(',').map((ending) => `${stem}${ending}`);
    });

const syllables = 'ба ве гор дин жел зар ки лов мир нев оз пет рад сол тин ур фон хор цел чар'.split(' ');
const tails = 'ск вич ово ино град поль ник ец ка ин'.split(' ');
const cities = 'spb msk kzn nnov ekb kgd sochi vlg psk vologda tula irk'.split(' ');
const themes = 'history mystery detective family food art architecture nature literature music'.split(' ');
const glue = 'и в на с по из у за под для что как где'.split(' ');

/** Names of streets and people: 40,000 words of which each is rare. */
function rareWord(index: number): string {
  const part = (divisor: number): string => syllables[Math.floor(index / divisor) % syllables.length] ?? '';
  return `${part(1)}${part(20)}${part(400)}${tails[Math.floor(index / 8_000) % tails.length] ?? ''}`;
}

/** Makes the same texts in every run. */
export function createQuestTexts(seed: number): () => QuestText {
  const choose = createChoices(seed);
  const pick = (list: readonly string[]): string => list[choose(list.length)] ?? '';
  /** Squared twice: a few words are in most texts, most are in few. */
  function word(): string {
    const roll = choose(100);
    if (roll < 18) return pick(glue);
    if (roll < 68) return pick(stems[choose(1 + choose(stems.length))] ?? []);
    return rareWord(choose(1 + choose(1 + choose(40_000))));
  }
  const phrase = (length: number): string => Array.from({ length }, word).join(' ');
  return () => ({
    title: phrase(3 + choose(3)),
    keywords: phrase(3),
    text: phrase(40 + choose(60)),
    popularity: Math.round(10_000 / (1 + choose(3_000))) + choose(100) / 100,
    city: pick(cities),
    difficulty: String(1 + choose(5)),
    theme: pick(themes),
    price: choose(30) * 10_000,
  });
}
