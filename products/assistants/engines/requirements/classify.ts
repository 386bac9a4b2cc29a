import { isIndicative, isInfinitive, subjectOf } from './grammar.ts';
import type { Obligation, QualityCharacteristic, RequirementType } from './requirement.ts';
import type { ReadSentence, TypeKey } from './sentence.ts';

export interface Classification {
  readonly type: RequirementType;
  readonly characteristic?: QualityCharacteristic;
  readonly obligation: Obligation;
}

function declares(sentence: ReadSentence): boolean {
  if (sentence.language === 'en')
    return (
      sentence.actors[0]?.key === 'system' &&
      /\b(?:will|\w{3,}(?:ates|izes|ves|nds|nts|ows|eps|ds|rts|cks|sts|ces))\b/i.test(sentence.text)
    );
  const first = sentence.tokens.find((token) => token.kind === 'word');
  if (isInfinitive(first)) return true;
  if (/(?:^|[^а-яё])буд(?:ет|ут)(?:$|[^а-яё])/i.test(sentence.text)) return true;
  const actor = sentence.actors.find((hit) => hit.key === 'system');
  if (!actor) return false;
  const after = actor.from < 4 && sentence.tokens.slice(actor.to, actor.to + 6).some(isIndicative);
  return after || isIndicative(sentence.tokens[actor.from - 1]);
}

/** How binding the wording is. */
export function obligationOf(sentence: ReadSentence): Obligation {
  const has = (key: string): boolean => sentence.obligations.some((hit) => hit.key === key);
  if (has('prohibited')) return 'prohibited';
  if (has('mandatory')) return 'mandatory';
  if (has('recommended')) return 'recommended';
  if (has('permitted')) return 'permitted';
  return declares(sentence) ? 'declared' : 'none';
}

function scoresOf(sentence: ReadSentence): ReadonlyMap<TypeKey, number> {
  const scores = new Map<TypeKey, number>();
  for (const hit of sentence.types) scores.set(hit.key, (scores.get(hit.key) ?? 0) + hit.weight);
  return scores;
}

const notQualities = new Set<TypeKey>(['constraint', 'business-rule']);

/** Type by weighed words, the subject and the kind of duty; a question, a note or a definition is no requirement. */
export function classify(sentence: ReadSentence): Classification {
  const obligation = obligationOf(sentence);
  const scores = scoresOf(sentence);
  const subject = subjectOf(sentence);
  const context = sentence.obligations.some((hit) => hit.key === 'context');
  const duty = obligation === 'mandatory' || obligation === 'prohibited';
  const none: Classification = { type: 'not-a-requirement', obligation };
  if (/\?\s*$/.test(sentence.text)) return none;
  if (/^[^.!?]{0,80}\s[—–]\s(?!.*\d)(?!не )/.test(sentence.text) && !duty) return none;
  if (context && !duty) return none;
  let best: [QualityCharacteristic | undefined, number] = [undefined, 0];
  for (const [key, score] of scores)
    if (!notQualities.has(key) && score > best[1]) best = [key as QualityCharacteristic, score];
  const constraint = scores.get('constraint') ?? 0;
  const business =
    subject === 'system' ? 0 : (scores.get('business-rule') ?? 0) + (subject === 'person' ? 1 : 0);
  if (obligation === 'none' && business < 4) return none;
  if (constraint >= 3 && constraint >= best[1] && constraint >= business)
    return { type: 'constraint', obligation };
  if (best[0] && best[1] >= 3 && best[1] >= business)
    return { type: 'non-functional', characteristic: best[0], obligation };
  if (business >= 3) return { type: 'business-rule', obligation };
  return { type: 'functional', obligation };
}
