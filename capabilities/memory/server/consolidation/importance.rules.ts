import { tokenize } from '#platform/server/language';

const EMPHASIS =
  /(?<!\p{L})(?:important|remember|don['’]t forget|never forget|always|deadline|urgent|password|allerg\w*|важно|запомни\p{L}*|не забудь|напомни|срочно|всегда|никогда|аллерги\p{L}*)(?!\p{L})/iu;
const ABOUT_SELF =
  /(?<!\p{L})(?:my name|i live|i work|i am|i['’]m|i have|i['’]ve|i love|i like|i hate|i prefer|i bought|i moved|my (?:wife|husband|son|daughter|mother|mom|father|dad|sister|brother|dog|cat|birthday)|меня зовут|я живу|я работаю|я люблю|мне нравится|я купил\p{L}*|у меня|мо[йяи] (?:муж|жена|сын|дочь|мама|папа|сестра|брат|собака|кот|день рождения))(?!\p{L})/iu;
const CHANGE =
  /(?<!\p{L})(?:decided|married|divorced|born|died|moved|graduated|promoted|hired|fired|adopted|diagnosed|won|решил\p{L}*|женил\p{L}*|замуж|родил\p{L}*|умер\p{L}*|переехал\p{L}*|уволил\p{L}*|выиграл\p{L}*)(?!\p{L})/iu;
const NUMBER = /\d/;
const NAME_INSIDE = /\p{Ll}[,]? \p{Lu}\p{Ll}/u;
const QUESTION = /\?\s*$/;

/**
 * Estimates how much a turn is worth keeping, 0..1, from its surface alone: facts about people, changes, numbers,
 * names and emphasis raise it; greetings, bare agreement and questions lower it. Around 0.4 for ordinary talk,
 * below 0.2 for small talk.
 */
export function estimateImportance(content: string): number {
  const words = tokenize(content.slice(0, 4000)).length;
  if (words === 0) return 0.05;
  let importance = 0.1 + 0.25 * Math.min(1, words / 12);
  if (ABOUT_SELF.test(content)) importance += 0.2;
  if (CHANGE.test(content)) importance += 0.15;
  if (EMPHASIS.test(content)) importance += 0.25;
  if (NUMBER.test(content)) importance += 0.1;
  if (NAME_INSIDE.test(content)) importance += 0.1;
  if (QUESTION.test(content)) importance -= 0.1;
  return Math.min(1, Math.max(0.05, Math.round(importance * 100) / 100));
}
