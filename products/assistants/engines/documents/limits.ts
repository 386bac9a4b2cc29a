/** What a file may cost at most. Sizes in bytes unless said otherwise. */
export interface DocumentLimits {
  readonly fileBytes: number;
  /** All unpacked parts of an office file together. */
  readonly unpackedBytes: number;
  readonly entries: number;
  /** Unpacked bytes per packed byte, looked at once a part is larger than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Elements of one XML part, and their nesting. */
  readonly elements: number;
  /** Elements of a part of a Word document, whose reader needs about two kilobytes for each. */
  readonly wordElements: number;
  readonly depth: number;
  /** Cells of a workbook, empty ones inside its used area included. */
  readonly cells: number;
  readonly pages: number;
  /** Decoded streams of a PDF together, images apart. */
  readonly pdfStreamBytes: number;
  readonly pdfImageBytes: number;
  /** Pieces of text on one page of a PDF. */
  readonly pdfPieces: number;
  /** Characters of one line of a text file, and of all text. */
  readonly lineLength: number;
  readonly textLength: number;
}

/** Generous for office work; a person's file that exceeds them is told which one. */
export const defaultLimits: DocumentLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  entries: 5000,
  ratio: 250,
  ratioFrom: 1024 * 1024,
  elements: 600_000,
  wordElements: 250_000,
  depth: 256,
  cells: 1_000_000,
  pages: 2000,
  pdfStreamBytes: 64 * 1024 * 1024,
  pdfImageBytes: 512 * 1024 * 1024,
  pdfPieces: 200_000,
  lineLength: 1_000_000,
  textLength: 30_000_000,
};
