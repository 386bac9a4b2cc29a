import { describe, expect, it } from 'vitest';
import { cardSize, drawGround, escapeMarkup, layOutCard, titleLines } from './share-card.rules.ts';

describe('the share card', () => {
  it('sets an author’s words as text', () => {
    expect(escapeMarkup('<b>A & B</b>\u0000')).toBe('&lt;b&gt;A &amp; B&lt;/b&gt;');
  });

  it('breaks long titles into three lines that fit', () => {
    expect(titleLines('Коломна: семь мостов')).toEqual(['Коломна: семь мостов']);
    const lines = titleLines('Очень длинное название квеста о мостах и каналах старого города у самой воды');
    expect(lines).toHaveLength(3);
    expect(Math.max(...lines.map((one) => one.length))).toBeLessThanOrEqual(28);
  });

  it('keeps everything inside the picture', () => {
    const texts = layOutCard({
      title: 'A b c '.repeat(30),
      score: 1_234,
      minutes: 90,
      points: 7,
      language: 'en',
    });
    expect(texts.every(({ left, top, size }) => left >= 0 && top + size <= cardSize.height)).toBe(true);
    expect(drawGround()).toHaveLength(cardSize.width * cardSize.height * 3);
  });
});
