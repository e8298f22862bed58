/** What an XML file of one kind is made of; anything else in it is refused by name. */
export interface Shape {
  readonly root: string;
  /** Names of the elements that are records, which may be the root itself. */
  readonly records: readonly string[];
  /** Names of the elements that hold records. */
  readonly holders: readonly string[];
  /** Names of the elements that are of no use here. */
  readonly beside: readonly string[];
}

/** Characters of one text, tag or comment. */
export const LONGEST_TOKEN = 1024 * 1024;
/** Characters of one record. */
export const LONGEST_RECORD = 4 * LONGEST_TOKEN;
/** Elements within elements. */
export const DEEPEST = 64;
