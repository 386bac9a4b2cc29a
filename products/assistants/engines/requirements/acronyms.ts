import type { QualityFinding } from './requirement.ts';
import { findingAt } from './rules/finding.ts';

/** Known to every reader of such documents. */
const known = new Set(
  'НДС ИНН КПП ОГРН СНИЛС ФИО РФ ООО АО ПАО ИП ГОСТ ФЗ ТЗ ПО ОС СУБД БД ИБ ИТ ЭЦП ЭП КЭП НДФЛ МСК СНГ ЕГАИС ЭДО ОКПО БИК ФНС ПФР ЕГРЮЛ ОКВЭД ТОРГ УПД СБП УСН МРОТ API REST HTTP HTTPS XML JSON CSV XLSX XLS DOCX PDF HTML SQL SOAP FTP SFTP SSL TLS SMS URL ID QR RTO RPO RLS UTC IP TCP VPN WCAG USB RAM CPU GPS USA USD EUR RUB AES SSO LDAP OIDC CRM ERP БСП СКД MS IBM PNG JPG GUID UUID OK SLA KPI ИС АС OAUTH ODATA ККТ ККМ ОФД ФН РФ ТТН НТТП ЖКХ SHA ОКЕИ XSD MTBF OLE COM'.split(
    ' ',
  ),
);

const shape = /(?<![\p{L}\d«"-])(\p{Lu}{2,7})(?![\p{L}\d»"-])/gu;

/** Acronyms that the text explains: «(далее — АСУ)», «АСУ — …», «автоматизированная система (АСУ)». */
export function definedAcronyms(text: string): ReadonlySet<string> {
  const defined = new Set<string>();
  for (const found of text.matchAll(/(?:далее\s*[—–-]?\s*(?:«)?|\()(\p{Lu}{2,7})(?:»)?\)/gu))
    defined.add(found[1] ?? '');
  for (const found of text.matchAll(/(?:^|\n|[.;|]\s)\s*(\p{Lu}{2,7})\s*(?:[—–:|]|\(|\s-\s)/gu))
    defined.add(found[1] ?? '');
  return defined;
}

export function acronymFindings(text: string, defined: ReadonlySet<string>): readonly QualityFinding[] {
  // A sentence all in capitals is a title, not acronyms.
  if (!/\p{Ll}{3}/u.test(text)) return [];
  return [...text.matchAll(shape)].flatMap((found) => {
    const word = found[1] ?? '';
    if (known.has(word) || defined.has(word)) return [];
    return [findingAt('undefined-acronym', text, found.index, found.index + word.length)];
  });
}
