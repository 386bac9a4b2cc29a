/** What a person writes of a prompt. */
export interface PromptFields {
  readonly title: string;
  readonly text: string;
  /** The assistant it is meant for; null: any. */
  readonly role: string | null;
  /** Everybody in the company sees it; otherwise its author alone. */
  readonly shared: boolean;
}

export interface Prompt extends PromptFields {
  readonly id: string;
  /** Null: an account that is gone. */
  readonly authorId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
}

/** As one person has it. */
export interface OwnPrompt extends Prompt {
  readonly usedAt: Date | null;
  readonly canChange: boolean;
}
