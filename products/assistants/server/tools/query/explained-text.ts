import type { QueryExplanation } from '../../../contract/index.ts';
import { code, codeCell, paragraphs, table } from '../writing/markdown.ts';
import type { Say } from '../writing/words.ts';

type Statement = QueryExplanation['statements'][number];
type Table = Statement['selects'][number]['tables'][number];

const joins: Readonly<Record<string, readonly [ru: string, en: string]>> = {
  inner: ['внутреннее', 'inner'],
  left: ['левое', 'left'],
  right: ['правое', 'right'],
  full: ['полное', 'full'],
};

function tableRow(say: Say, { name, alias, join, kind, parameters }: Table): readonly string[] {
  const given = parameters.map((parameter) => parameter ?? '').join(', ');
  return [
    codeCell(
      name === ''
        ? say('вложенный запрос', 'nested query')
        : `${name}${kind === 'virtual-table' ? `(${given})` : ''}`,
    ),
    alias === null ? '' : codeCell(alias),
    join === null ? '' : `${say(...(joins[join.type] ?? ['', '']))}: ${codeCell(join.condition)}`,
  ];
}

const listed = (names: readonly string[]): string => names.slice(0, 40).map(code).join(', ');

function statementText(say: Say, statement: Statement, at: number): string {
  const { kind, table: made, fields, selects } = statement;
  const title = {
    select: say('выбирает', 'selects'),
    create: say(
      `создаёт временную таблицу ${code(made ?? '')}`,
      `makes the temporary table ${code(made ?? '')}`,
    ),
    append: say(
      `дополняет временную таблицу ${code(made ?? '')}`,
      `adds to the temporary table ${code(made ?? '')}`,
    ),
    drop: say(
      `уничтожает временную таблицу ${code(made ?? '')}`,
      `drops the temporary table ${code(made ?? '')}`,
    ),
  }[kind];
  return paragraphs(
    `${at + 1}. ${say('Запрос', 'Query')} ${title}${fields.length === 0 ? '' : `: ${listed(fields.map(({ name, expression }) => name ?? expression))}`}`,
    ...selects.slice(0, 6).map(({ tables, where, group_by: groups, having }) =>
      paragraphs(
        tables.length === 0
          ? ''
          : table(
              [say('Таблица', 'Table'), say('Псевдоним', 'Alias'), say('Соединение', 'Join')],
              tables.map((each) => tableRow(say, each)),
            ),
        where === null ? '' : `${say('Отбор', 'Where')}: ${code(where.slice(0, 400))}`,
        groups.length === 0 ? '' : `${say('Группировка', 'Grouped by')}: ${listed(groups)}`,
        having === null ? '' : `${say('Отбор групп', 'Having')}: ${code(having.slice(0, 200))}`,
      ),
    ),
  );
}

/** A query in words and tables. */
export function explainedText(say: Say, query: QueryExplanation): string {
  const { statements, reads, temporary_tables: temporary, parameters, output, errors } = query;
  return paragraphs(
    errors.length === 0
      ? ''
      : say(
          `В тексте ошибок: ${errors.length}; разобрано, что удалось.`,
          `${errors.length} errors in the text; what could be read is told.`,
        ),
    reads.length === 0 ? '' : `${say('Читает таблицы', 'Reads tables')}: ${listed(reads)}`,
    temporary.length === 0
      ? ''
      : `${say('Временные таблицы', 'Temporary tables')}: ${listed(temporary.map(({ name }) => name))}`,
    parameters.length === 0
      ? ''
      : `${say('Параметры', 'Parameters')}: ${listed(parameters.map((name) => `&${name}`))}`,
    ...statements.slice(0, 12).map((statement, at) => statementText(say, statement, at)),
    output.length === 0
      ? ''
      : `${say('Поля результата', 'Fields of the result')}: ${listed(output.map(({ name, expression }) => name ?? expression))}`,
  );
}
