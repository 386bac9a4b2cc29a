import { isIndicative, isInfinitive, mainClauseStart, predicateOf, subjectOf } from '../grammar.ts';
import type { QualityFinding } from '../requirement.ts';
import type { ReadSentence } from '../sentence.ts';
import { findingAt } from './finding.ts';

const activeReflexive =
  /^(?:явля|наход|относ|отлич|появ|оста|станов|каса|треб|допуска|запре|разреш|рекоменд|планир|предполаг|подключ|авториз|зарегистр|регистрир|нача|начина|заканчив|заверша|открыва|запуска|работа|содерж|измеря|равня|состо|устанавливаться|адаптир|масштабир|обраща|взаимодейств|оказ|случа|ошиба|совпада|пользова|нужда|получ|возвраща|оговарив|отобража|понима|называ|увелич|уменьш)/;
const shortParticiple = /(?:ан|ана|ано|аны|ен|ена|ено|ены|ят|ята|ято|яты|ут|уто|уты)$/;
const being = new Set(['быть', 'будет', 'будут', 'был', 'была', 'было', 'были']);

function agentNamed(sentence: ReadSentence): boolean {
  if (sentence.language === 'en') return /\bby (?:the |an? )?\w+/i.test(sentence.text);
  return sentence.actors.some((hit) =>
    /(?:ом|ем|ой|ей|ами|ями|ием|ым|им)$/.test(sentence.tokens[hit.to - 1]?.lower ?? ''),
  );
}

function passiveAt(sentence: ReadSentence): [number, number] | undefined {
  const { tokens } = sentence;
  const start = mainClauseStart(sentence);
  if (sentence.language === 'en') {
    const at = tokens.findIndex(
      (token, index) =>
        index >= start &&
        /^(?:be|is|are|been)$/.test(token.lower) &&
        /(?:ed|en|wn|nt|ade|ilt|ept)$/.test(tokens[index + 1]?.lower ?? '') &&
        !/^(?:required|allowed|expected|prohibited|permitted|consistent|compliant|different|present|sufficient|efficient|current|persistent|open|red)$/.test(
          tokens[index + 1]?.lower ?? '',
        ),
    );
    return at < 0 ? undefined : [at, at + 2];
  }
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quoted) continue;
    if (/(?:ться|тись)$/.test(token.lower) || /(?:ется|ются|ится|ятся)$/.test(token.lower)) {
      if (!activeReflexive.test(token.lower)) return [at, at + 1];
    } else if (being.has(token.lower)) {
      const next = [at + 1, at + 2].find(
        (index) =>
          tokens[index]?.kind === 'word' &&
          shortParticiple.test(tokens[index]?.lower ?? '') &&
          (tokens[index]?.lower.length ?? 0) > 4,
      );
      if (next !== undefined) return [at, next + 1];
    }
  }
  return undefined;
}

function actorFinding(sentence: ReadSentence): QualityFinding | undefined {
  const subject = subjectOf(sentence);
  if (subject === 'system' || subject === 'person' || agentNamed(sentence)) return undefined;
  const passive = passiveAt(sentence);
  const at = (from: number, to: number): [number, number] => [
    sentence.tokens[from]?.start ?? 0,
    sentence.tokens[to - 1]?.end ?? 0,
  ];
  if (passive) return findingAt('passive-no-actor', sentence.text, ...at(...passive));
  const predicate = predicateOf(sentence);
  const prohibited = sentence.obligations.some((hit) => hit.key === 'prohibited');
  if (!predicate?.impersonal || subject !== 'none' || prohibited) return undefined;
  return findingAt(
    'missing-actor',
    sentence.text,
    ...at(predicate.from, Math.max(predicate.to, predicate.from + 1)),
  );
}

const connectors =
  /(?<![а-яёa-z])(?:а также|кроме того|при этом|помимо этого|as well as|in addition|additionally)(?![а-яёa-z])/i;
const englishVerbs = new Set(
  'send notify store log print display save update export record email create delete calculate show validate generate notify archive import block open close sort filter'.split(
    ' ',
  ),
);

function compoundFinding(sentence: ReadSentence): QualityFinding | undefined {
  const { tokens, text } = sentence;
  const duties = sentence.obligations.filter(
    (hit) =>
      ((hit.key === 'mandatory' || hit.key === 'prohibited') &&
        !/^(?:не|at)$/.test(tokens[hit.from]?.lower ?? '')) ||
      hit.key === 'prohibited',
  );
  const apart = duties.filter((hit, index) => index === 0 || hit.from >= (duties[index - 1]?.to ?? 0));
  const second = apart[1];
  const sameWord =
    second &&
    duties.some((hit) => hit !== second && hit.from < second.to && hit.to > second.from && hit === apart[0]);
  if (second && !sameWord)
    return findingAt('compound', text, tokens[second.from]?.start ?? 0, tokens[second.to - 1]?.end ?? 0);
  const joined = connectors.exec(text);
  if (joined) return findingAt('compound', text, joined.index, joined.index + joined[0].length);
  const predicate = predicateOf(sentence);
  if (!predicate) return undefined;
  let actions = 0;
  for (let at = predicate.from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quoted) continue;
    if (
      /^(?:чтобы|если|который|которая|которые|возможность|when|if|so|that|which)$/.test(token.lower) &&
      actions > 0
    )
      return undefined;
    const russian = sentence.language === 'ru' && isInfinitive(token);
    const indicative =
      sentence.language === 'ru' &&
      actions > 0 &&
      isIndicative(token) &&
      isIndicative(tokens[predicate.from]);
    const english = sentence.language === 'en' && englishVerbs.has(token.lower);
    if (!russian && !english && !indicative) {
      if (at === predicate.from && isIndicative(token)) actions += 1;
      continue;
    }
    const before = [tokens[at - 1]?.lower, tokens[at - 2]?.lower];
    if (actions > 0 && before.some((word) => word === 'и' || word === 'and'))
      return findingAt('compound', text, token.start, token.end);
    actions += 1;
  }
  return undefined;
}

/** Findings about the build of the sentence: duty, actor, one thing at a time, length. A rule of trade (`ruled`) needs no actor. */
export function structureFindings(
  sentence: ReadSentence,
  declared: boolean,
  ruled: boolean,
): readonly QualityFinding[] {
  const found: QualityFinding[] = [];
  const verb = predicateOf(sentence);
  if (declared) {
    const token = sentence.tokens[verb?.from ?? 0];
    found.push(findingAt('no-obligation', sentence.text, token?.start ?? 0, token?.end ?? 0));
  }
  const actor = ruled ? undefined : actorFinding(sentence);
  if (actor) found.push(actor);
  const compound = compoundFinding(sentence);
  if (compound) found.push(compound);
  const count = sentence.tokens.filter((token) => token.kind === 'word').length;
  if (count > 35) found.push(findingAt('too-long', sentence.text, 0, sentence.text.length));
  return found;
}
