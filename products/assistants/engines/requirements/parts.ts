import { mainClauseStart, predicateOf } from './grammar.ts';
import type { RequirementParts } from './requirement.ts';
import type { ReadSentence } from './sentence.ts';

const criterion =
  /(?:,?\s*(?<![\p{L}\d])(?:но\s+)?(?:не (?:более|менее|позднее|позже|дольше|реже|чаще)|в течение|в пределах|за|до|от|каждые|within|at least|at most|no later than|less than|under|in less than)(?: чем)?(?: за| в)?\s+[^,;.]*\d[^,;]*)/iu;
const trailingCondition =
  /(?:,\s*|\s)(?:если|при|когда|после того как|в случае|if|when|after|unless)\s[^,;]+$/iu;

/** A circumstance in front of the one who acts, without a comma: «при проведении заказа система». */
const leadingCircumstance =
  /^((?:при|после|перед|во время|в ходе|в момент|в случае)\s.+)\s((?:под)?система|программа|конфигурация|приложение|сервис|модуль|документ|отч[её]т|форма)$/iu;

function cleaned(text: string): string {
  return text.replace(/^[\s,;:—–-]+|[\s,;:.—–-]+$/gu, '');
}

/** The parts of `[condition], [subject] shall [action] [object] [criterion]`; what is not found is left out. */
export function partsOf(sentence: ReadSentence): RequirementParts {
  const { text, tokens } = sentence;
  const predicate = predicateOf(sentence);
  if (!predicate) return {};
  const start = mainClauseStart(sentence);
  const startAt = tokens[start]?.start ?? 0;
  const predicateAt = tokens[predicate.from]?.start ?? 0;
  const afterAt = predicate.to > predicate.from ? (tokens[predicate.to - 1]?.end ?? 0) : predicateAt;
  let condition = start > 0 ? cleaned(text.slice(0, startAt)) : '';
  condition = condition.replace(/,\s*(?:то|then)$/i, '');
  let rest = cleaned(text.slice(afterAt));
  const measured = criterion.exec(rest);
  if (measured) rest = rest.slice(0, measured.index) + rest.slice(measured.index + measured[0].length);
  const trailing = condition === '' ? trailingCondition.exec(rest) : null;
  if (trailing && trailing.index > 3) {
    condition = cleaned(trailing[0]);
    rest = rest.slice(0, trailing.index);
  }
  const [action = '', ...object] = cleaned(rest).split(/\s+/);
  let subject = cleaned(text.slice(startAt, predicateAt));
  const circumstance = condition === '' ? leadingCircumstance.exec(subject) : null;
  if (circumstance) [condition, subject] = [circumstance[1] ?? '', circumstance[2] ?? ''];
  return {
    ...(condition && { condition }),
    ...(subject && { subject }),
    ...(action && { action }),
    ...(object.length > 0 && { object: cleaned(object.join(' ')) }),
    ...(measured && { criterion: cleaned(measured[0]) }),
  };
}
