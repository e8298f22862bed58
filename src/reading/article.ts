/** An article as it is handed in, with what is known of where it came from. */
export interface ArticleText {
  readonly title: string;
  readonly text: string;
  readonly url?: string | undefined;
  /** EDTF: 2019-10-06. */
  readonly published?: string | undefined;
  readonly dateline?: string | undefined;
  readonly byline?: string | undefined;
  /** ISO 639-1; found out where it is not given. */
  readonly language?: string | undefined;
  readonly licence?: string | undefined;
  /** Whether the text may be stored with its article. */
  readonly keepText?: boolean | undefined;
  /** By name. */
  readonly publisher?: string | undefined;
  readonly agency?: string | undefined;
}
