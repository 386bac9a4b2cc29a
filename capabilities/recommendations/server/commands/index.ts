import { readFile } from 'node:fs/promises';
import { Refusal } from '#base/refusal';
import type { CliCommand } from '#platform/server/modules';
import type { RecommendationsEngine } from '../engine.ts';
import { evaluateModels } from '../evaluation/evaluate.rules.ts';
import { parseRatings } from '../evaluation/parse-ratings.rules.ts';
import { mostRated, splitByUser } from '../evaluation/split.rules.ts';
import { evaluationTable } from './evaluation-table.rules.ts';

const k = 10;

function numberOf(value: unknown, name: string, least: number): number {
  const number = Number(value);
  if (value === undefined || value === '' || !Number.isFinite(number) || number < least)
    throw new Refusal('invalid', 'recommendations.invalid', `--${name} takes a number from ${least}.`);
  return number;
}

async function readRatings(file: string | undefined) {
  if (file === undefined)
    throw new Refusal('invalid', 'recommendations.no_file', 'Name the file with the ratings.');
  try {
    return parseRatings(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('invalid', 'recommendations.not_a_ratings_file', 'The file cannot be read.');
  }
}

/** Commands of the module for the command line. */
export const commands: readonly CliCommand<RecommendationsEngine>[] = [
  {
    path: 'recommendations evaluate',
    summary: 'Measure popularity, item-kNN and EASE on a file of ratings (u.data, ratings.dat or CSV)',
    args: ['<file>'],
    options: [
      {
        flags: '--seed <number>',
        description: 'Of the split of each person’s ratings, 75 to 25.',
        default: '42',
      },
      { flags: '--lambda <number>', description: 'Regularisation of EASE.', default: '300' },
      { flags: '--shrinkage <number>', description: 'Shrinkage of item-kNN.', default: '10' },
      { flags: '--max-items <number>', description: 'Items at most, the most rated first.', default: '5000' },
      { flags: '--json', description: 'Print one line of JSON instead of a table.' },
    ],
    async run({ args, options, print }) {
      const seed = numberOf(options['seed'] ?? '42', 'seed', 0);
      const lambda = numberOf(options['lambda'] ?? '300', 'lambda', 0.01);
      const shrinkage = numberOf(options['shrinkage'] ?? '10', 'shrinkage', 0);
      const most = numberOf(options['maxItems'] ?? '5000', 'max-items', 1);
      const all = await readRatings(args[0]);
      const ratings = mostRated(all, most);
      const split = splitByUser(ratings, seed);
      const reports = evaluateModels(split, { k, lambda, shrinkage, time: () => performance.now() });
      if (options['json'] === true) {
        print(
          JSON.stringify({
            ratings: ratings.length,
            users: split.train.users,
            items: split.train.items,
            reports,
          }),
        );
        return;
      }
      print(
        `${ratings.length} ratings of ${split.train.items} items by ${split.train.users} people, all as likes`,
      );
      if (ratings.length < all.length)
        print(`${all.length - ratings.length} ratings of rarer items are left out`);
      for (const line of evaluationTable(reports, k)) print(line);
    },
  },
];
