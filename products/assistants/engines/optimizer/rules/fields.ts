import { forEach, type Rule } from '../context.ts';
import { standards } from '../finding.ts';

/** Rule 19, in part: all fields are asked for. */
export const selectStar: Rule = (context) =>
  forEach(context, 'asterisk', (star) => ({
    rule: 19,
    code: 'select-star',
    at: star,
    standard: standards.layout,
    reason: {
      ru: 'Выбираются все поля: перечислите нужные, чтобы не читать лишнее и не зависеть от состава таблицы',
      en: 'All fields are selected: name those needed, so as not to read more and not to depend on the table',
    },
  }));

/** Rule 19, in part: fields of the first query of a union name the result and should be named themselves. */
export const fieldsWithoutAlias: Rule = (context) =>
  forEach(context, 'select-field', (field) => {
    const select = field.parent;
    if (select?.kind !== 'select' || select.parent?.kind === 'union') return null;
    const { expression, alias } = field;
    if (expression.kind === 'asterisk' || (alias !== null && alias.as !== null)) return null;
    const name =
      alias?.name.name ?? (expression.kind === 'column' ? expression.path.at(-1)?.name : undefined);
    return {
      rule: 19,
      code: 'field-without-alias',
      at: field,
      standard: standards.layout,
      reason: {
        ru: 'У поля нет псевдонима через КАК',
        en: 'The field has no alias with AS',
      },
      after:
        name === undefined ? null : `${context.ast.text.slice(expression.start, expression.end)} КАК ${name}`,
    };
  });
