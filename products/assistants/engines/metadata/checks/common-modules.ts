import type { CommonModuleFlags } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';
import {
  type Check,
  type CheckContext,
  type CheckKey,
  type CheckSeverity,
  type CheckType,
  objectHit,
} from './check-types.ts';

type Flags = (flags: CommonModuleFlags, ordinary: boolean) => boolean;

const ordinaryClient: Flags = (flags, ordinary) => flags.clientOrdinaryApplication || !ordinary;
const onClient: Flags = (flags, ordinary) =>
  ordinaryClient(flags, ordinary) && flags.clientManagedApplication;

const isServer: Flags = (flags, ordinary) =>
  !flags.serverCall &&
  flags.server &&
  flags.externalConnection &&
  ordinaryClient(flags, ordinary) &&
  !flags.clientManagedApplication;
const isServerCall: Flags = (flags) =>
  flags.serverCall &&
  flags.server &&
  !flags.externalConnection &&
  !flags.clientOrdinaryApplication &&
  !flags.clientManagedApplication;
const isClient: Flags = (flags, ordinary) =>
  !flags.serverCall && !flags.server && !flags.externalConnection && onClient(flags, ordinary);
const isClientServer: Flags = (flags, ordinary) =>
  !flags.serverCall && flags.server && flags.externalConnection && onClient(flags, ordinary);

const has =
  (...words: readonly string[]) =>
  (name: string) =>
    words.some((word) => name.includes(word));

interface NameRule {
  readonly key: CheckKey;
  readonly type: CheckType;
  readonly severity: CheckSeverity;
  /** Which modules the rule is about. */
  readonly when: Flags;
  /** The name in lower case is right. */
  readonly good: (name: string, context: CheckContext) => boolean;
  readonly message: (name: string) => LocalText;
}

const postfix =
  (ru: string, en: string, what: LocalText) =>
  (name: string): LocalText => ({
    ru: `Имя общего модуля «${name}» (${what.ru}) должно содержать «${ru}»`,
    en: `The name of common module "${name}" (${what.en}) should contain "${en}"`,
  });

const rules: readonly NameRule[] = [
  {
    key: 'CommonModuleInvalidType',
    type: 'error',
    severity: 'major',
    when: (flags, ordinary) =>
      ![isServer, isServerCall, isClient, isClientServer].some((one) => one(flags, ordinary)),
    good: () => false,
    message: (name) => ({
      ru: `Сочетание флагов общего модуля «${name}» не соответствует ни одному из допустимых типов`,
      en: `The flags of common module "${name}" make none of the allowed types`,
    }),
  },
  {
    key: 'CommonModuleNameCached',
    type: 'smell',
    severity: 'major',
    when: (flags) => flags.reuse !== 'DontUse',
    good: has('повторноеиспользование', 'повтисп', 'cached'),
    message: postfix('ПовтИсп', 'Cached', {
      ru: 'повторное использование значений',
      en: 'return values are reused',
    }),
  },
  {
    key: 'CommonModuleNameClient',
    type: 'smell',
    severity: 'minor',
    when: (flags, ordinary) => !flags.global && isClient(flags, ordinary),
    good: has('клиент', 'client'),
    message: postfix('Клиент', 'Client', { ru: 'клиентский', en: 'client' }),
  },
  {
    key: 'CommonModuleNameClientServer',
    type: 'smell',
    severity: 'major',
    when: isClientServer,
    good: has('клиентсервер', 'clientserver'),
    message: postfix('КлиентСервер', 'ClientServer', { ru: 'клиент и сервер', en: 'client and server' }),
  },
  {
    key: 'CommonModuleNameFullAccess',
    type: 'hotspot',
    severity: 'major',
    when: (flags) => flags.privileged,
    good: has('полныеправа', 'fullaccess'),
    message: postfix('ПолныеПрава', 'FullAccess', { ru: 'привилегированный', en: 'privileged' }),
  },
  {
    key: 'CommonModuleNameGlobal',
    type: 'smell',
    severity: 'major',
    when: (flags) => flags.global,
    good: has('глобальный', 'global'),
    message: postfix('Глобальный', 'Global', { ru: 'глобальный', en: 'global' }),
  },
  {
    key: 'CommonModuleNameGlobalClient',
    type: 'smell',
    severity: 'major',
    when: (flags, ordinary) => flags.global && isClient(flags, ordinary),
    // The very first letters do not count: the word is wrong as an ending, not as a beginning.
    good: (name) => !has('клиент', 'client')(name.slice(1)),
    message: (name) => ({
      ru: `Глобальному модулю «${name}» слово «Клиент» в имени не нужно`,
      en: `Global module "${name}" needs no "Client" in its name`,
    }),
  },
  {
    key: 'CommonModuleNameServerCall',
    type: 'smell',
    severity: 'minor',
    when: isServerCall,
    good: has('вызовсервера', 'servercall'),
    message: postfix('ВызовСервера', 'ServerCall', { ru: 'вызов сервера', en: 'server call' }),
  },
  {
    key: 'CommonModuleNameWords',
    type: 'smell',
    severity: 'info',
    when: () => true,
    good: (name, { words }) => !has(...words)(name),
    message: (name) => ({
      ru: `В имени общего модуля «${name}» есть слово, которое ничего о нём не говорит`,
      en: `The name of common module "${name}" has a word that says nothing about it`,
    }),
  },
];

/** Rules about the flags and the names of common modules. */
export const commonModuleChecks: readonly Check[] = rules.map(
  ({ key, type, severity, when, good, message }) => ({
    key,
    type,
    severity,
    run: (context) =>
      context.graph.objects.flatMap((object) => {
        const flags = object.commonModule;
        if (flags === undefined || !when(flags, context.ordinaryAppSupport)) return [];
        return good(object.name.toLowerCase(), context) ? [] : [objectHit(object, message(object.name))];
      }),
  }),
);
