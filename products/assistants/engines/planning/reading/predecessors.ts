import type { Link, LinkType, WorkUnit } from '../plan.ts';

/** As in the tables of MS Project, in English and Russian. */
const types: Readonly<Record<string, LinkType>> = {
  FS: 'FS',
  SS: 'SS',
  FF: 'FF',
  SF: 'SF',
  ОН: 'FS',
  НН: 'SS',
  ОО: 'FF',
  НО: 'SF',
};

interface LagUnit {
  readonly unit: WorkUnit;
  readonly times: number;
  readonly elapsed: boolean;
}

function lagUnit(text: string): LagUnit | undefined {
  const elapsed = /^(?:e|п(?=[дчмн]))/.test(text);
  const name = elapsed ? text.slice(1) : text;
  if (/^(?:|d|days?|д|дн|дней|дня|день)$/.test(name)) return { unit: 'days', times: 1, elapsed };
  if (/^(?:h|hrs?|hours?|ч|час|часов|часа)$/.test(name)) return { unit: 'hours', times: 1, elapsed };
  if (/^(?:m|mins?|minutes?|м|мин)$/.test(name)) return { unit: 'hours', times: 1 / 60, elapsed };
  if (/^(?:w|wks?|weeks?|н|нед)$/.test(name)) return { unit: 'days', times: elapsed ? 7 : 5, elapsed };
  return undefined;
}

const startsWithId =
  /^(.*?)(?:(FS|SS|FF|SF|ОН|НН|ОО|НО)\s*(?:([+-])\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([a-zа-я]{0,10})\.?)?)?$/iu;

/**
 * One predecessor: `3`, `3FS`, `3FS+2d`, `12SS-4h`, `7ОН+2д`; `ed`, `eh` and `пд`, `пч` count around the clock. Undefined
 * for anything else.
 */
export function parsePredecessor(text: string): Link | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 200) return undefined;
  const parts = startsWithId.exec(trimmed);
  const id = parts?.[1]?.trim();
  if (parts === null || id === undefined || id === '') return undefined;
  const type = types[(parts[2] ?? 'FS').toUpperCase()] ?? 'FS';
  const unit = lagUnit((parts[5] ?? '').toLowerCase());
  if (unit === undefined) return undefined;
  const size = Number((parts[4] ?? '0').replace(',', '.')) * unit.times;
  const lag = parts[3] === '-' ? -size : size;
  const link: Link = { from: id, type, lag: lag === 0 ? 0 : lag, lagUnit: unit.unit };
  return unit.elapsed ? { ...link, elapsed: true } : link;
}

/** A list separated by semicolons or commas (a comma between digits of a lag stays with it). */
export function splitPredecessors(text: string): readonly string[] {
  return text
    .split(/;|,(?!\d{1,6}\s*[a-zа-я])/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
