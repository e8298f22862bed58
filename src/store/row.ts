/** A record as it is stored: its values by column, its relations by field. */
export interface Row {
  readonly id: string;
  readonly concept: string;
  readonly values: Record<string, Scalar>;
  readonly relations: Record<string, readonly string[]>;
  /** The names an entity answers to, its own first. */
  readonly names: readonly Name[];
}

export type Scalar = string | number | boolean | null;

export interface Name {
  readonly text: string;
  readonly fold: string;
  readonly words: string;
  readonly own: boolean;
}
