import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Interaction, RecommendableItem } from '../index.ts';

/** The strongest weight of a person and item stays; the moment is the latest. */
export async function saveInteraction(tx: Tx, interaction: Interaction): Promise<void> {
  const { collection, userId, itemId, weight, at } = interaction;
  await tx.run(sql`
    INSERT INTO recommendations.interaction AS known (collection, user_id, item_id, weight, happened_at)
    VALUES (${collection}, ${userId}, ${itemId}, ${weight}, ${at})
    ON CONFLICT (collection, user_id, item_id) DO UPDATE
    SET weight = greatest(known.weight, excluded.weight), happened_at = greatest(known.happened_at, excluded.happened_at)`);
}

export async function saveItem(tx: Tx, collection: string, item: RecommendableItem): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.item (collection, item_id, city, category, lat, lng, published_at, rating_sum,
                                      rating_count, popularity, available)
    VALUES (${collection}, ${item.id}, ${item.city}, ${item.category}, ${item.position?.lat ?? null},
            ${item.position?.lng ?? null}, ${item.publishedAt}, ${item.ratingSum}, ${item.ratingCount},
            ${item.popularity}, ${item.available})
    ON CONFLICT (collection, item_id) DO UPDATE
    SET city = excluded.city, category = excluded.category, lat = excluded.lat, lng = excluded.lng,
        published_at = excluded.published_at, rating_sum = excluded.rating_sum, rating_count = excluded.rating_count,
        popularity = excluded.popularity, available = excluded.available`);
}

export async function removeItems(tx: Tx, collection: string, itemIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    DELETE FROM recommendations.item WHERE collection = ${collection} AND item_id = ANY(${itemIds}::text[])`);
}

export function exportInteractions(reader: Reader, userId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT collection, item_id, weight, happened_at AS at FROM recommendations.interaction
    WHERE user_id = ${userId} ORDER BY collection, happened_at, item_id`);
}

export async function eraseInteractions(tx: Tx, userId: string): Promise<void> {
  await tx.run(sql`DELETE FROM recommendations.interaction WHERE user_id = ${userId}`);
}
