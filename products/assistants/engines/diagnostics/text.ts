/** Words for people in both languages of the interface. */
export interface Text {
  readonly ru: string;
  readonly en: string;
}
