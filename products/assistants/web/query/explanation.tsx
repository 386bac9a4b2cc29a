import { Box, Chip, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { QueryExplanation } from '../../contract/index.ts';
import { queryTexts } from './texts.ts';

type Statement = QueryExplanation['statements'][number];
type Select = Statement['selects'][number];

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ mt: 0.75, minWidth: 0 }}>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Box sx={{ overflowWrap: 'anywhere', fontSize: '0.875rem' }}>{children}</Box>
    </Box>
  );
}

function Names({ names }: { readonly names: readonly string[] }): ReactNode {
  const t = useText(queryTexts);
  if (names.length === 0) return t('explain.none');
  return (
    <Stack direction="row" useFlexGap spacing={0.75} sx={{ flexWrap: 'wrap', pt: 0.25 }}>
      {[...new Set(names)].map((name) => (
        <Chip key={name} size="small" variant="outlined" label={name} sx={{ maxWidth: '100%' }} />
      ))}
    </Stack>
  );
}

function Table({ table }: { readonly table: Select['tables'][number] }): ReactNode {
  const t = useText(queryTexts);
  const { kind, name, alias, join, parameters } = table;
  const given = parameters.filter((each) => each !== null);
  return (
    <Box component="li" sx={{ mb: 0.5 }}>
      {join === null ? null : (
        <Box component="span" sx={{ color: 'primary.main', fontWeight: 600 }}>
          {`${t(`explain.join.${join.type}`)}: `}
        </Box>
      )}
      <strong>{name}</strong>
      {given.length === 0 ? '' : `(${given.join(', ')})`}
      {alias === null ? '' : ` ${t('explain.alias', { alias })}`}
      <Box component="span" sx={{ color: 'text.secondary' }}>{` · ${t(`explain.kind.${kind}`)}`}</Box>
      {join === null ? null : (
        <Box sx={{ color: 'text.secondary' }}>{t('explain.on', { condition: join.condition })}</Box>
      )}
    </Box>
  );
}

function SelectPart({ select }: { readonly select: Select }): ReactNode {
  const t = useText(queryTexts);
  const { tables, where, group_by: groupBy, having, depth } = select;
  return (
    <Box sx={{ mt: 1, pl: 1.5, ml: Math.min(depth, 4) * 1.5, borderLeft: 3, borderColor: 'divider' }}>
      {depth === 0 ? null : <Typography variant="caption">{t('explain.nested', { depth })}</Typography>}
      {tables.length === 0 ? null : (
        <Fact name={t('explain.from')}>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {tables.map((table) => (
              <Table
                key={`${table.name} ${table.alias ?? ''} ${table.join?.condition ?? ''}`}
                table={table}
              />
            ))}
          </Box>
        </Fact>
      )}
      {where === null ? null : <Fact name={t('explain.where')}>{where}</Fact>}
      {groupBy.length === 0 ? null : <Fact name={t('explain.group_by')}>{groupBy.join(', ')}</Fact>}
      {having === null ? null : <Fact name={t('explain.having')}>{having}</Fact>}
    </Box>
  );
}

function StatementPart({ statement }: { readonly statement: Statement }): ReactNode {
  const t = useText(queryTexts);
  const { kind, table, selects, order_by: orderBy, totals } = statement;
  return (
    <Box component="li" sx={{ py: 1.5 }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {t(`explain.statement.${kind}`, { table: table ?? '' })}
      </Typography>
      {selects.map((select) => (
        <SelectPart
          key={`${select.depth}:${select.where ?? ''}:${select.tables.map(({ name, alias }) => `${name} ${alias}`).join()}`}
          select={select}
        />
      ))}
      {orderBy.length === 0 ? null : <Fact name={t('explain.order_by')}>{orderBy.join(', ')}</Fact>}
      {totals.length === 0 ? null : <Fact name={t('explain.totals')}>{totals.join(', ')}</Fact>}
    </Box>
  );
}

/** What a query does, in outline: tables, joins, temporary tables, parameters. */
export function Explanation({ query }: { readonly query: QueryExplanation }): ReactNode {
  const t = useText(queryTexts);
  const { line, statements, reads, temporary_tables: temporary, parameters, output } = query;
  return (
    <Box
      component="section"
      aria-label={t('explain.query', { line: line + 1 })}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '12px', p: 2, bgcolor: 'background.paper' }}
    >
      <Fact name={t('explain.reads')}>
        <Names names={reads} />
      </Fact>
      <Fact name={t('explain.parameters')}>
        <Names names={parameters.map((name) => `&${name.replace(/^&/, '')}`)} />
      </Fact>
      {temporary.length === 0 ? null : (
        <Fact name={t('explain.temporary')}>
          {temporary.map(({ name, fields }) => (
            <div key={name}>
              <strong>{name}</strong>
              {fields.length === 0 ? '' : `: ${fields.join(', ')}`}
            </div>
          ))}
        </Fact>
      )}
      <Fact name={t('explain.output')}>
        <Names names={output.map(({ name, expression }) => name ?? expression)} />
      </Fact>
      <Box
        component="ol"
        sx={{ m: 0, mt: 1.5, p: 0, listStyle: 'none', '& > li': { borderTop: 1, borderColor: 'divider' } }}
      >
        {statements.map((statement) => (
          <StatementPart key={statement.start} statement={statement} />
        ))}
      </Box>
    </Box>
  );
}
