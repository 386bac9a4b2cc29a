import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import type { Files } from '#capabilities/files/server';
import type { Database } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { Picture } from '../../contract/index.ts';
import { presentPicture } from '../pictures/pictures.ts';
import { setCard } from './session.store.ts';
import type { Sessions } from './sessions.ts';
import { type CardFacts, cardSize, drawGround, escapeMarkup, layOutCard } from './share-card.rules.ts';

/** The drawing is ours alone; an author's words are set as text, never read as an image format. */
async function drawCard(facts: CardFacts): Promise<Buffer> {
  // With its native library: only who draws needs it in memory.
  const { default: sharp } = await import('sharp');
  const layers = layOutCard(facts).map(({ left, top, size, bold, colour, text }) => ({
    left,
    top,
    input: {
      text: {
        text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`,
        font: `DejaVu Sans${bold ? ' Bold' : ''} ${size}px`,
        rgba: true,
      },
    },
  }));
  return sharp(drawGround(), { raw: { ...cardSize, channels: 3 } })
    .composite(layers)
    .png()
    .toBuffer();
}

/** Draws the picture of a finished session once, and keeps it. */
export function createShareCards(database: Database, files: Files, sessions: Sessions) {
  return async (
    caller: Caller,
    sessionId: string,
    language: 'ru' | 'en',
  ): Promise<Static<typeof Picture>> => {
    const { row, version, walk } = await sessions.open(database, caller, sessionId);
    if (row.state !== 'finished' || row.finished_at === null)
      throw new Refusal('conflict', 'quests.session_not_finished', 'Finish the quest first.');
    const kept =
      row.card_file_id === null
        ? undefined
        : (await files.files(database, [row.card_file_id])).get(row.card_file_id);
    if (kept !== undefined) return presentPicture(kept);
    const points = [...walk.progress.values()].filter(({ status }) => status === 'done').length;
    const minutes = Math.round((row.finished_at.getTime() - row.started_at.getTime()) / 60_000);
    const facts = { title: version.title, score: row.score, minutes, points, language };
    const body = await drawCard(facts);
    const file = await files.publish({
      ownerId: caller.userId,
      purpose: 'quests.card',
      name: 'card.png',
      body,
    });
    await database.transaction(async (tx) => {
      await files.attach(tx, {
        ownerId: caller.userId,
        purpose: 'quests.card',
        subjectId: sessionId,
        fileIds: [file.id],
      });
      await setCard(tx, sessionId, file.id);
    });
    return presentPicture(file);
  };
}
