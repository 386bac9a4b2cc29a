import { createHash } from 'node:crypto';
import { normaliseAnswer, type OfflinePack, type Task } from '../../contract/index.ts';

type Check = OfflinePack['checks'][number];

/** What is certainly right, as text; empty where only the server can judge (patterns, tolerances, photos, stations). */
function certainAnswers(task: Task): readonly string[] {
  switch (task.kind) {
    case 'text':
      return task.answers.filter((one) => !one.includes('*')).map(normaliseAnswer);
    case 'number':
      return [String(task.value)];
    case 'choice':
      return [[...task.correct].sort().join(',')];
    case 'sorting':
      return [task.items.map(({ id }) => id).join(',')];
    case 'code':
      return [normaliseAnswer(task.code)];
    case 'gps':
    case 'photo':
    case 'station':
      return [];
    default:
      return task satisfies never;
  }
}

/**
 * Lets a device tell a right answer without network and without carrying it in the clear. Whoever attacks the hashes
 * spoils their own play only: the server judges every replayed move again.
 */
export function offlineCheck(pointId: string, task: Task, salt: string): Check {
  const hashes = certainAnswers(task).map((answer) =>
    createHash('sha256').update(salt).update(answer).digest('hex'),
  );
  return { point_id: pointId, salt, hashes: [...new Set(hashes)] };
}
