import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { BackupRefused } from './refused.ts';

/** One more when older programs could not read the archive. */
export const formatVersion = 1;

const Count = Type.Integer({ minimum: 0 });

const Header = Type.Object({
  kind: Type.Literal('header'),
  format: Type.Integer(),
  app_version: Type.String(),
  created_at: Type.String(),
  migrations: Type.Array(Type.Object({ module: Type.String(), name: Type.String(), sha256: Type.String() })),
});

const TableStart = Type.Object({
  kind: Type.Literal('table'),
  schema: Type.String(),
  name: Type.String(),
  columns: Type.Array(Type.String()),
});

/** Every value as PostgreSQL writes it in text. */
const Row = Type.Array(Type.Union([Type.String(), Type.Null()]));

const TableEnd = Type.Object({ kind: Type.Literal('table_end'), rows: Count });

const Sequence = Type.Object({
  kind: Type.Literal('sequence'),
  schema: Type.String(),
  name: Type.String(),
  /** What it gives out next. */
  next: Type.String({ pattern: '^-?[0-9]{1,20}$' }),
});

const File = Type.Object({
  kind: Type.Literal('file'),
  key: Type.String(),
  content_type: Type.String(),
  base64: Type.String(),
});

const End = Type.Object({
  kind: Type.Literal('end'),
  tables: Count,
  rows: Count,
  files: Count,
  /** Of every byte before this line, before compression. */
  sha256: Type.String(),
});

const Line = Type.Union([Header, TableStart, Row, TableEnd, Sequence, File, End]);

export type Header = Static<typeof Header>;
export type Sequence = Static<typeof Sequence>;
export type End = Static<typeof End>;
export type Row = Static<typeof Row>;
/** One line of an archive. A row belongs to the table named last. */
export type Line = Static<typeof Line>;

export function damaged(reason: string): BackupRefused {
  return new BackupRefused(`The archive is damaged (${reason}). Nothing was changed.`);
}

/** Reads one line; the line itself never appears in the error. */
export function parseLine(text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('a line is no JSON');
  }
  if (!Value.Check(Line, value)) throw damaged('a line of unknown kind');
  return value;
}
