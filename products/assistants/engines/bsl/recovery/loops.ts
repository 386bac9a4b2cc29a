import type { Block, Expression, Statement } from '../syntax.ts';
import { T } from '../token-kind.ts';
import { beforeExpression, readExpression } from './expressions.ts';
import { atEnd, type Follow, followed, type Reader } from './reader.ts';
import { statements } from './statement-kinds.ts';

const beforeBody: Follow = followed([...statements, T.EndDo]);
const beforeSemicolon: Follow = followed([T.Semicolon], true);

/** `Пока`, `Для` and `Для Каждого`. */
export function readLoop(reader: Reader, readBlock: (after: Follow) => Block): Statement {
  const first = reader.at;
  let [variable, equal, word, doKeyword, endKeyword] = [-1, -1, -1, -1, -1];
  let [from, to]: (Expression | undefined)[] = [];
  let body: Block | undefined;
  const isWhile = reader.is(T.While);
  const isEach = reader.peek(1) === T.Each;
  const readBody = (): void => {
    doKeyword = reader.match(T.Do, 'doKeyword', beforeBody);
    body = readBlock(followed([T.EndDo]));
    endKeyword = reader.match(T.EndDo, 'endDo', atEnd);
  };
  reader.within(beforeSemicolon, () => {
    if (isWhile) {
      reader.take(T.While);
      from = readExpression(reader, followed([T.Do]));
    } else if (isEach) {
      reader.take(T.For);
      reader.take(T.Each);
      variable = reader.match(T.Identifier, 'name', followed([T.In]));
      word = reader.match(T.In, 'inKeyword', beforeExpression);
      from = readExpression(reader, followed([T.Do]));
    } else {
      if (reader.peek(1) !== T.Identifier) reader.stuck('name', reader.place(1));
      reader.take(T.For);
      variable = reader.take(T.Identifier);
      equal = reader.match(T.Equal, 'equal', beforeExpression);
      from = readExpression(reader, followed([T.To]));
      word = reader.match(T.To, 'toKeyword', beforeExpression);
      to = readExpression(reader, followed([T.Do]));
    }
    readBody();
  });
  const last = reader.at - 1;
  const missing: Expression = { kind: 'missing', first: reader.at, last, parent: undefined };
  const rest = {
    first,
    last,
    doKeyword,
    body: body ?? { kind: 'block', first: reader.at, last, statements: [], parent: undefined },
    endKeyword,
    semicolon: -1,
    parent: undefined,
  };
  if (isWhile) return { kind: 'while', condition: from ?? missing, ...rest };
  if (isEach) return { kind: 'forEach', variable, inKeyword: word, collection: from ?? missing, ...rest };
  return { kind: 'for', variable, equal, from: from ?? missing, toKeyword: word, to: to ?? missing, ...rest };
}
