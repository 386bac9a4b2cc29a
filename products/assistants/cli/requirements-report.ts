import type {
  Requirement,
  RequirementsAnalysis,
  SuggestedObject,
} from '#products/assistants/engines/requirements';

const place = (one: Requirement): string => {
  if (one.source.page !== undefined) return `с. ${one.source.page}`;
  return one.source.line === undefined ? '' : `стр. ${one.source.line}`;
};

const typeOf = (one: Requirement): string =>
  one.characteristic ? `${one.type}: ${one.characteristic}` : one.type;

function setLines(analysis: RequirementsAnalysis): readonly string[] {
  return [
    ...analysis.duplicates.map(
      (one) => `Повтор: ${one.ids.join(' и ')} (${Math.round(one.similarity * 100)} %)`,
    ),
    ...analysis.conflicts.map((one) => `Противоречие: ${one.ids.join(' и ')}. ${one.message.ru}`),
    ...analysis.variants.map(
      (one) =>
        `Разные слова об одном: ${one.used.map((used) => `${used.term} (${used.ids.length})`).join(', ')}`,
    ),
    ...analysis.sections.map((report) => {
      const lacking = report.sections.filter((section) => section.state !== 'present');
      const shown = lacking.map(
        (section) => `${section.number} ${section.title}${section.state === 'empty' ? ' (пуст)' : ''}`,
      );
      return `ГОСТ ${report.standard}: полнота ${Math.round(report.completeness * 100)} %${shown.length > 0 ? `, нет: ${shown.join('; ')}` : ''}`;
    }),
  ];
}

/** The analysis for a terminal. */
export function textReport(analysis: RequirementsAnalysis): string {
  const lines: string[] = [];
  for (const one of analysis.requirements) {
    if (one.type === 'not-a-requirement') continue;
    lines.push(`${one.id} [${one.score}] ${typeOf(one)}${place(one) && `, ${place(one)}`}`, `  ${one.text}`);
    for (const finding of one.findings)
      lines.push(`  - ${finding.key}: ${finding.message.ru} ${finding.hint.ru}`);
  }
  const { summary } = analysis;
  const counts = Object.entries(summary.byType).map(([type, count]) => `${type} ${count}`);
  return [
    ...lines,
    ...setLines(analysis),
    `Итого: ${summary.total} (${counts.join(', ')}), замечаний ${summary.findings}, оценка ${summary.score}`,
  ].join('\n');
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

/** The analysis as Markdown, with the suggested objects. */
export function markdownReport(analysis: RequirementsAnalysis, objects: readonly SuggestedObject[]): string {
  const rows = analysis.requirements
    .filter((one) => one.type !== 'not-a-requirement')
    .map(
      (one) =>
        `| ${cell(one.id)} | ${cell(one.text)} | ${typeOf(one)} | ${one.score} | ${cell(one.findings.map((finding) => finding.message.ru).join(' '))} |`,
    );
  const suggested = objects.map(
    (one) =>
      `| ${one.kind}.${one.name} | ${cell(one.attributes.map((attribute) => `${attribute.name}: ${attribute.type}`).join(', '))} | ${cell(one.reasons.map((reason) => reason.requirement).join(', '))} |`,
  );
  return [
    '# Требования',
    '',
    '| Код | Требование | Вид | Оценка | Замечания |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## О наборе',
    '',
    ...setLines(analysis).map((line) => `- ${line}`),
    `- Оценка ${analysis.summary.score}, замечаний ${analysis.summary.findings}`,
    '',
    '## Объекты 1С',
    '',
    '| Объект | Реквизиты | Требования |',
    '| --- | --- | --- |',
    ...suggested,
  ].join('\n');
}
