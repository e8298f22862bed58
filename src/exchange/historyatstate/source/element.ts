/** An element of XML with what lies in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text in it as it stands, that of the elements in it too. */
  readonly text: string;
  /** Of the file, counted from 1: where its start tag ends. */
  readonly line: number;
}

/** The elements that a path of names leads to: `persName/surname`. */
export const elements = (from: Element, path: string): readonly Element[] =>
  path
    .split('/')
    .reduce<readonly Element[]>(
      (around, name) => around.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [from],
    );

export const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();
