import { Refusal } from '#base/refusal';

export interface PromoRow {
  readonly id: string;
  readonly code: string;
  readonly kind: 'percent' | 'amount';
  readonly value: number;
  readonly currency: 'RUB' | 'USD' | 'EUR';
  readonly budget: number | null;
  readonly max_uses: number | null;
  readonly per_person: number;
  readonly quest_id: string | null;
  readonly city: string | null;
  readonly valid_from: Date;
  readonly valid_until: Date | null;
  readonly active: boolean;
  readonly used: number;
  readonly spent: number;
  readonly created_at: Date;
}

/** What is being bought with the code. */
export interface PromoTarget {
  /** Minor units. */
  readonly total: number;
  readonly currency: string;
  readonly questId: string | null;
  readonly city: string | null;
  /** How often the person used the code before. */
  readonly usedByPerson: number;
  readonly now: Date;
}

const unknown = () =>
  new Refusal('not_found', 'quests.promo_unknown', 'There is no such promo code, or it is over.');
const spent = () => new Refusal('conflict', 'quests.promo_spent', 'This promo code is used up.');
const otherThing = () =>
  new Refusal('conflict', 'quests.promo_not_for_this', 'This promo code is not for this purchase.');

/** Minor units taken off, at most the total. Throws a Refusal when the code does not apply. */
export function discountOf(promo: PromoRow | undefined, target: PromoTarget): number {
  if (promo === undefined || !promo.active || promo.valid_from > target.now) throw unknown();
  if (promo.valid_until !== null && promo.valid_until <= target.now) throw unknown();
  const elsewhere =
    (promo.quest_id !== null && promo.quest_id !== target.questId) ||
    (promo.city !== null && promo.city !== target.city) ||
    promo.currency !== target.currency;
  if (elsewhere) throw otherThing();
  if (target.usedByPerson >= promo.per_person) throw spent();
  if (promo.max_uses !== null && promo.used >= promo.max_uses) throw spent();
  const wanted = promo.kind === 'percent' ? Math.floor((target.total * promo.value) / 100) : promo.value;
  const discount = Math.min(wanted, target.total);
  // A code never gives less than it promises: when the budget cannot carry the whole discount, it is used up.
  if (promo.budget !== null && promo.spent + discount > promo.budget) throw spent();
  return discount;
}
