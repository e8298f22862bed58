/** What is told of a statement when it has ended. */
export interface Statement {
  /** As the store names it. */
  readonly engine: string;
  /** The kind of root field it is for. */
  readonly root: string;
  /** With waiting for a connection. */
  readonly ms: number;
  readonly failed: boolean;
  /** Without values. */
  text(): { readonly plan: string; readonly statement: string };
}
