export interface ImportReport {
  readonly imported: number;
  readonly duplicates: number;
}
