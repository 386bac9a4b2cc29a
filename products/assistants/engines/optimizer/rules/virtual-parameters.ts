import { forEach, type Rule } from '../context.ts';
import { standards } from '../finding.ts';

const computed: ReadonlySet<string | null> = new Set([
  'SLICE_LAST',
  'SLICE_FIRST',
  'BALANCE',
  'TURNOVERS',
  'BALANCE_AND_TURNOVERS',
  'DR_CR_TURNOVERS',
]);

/** Rule 3: a virtual table without parameters is computed whole. */
export const virtualTableWithoutParameters: Rule = (context) =>
  forEach(context, 'virtual-table', (table) => {
    if (!computed.has(table.name) || table.parameters.some((parameter) => parameter !== null)) return null;
    return {
      rule: 3,
      code: 'virtual-table-without-parameters',
      at: table,
      standard: standards.virtualTables,
      reason: {
        ru: 'Виртуальная таблица вызвана без параметров и будет посчитана целиком: передайте период и отбор по измерениям (для текущих остатков — только отбор)',
        en: 'The virtual table has no parameters and will be computed whole: give a period and a filter on dimensions (for current balances, the filter alone)',
      },
    };
  });
