export const messages = {
  free: 'Free',
  stars: '{{stars}} of 5',
  rating_one: 'Rated {{average}} of 5, {{count}} review',
  rating_other: 'Rated {{average}} of 5, {{count}} reviews',
  no_rating: 'No ratings yet',
  difficulty: {
    label: 'Difficulty: {{level}}',
    '1': 'very easy',
    '2': 'easy',
    '3': 'medium',
    '4': 'hard',
    '5': 'very hard',
  },
  player: 'Player {{name}}',
  points_one: '{{count}} point',
  points_other: '{{count}} points',
  away: '{{distance}} from you',
} as const;
