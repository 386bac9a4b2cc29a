/** The languages of the interface. Russian is the first. */
export const languages = ['ru', 'en'] as const;

export type Language = (typeof languages)[number];

/** A short text in every language, for what must be known before anything is loaded: titles in menus. */
export type Localized = Readonly<Record<Language, string>>;

/** Messages of one namespace: texts, possibly in groups. Plural forms end in `_one`, `_few`, `_many`, `_other`. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

type PluralBase<Key> = Key extends `${infer Base}_one` ? Base : never;
type PluralForm = 'one' | 'few' | 'many' | 'other';

/**
 * What the Russian messages must be, read from the English ones: the same keys, and four plural forms where
 * English has two.
 */
export type LocaleOf<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` | `${string}_other`
    ? never
    : Key]: English[Key] extends string ? string : LocaleOf<English[Key]>;
} & {
  readonly [Key in keyof English as PluralBase<Key> extends never
    ? never
    : `${PluralBase<Key>}_${PluralForm}`]: string;
};

type Joined<Prefix extends string, Key extends string> = Prefix extends '' ? Key : `${Prefix}.${Key}`;

/** Every text by its dotted key; plural forms under their common name, with `_other` standing for all of them. */
type Flat<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? Key extends `${infer Base}_one` | `${infer Base}_other`
      ? { readonly key: Joined<Prefix, Base>; readonly text: Tree[Key]; readonly plural: true }
      : { readonly key: Joined<Prefix, Key>; readonly text: Tree[Key]; readonly plural: false }
    : Flat<Tree[Key], Joined<Prefix, Key>>;
}[keyof Tree & string];

export type TextKey<Tree> =
  Flat<Tree> extends infer Entry ? (Entry extends { key: infer Key } ? Key : never) : never;

type PlaceholderOf<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;

type NeededBy<Tree, Key> =
  Extract<Flat<Tree>, { readonly key: Key }> extends infer Entry
    ? Entry extends { readonly text: infer Text; readonly plural: infer Plural }
      ? PlaceholderOf<Text> | (Plural extends true ? 'count' : never)
      : never
    : never;

type TextValues<Names> = [Names] extends [never]
  ? []
  : [values: { readonly [Name in Names & string]: Name extends 'count' ? number : string | number }];

/** Reads a text by key. Unknown keys and forgotten values are compile errors. */
export type Translate<Tree> = <Key extends TextKey<Tree> & string>(
  key: Key,
  ...values: TextValues<NeededBy<Tree, Key>>
) => string;

type Load<Tree> = () => Promise<{ readonly messages: Tree }>;

/** The texts of one module: a namespace and how to get it in each language. */
export interface Texts<English = Messages> {
  readonly namespace: string;
  readonly load: Readonly<Record<Language, Load<object>>>;
  /** Never set; carries the type. */
  readonly english?: English;
}

/**
 * Declares a module's texts. English is the measure: the Russian file is `messages: LocaleOf<typeof english>`,
 * so that a missing or superfluous key does not compile.
 */
export function defineTexts<English extends object>(
  namespace: string,
  load: { readonly en: Load<English>; readonly ru: Load<LocaleOf<English>> },
): Texts<English> {
  return { namespace, load };
}
