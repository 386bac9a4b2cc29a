import {
  ancestorOf,
  type Literal,
  type Node,
  type SyntaxTree,
  spanOf,
} from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { javaPattern } from './java-pattern.ts';
import { seenText } from './lexemes.ts';
import { stepAround } from './statements.ts';
import { absolutePath, networkAddress, webAddress } from './tables/address-patterns.ts';

const dotsOfAddress = 3;

export const usingHardcodeNetworkAddress = defineRule({
  key: 'UsingHardcodeNetworkAddress',
  type: 'vulnerability',
  severity: 'critical',
  minutes: 15,
  title: { ru: 'Сетевой адрес в коде', en: 'A network address in code' },
  message: { ru: 'Вынесите сетевой адрес в настройки', en: 'Move the network address to settings' },
  defaults: {
    searchWordsExclusion: 'Верси|Version|ЗапуститьПриложение|RunApp|Пространств|Namespace|Драйвер|Driver',
    searchPopularVersionExclusion: '^(1|2|3|8\\.3|11)\\.',
  },
  create: ({ tree, parameters, report }) => {
    const words = javaPattern(parameters.searchWordsExclusion, 'i');
    const versions = javaPattern(parameters.searchPopularVersionExclusion, 'i');
    const speaksOfVersions = memoised((start: number, end: number) =>
      words.test(seenText(tree, { start, end })),
    );
    const isVersion = (node: Node): boolean => {
      const step = stepAround(tree, node);
      if (step !== undefined && speaksOfVersions(step.start, step.end)) return true;
      const parameter = ancestorOf(node, 'parameter');
      if (parameter !== undefined && speaks(parameter)) return true;
      const method = ancestorOf(node, 'return') === undefined ? undefined : ancestorOf(node, 'method');
      return method?.isFunction === true && speaks(method);
    };
    const speaks = (node: Node): boolean => {
      const { start, end } = spanOf(tree, node);
      return speaksOfVersions(start, end);
    };
    return {
      enter: {
        string(node: Literal) {
          const content = contentOf(tree, node);
          if (content.length <= 2 || webAddress.test(content)) return;
          const [address] = networkAddress.exec(content) ?? [];
          if (address === undefined) return;
          if (address.includes('.') && (dots(content) > dotsOfAddress || /[A-zА-я]/iu.test(address))) return;
          if (!isVersion(node) && !versions.test(content)) report(spanOf(tree, node));
        },
      },
    };
  },
});

function contentOf(tree: SyntaxTree, node: Node): string {
  return seenText(tree, spanOf(tree, node)).slice(1, -1);
}

function dots(text: string): number {
  return text.split('.').length - 1;
}

/** Answers for one stretch are worked out once. */
function memoised(work: (start: number, end: number) => boolean): (start: number, end: number) => boolean {
  const answers = new Map<string, boolean>();
  return (start, end) => {
    const key = `${start}:${end}`;
    const answer = answers.get(key) ?? work(start, end);
    answers.set(key, answer);
    return answer;
  };
}

export const usingHardcodePath = defineRule({
  key: 'UsingHardcodePath',
  type: 'error',
  severity: 'critical',
  minutes: 15,
  dialect: 'bsl',
  title: { ru: 'Путь к файлу в коде', en: 'A file path in code' },
  message: {
    ru: 'Получайте путь из настроек или от пользователя, временные файлы создавайте средствами платформы',
    en: 'Take the path from settings or the user; let the platform create temporary files',
  },
  defaults: {
    searchWordsStdPathsUnix:
      'bin|boot|dev|etc|home|lib|lost\\+found|misc|mnt|media|opt|proc|root|run|sbin|tmp|usr|var',
  },
  create: ({ tree, parameters, report }) => {
    const folders = javaPattern(`^\\/(${parameters.searchWordsStdPathsUnix})`, 'i');
    return {
      enter: {
        string(node: Literal) {
          const content = contentOf(tree, node);
          if (content.length <= 2 || !absolutePath.test(content) || webAddress.test(content)) return;
          if (!content.startsWith('/') || folders.test(content)) report(spanOf(tree, node));
        },
      },
    };
  },
});
