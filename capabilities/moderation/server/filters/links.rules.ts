import type { Flag } from '../index.ts';

const topLevel =
  'ru|su|com|net|org|info|biz|io|me|co|by|kz|ua|uz|online|site|shop|store|xyz|club|pro|app|dev|top|click|link|tk|gg|cc|рф|рус';
const dot = '(?:\\.|\\s?[([](?:dot|точка)[)\\]]\\s?|\\s(?:dot|точка)\\s)';
const address = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])(?:(?:h[tx]{2}ps?|ftp)://\\S+|(?:www\\.)?(?:[a-z0-9][a-z0-9-]{0,62}${dot}|[а-я0-9][а-я0-9-]{1,62}${dot}(?=рф|рус)){1,5}(?:${topLevel})(?![\\p{L}\\p{N}])(?:/\\S*)?)`,
  'giu',
);
const email =
  /(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|[([]\s?(?:at|собака|эт)\s?[)\]]|\s(?:собака|at)\s)\s?[a-z0-9-]{1,63}(?:\s?(?:\.|точка|dot)\s?[a-z0-9-]{1,63})*\s?(?:\.|точка|dot)\s?[a-zа-я]{2,10}(?!\p{L})/giu;
const handle = /(?<![\p{L}\p{N}.@/])@[a-z][a-z0-9_]{3,31}(?![\w.]*\.[a-z])/giu;
const messengerLink =
  /(?<![\p{L}\p{N}.])(?:t\.me|wa\.me|vk\.(?:com|me|ru)|viber:\/\/|tg:\/\/|discord\.gg)\/?\S*/giu;
const messengerName =
  'telegram|телеграм+\\p{L}*|телег[аеу]|тг|tg|whats?app|ват?с+ап\\p{L}*|вотсап\\p{L}*|viber|вайбер\\p{L}*|discord|дискорд\\p{L}*|skype|скайп\\p{L}*';
const invitation =
  '(?:на)?пиш\\p{L}+|контакт\\p{L}*|связ\\p{L}+|звон\\p{L}+|мо[йяе]|наш\\p{L}*|ищи\\p{L}*|добавля\\p{L}*';
const messenger = new RegExp(
  `(?<!\\p{L})(?:(?:${invitation})(?!\\p{L})[^.!?\\n]{0,25}?(?<!\\p{L})(?:${messengerName})(?!\\p{L})|(?:${messengerName})\\s?[:—-]\\s?\\S)`,
  'giu',
);

function found(text: string, pattern: RegExp, code: string, score: number): readonly Flag[] {
  return [...text.matchAll(pattern)].map((match) => ({
    code,
    score,
    at: [match.index, match.index + match[0].length] as const,
  }));
}

function isTrusted(address: string, trusted: readonly string[]): boolean {
  const host =
    address
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/?#:]/)[0] ?? '';
  return trusted.some((name) => host === name || host.endsWith(`.${name}`));
}

const within = (inner: Flag, outer: Flag) =>
  inner.at !== undefined && outer.at !== undefined && inner.at[0] < outer.at[1] && inner.at[1] > outer.at[0];

/** Ways out of the product: e-mail addresses, messengers, handles, links. One place is named once, by the most exact kind. */
export function findLinks(text: string, trustedHosts: readonly string[]): readonly Flag[] {
  const candidates = [
    ...found(text, email, 'email', 0.6),
    ...found(text, messengerLink, 'messenger', 0.6),
    ...found(text, messenger, 'messenger', 0.5),
    ...found(text, address, 'link', 0.5).filter(
      ({ at }) => !isTrusted(text.slice(...(at ?? [0, 0])), trustedHosts),
    ),
    ...found(text, handle, 'handle', 0.4),
  ];
  const taken: Flag[] = [];
  for (const flag of candidates) if (!taken.some((other) => within(flag, other))) taken.push(flag);
  return taken;
}
