import { defineRule } from '../../rule.ts';
import { listOf } from './java-pattern.ts';
import { L } from './lexeme-kind.ts';
import { type Lexemes, lexemesOf } from './lexemes.ts';

const onBothSides: ReadonlySet<number> = new Set([L.To, L.In, L.Or, L.And]);
const onTheLeft: ReadonlySet<number> = new Set([L.Export, L.Then, L.Do]);
const onTheRight: ReadonlySet<number> = new Set([L.If, L.ElsIf, L.While, L.For, L.Not, L.Each]);
/** After these a plus or a minus is a sign of the number. */
const beforeSign: ReadonlySet<string> = new Set('+ - * / = % < > ( [ , Возврат Return <> <= >='.split(' '));

function isBlank(lexemes: Lexemes, index: number): boolean {
  const kind = lexemes.kind(index);
  return kind === L.Space || kind === L.LineEnd;
}

/** For each lexeme in turn, whether it is a sign and not an operation. */
function signReader(lexemes: Lexemes): (index: number) => boolean {
  return (index) => {
    let before = index - 1;
    while (before >= 0 && isBlank(lexemes, before)) before -= 1;
    return before < 0 || beforeSign.has(lexemes.text(before));
  };
}

export const missingSpace = defineRule({
  key: 'MissingSpace',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  title: { ru: 'Не хватает пробела', en: 'A space is missing' },
  defaults: {
    listForCheckLeft: '',
    listForCheckRight: ', ;',
    listForCheckLeftAndRight: '+ - * / = % < > <> <= >=',
    checkSpaceToRightOfUnary: false,
    allowMultipleCommas: false,
  },
  create: ({ tree, parameters, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      const isSign = signReader(lexemes);
      const setOf = (list: string): ReadonlySet<string> => new Set(listOf(list, ' '));
      const left = setOf(parameters.listForCheckLeft);
      const right = setOf(parameters.listForCheckRight);
      const both = setOf(parameters.listForCheckLeftAndRight);
      const lacksLeft = (index: number): boolean =>
        index > 0 && lexemes.kind(index - 1) !== L.OpenParen && !isBlank(lexemes, index - 1);
      const lacksRight = (index: number): boolean => {
        const [kind, next] = [lexemes.kind(index), lexemes.kind(index + 1)];
        if (!parameters.checkSpaceToRightOfUnary && (kind === L.Plus || kind === L.Minus) && isSign(index))
          return false;
        if (next === L.EndOfFile) return false;
        if (parameters.allowMultipleCommas && kind === L.Comma && next === L.Comma) return false;
        return !isBlank(lexemes, index + 1);
      };
      const tell = (index: number, onLeft: boolean, onRight: boolean): void => {
        const [start, end, text] = [lexemes.start(index), lexemes.end(index), lexemes.text(index)];
        const ru = onLeft && onRight ? 'с обеих сторон' : onLeft ? 'слева' : 'справа';
        const en = onLeft && onRight ? 'on both sides' : onLeft ? 'on the left' : 'on the right';
        report(
          { start, end },
          {
            message: { ru: `Поставьте пробел ${ru} от «${text}»`, en: `Put a space ${en} of "${text}"` },
            fix: {
              title: { ru: 'Добавить пробел', en: 'Add the space' },
              edits: [
                ...(onLeft ? [{ start, end: start, text: ' ' }] : []),
                ...(onRight ? [{ start: end, end, text: ' ' }] : []),
              ],
            },
          },
        );
      };
      for (let index = 0; index < lexemes.count - 1; index += 1) {
        const kind = lexemes.kind(index);
        if (kind === L.Space || kind === L.Comment || kind === L.Identifier) continue;
        const text = lexemes.text(index);
        const isLeft = (left.has(text) || onTheLeft.has(kind)) && lacksLeft(index);
        const isRight = (right.has(text) || onTheRight.has(kind)) && lacksRight(index);
        if (isLeft) tell(index, true, false);
        if (isRight) tell(index, false, true);
        if (!both.has(text) && !onBothSides.has(kind)) continue;
        const [lackLeft, lackRight] = [isLeft || lacksLeft(index), isRight || lacksRight(index)];
        if (lackLeft || lackRight) tell(index, lackLeft, lackRight);
      }
    },
  }),
});
