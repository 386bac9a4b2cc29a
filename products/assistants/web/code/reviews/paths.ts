export const reviewsPath = '/assistants/code/reviews';
export const reviewPath = (id: string): string => `${reviewsPath}/${id}`;
export const namedReviewsPath = (name: string): string => `${reviewsPath}?name=${encodeURIComponent(name)}`;
export const comparePath = (one: string, other: string): string =>
  `${reviewsPath}/compare?one=${one}&other=${other}`;
