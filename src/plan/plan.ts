/**
 * The Plan: what an answer needs, between the GraphQL selection and the statement of an engine. Small, frozen,
 * printable. It names concepts, columns and relations of the catalogue and never holds a value: values are
 * parameters, numbered in the order in which the planner met them.
 */
import type { Stored } from '../model/catalogue.js';
import type { Neighbours, Paths } from './ties.js';
import type { Candidates } from './candidates.js';

/** The number of a parameter, from 0. */
export type Param = number;

/** Where a step leads. `owners` are the concepts that hold the relation. */
export interface Hop {
  readonly name: string;
  readonly direction: 'out' | 'in' | 'both';
  readonly many: boolean;
  readonly stored: readonly Stored[];
  /** Concrete concepts at the far end. */
  readonly to: readonly string[];
  readonly deep: boolean;
}

export type Operator = '=' | '<' | '<=' | '>' | '>=' | 'in' | 'contains' | 'starts';

export type Condition =
  | { readonly is: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'compare'; readonly column: string; readonly op: Operator; readonly param: Param }
  /** The column holds a day: its key is not the empty one. */
  | { readonly is: 'known'; readonly column: string }
  | { readonly is: 'kind'; readonly concepts: readonly string[] }
  | { readonly is: 'related'; readonly hop: Hop; readonly where?: Condition | undefined }
  | {
      readonly is: 'count';
      readonly hop: Hop;
      readonly where?: Condition | undefined;
      readonly op: Operator;
      readonly param: Param;
    }
  /** One of an entity's names fulfils it; columns are those of a name: text, fold, words. */
  | { readonly is: 'named'; readonly where: Condition }
  /** A role on a day: surely held, or not excluded. */
  | { readonly is: 'held'; readonly surely: boolean; readonly day: Param };

export type Direction = 'ASC' | 'DESC';

/** One key of an order. Unknown sorts last, whatever the direction. */
export type OrderKey =
  | {
      readonly by: 'column';
      readonly column: string;
      readonly type: 'text' | 'day' | 'int' | 'float';
      readonly nullable: boolean;
      readonly direction: Direction;
    }
  | { readonly by: 'name'; readonly hop: Hop; readonly direction: Direction }
  | { readonly by: 'count'; readonly hop: Hop; readonly direction: Direction }
  | { readonly by: 'id'; readonly direction: Direction };

/** A value of the row, in the place the answer's assembler finds it; `concepts` are those that have it. */
export type Slot = { readonly concepts: readonly string[] } & (
  | { readonly is: 'column'; readonly column: string }
  // A list's rows come with their ids, so that a structure can name one.
  | { readonly is: 'one' | 'list'; readonly hop: Hop; readonly shape: Shape }
  | { readonly is: 'page'; readonly page: Page }
);

/** What is taken of a record: the slots, and how each concept's answer is put together from them. */
export interface Shape {
  readonly concepts: readonly string[];
  readonly slots: readonly Slot[];
  readonly cases: ReadonlyMap<string, readonly Answer[]>;
}

export type Answer =
  | { readonly key: string; readonly is: 'typename' }
  | {
      readonly key: string;
      readonly is: 'value';
      readonly slot: number;
      readonly type: string;
      /** Every record of the concept has it. */
      readonly required: boolean;
      /** The slot of its licence, without which it is not shown to everybody. */
      readonly licence?: number | undefined;
    }
  | { readonly key: string; readonly is: 'record' | 'records' | 'page'; readonly slot: number }
  | {
      readonly key: string;
      readonly is: 'structs';
      readonly slot: number;
      readonly take: readonly Take[];
      readonly links: ReadonlyMap<string, number>;
    };

/** A field of a structure that lies inside a record. */
export interface Take {
  readonly key: string;
  readonly name: string;
  readonly typename?: string | undefined;
  readonly of?: readonly Take[] | undefined;
  /** Its value is an id; the record stands in that slot's list. */
  readonly link?: number | undefined;
}

/** A page of a list: where it starts, what it keeps, its order, its size and what is taken. */
export interface Page {
  /** All records of a concept or interface, those a relation leads to, those that full text finds, those that wait for review. */
  readonly from:
    | { readonly concept: string; readonly concepts: readonly string[] }
    | { readonly hop: Hop }
    | { readonly search: Search }
    | { readonly proposed: readonly string[] };
  readonly where?: Condition | undefined;
  readonly order: readonly OrderKey[];
  readonly backward: boolean;
  /** One more than the page, so that the next one is known of. Null where no row is asked for. */
  readonly limit?: Param | undefined;
  /** Rows beyond this one, by a parameter for each key of the order; and rows before that one. */
  readonly after?: readonly Param[] | undefined;
  readonly before?: readonly Param[] | undefined;
  /** What is taken of each row: a shape for each place in the selection that shows the rows. */
  readonly rows: readonly Shape[];
  readonly total: boolean;
  readonly groupings: readonly Grouping[];
  readonly answer: PageAnswer;
}

/**
 * What full text finds, in the order `tier`, `key` (newest first), id. Tier 0 is a name that was typed whole, 1 one that
 * begins with it, 2 all of the terms, 3 some of them.
 */
export interface Search {
  readonly among: readonly SearchedFamily[];
  readonly concepts: readonly string[];
  /** A folded name, and how one begins; nothing is found by empty ones. */
  readonly exact: Param;
  readonly begins: Param;
  /** The first text after all that begin so. */
  readonly until: Param;
  /** The terms as parts of the text that is searched, and those that must not be in it: lists of text. */
  readonly terms: Texts;
  readonly without: Texts;
  /** Whether the texts are read too, for what matched to be marked. */
  readonly texts: boolean;
}

/** A list of texts, and how many there are. */
export interface Texts {
  readonly param: Param;
  readonly count: number;
}

/** Records that lie together, searched apart: what is common in one family may be rare in another. */
export interface SearchedFamily {
  readonly family: string;
  /** The concepts that are wanted of it: a list of names; and whether that is all there are. */
  readonly concepts: Param;
  readonly whole: boolean;
  /** The concept or interface that they all are. */
  readonly label: string;
  readonly all: Param;
  readonly any: Param;
}

/** The page's list, all of it, in groups: by each level within each group of the level before. */
export interface Grouping {
  readonly levels: readonly Level[];
  /** How many groups of each level, the first ones in its order. */
  readonly limit: Param;
}

export interface Level {
  readonly key: GroupKey;
  /** An earlier level has the same key: this one's groups are the others, so that pairs are counted. */
  readonly pairs: readonly number[];
  /** What is taken of the group's node: a shape for each place in the selection that shows it. */
  readonly rows: readonly Shape[];
}

/** What a level's groups are told apart by. Times are in their order, all else by count. */
export type GroupKey =
  | { readonly is: 'concept' }
  /** `sort` is what equal counts are ordered by before the value itself. */
  | { readonly is: 'value'; readonly column: string; readonly sort?: string | undefined }
  /** The first `length` letters of a date's days, where its earliest and its latest agree in them. */
  | { readonly is: 'time'; readonly column: string; readonly length: 4 | 7 | 10 }
  | {
      readonly is: 'node';
      readonly hops: readonly Hop[];
      readonly only?: string | undefined;
      /** The column that names the node. */
      readonly label: string;
    };

export interface PageAnswer {
  readonly typename: string;
  /** The number of the text that its cursors are signed with. */
  readonly signature: number;
  readonly size: number;
  readonly fields: readonly PageField[];
}

export type PageField =
  | { readonly key: string; readonly is: 'typename' }
  | { readonly key: string; readonly is: 'totalCount' }
  | { readonly key: string; readonly is: 'nodes'; readonly rows: number }
  | {
      readonly key: string;
      readonly is: 'edges';
      readonly fields: readonly EdgeField[];
    }
  | {
      readonly key: string;
      readonly is: 'pageInfo';
      readonly fields: readonly { key: string; name: string }[];
    }
  | {
      readonly key: string;
      readonly is: 'groups';
      readonly grouping: number;
      readonly fields: readonly GroupField[];
    };

export interface EdgeField {
  readonly key: string;
  readonly is: 'typename' | 'cursor' | 'node' | 'score' | 'highlight';
  readonly rows: number;
}

/** A field of a group; a group of a level that nobody asked for has no groups in it. */
export type GroupField =
  | { readonly key: string; readonly is: 'typename' | 'key' | 'label' | 'count' }
  | { readonly key: string; readonly is: 'node'; readonly rows: number }
  | { readonly key: string; readonly is: 'groups'; readonly fields: readonly GroupField[] };

/** The records that an id, several ids, a name or an address lead to. */
export interface Lookup {
  readonly by: 'id' | 'ids' | 'name' | 'url';
  readonly param: Param;
  /** The number of the text that was typed as a name. */
  readonly typed?: number | undefined;
  readonly shape: Shape;
}

/** What the graph holds, of it what is asked for: the others are null. */
export interface Survey {
  /** How many records each concept has. */
  readonly counts?: boolean;
  /** The first and the last day on which somebody spoke. */
  readonly days?: boolean;
  /** What is remembered under keys that begin so. */
  readonly memories?: Param | undefined;
  readonly lastChange?: Page | undefined;
}

/** A plan's values: those of its parameters, and the texts that only its answer needs. */
interface Values {
  readonly params: readonly unknown[];
  readonly texts?: readonly string[];
}

export type Plan = Values &
  (
    | { readonly root: 'survey'; readonly survey: Survey }
    | { readonly root: 'candidates'; readonly candidates: Candidates }
    | { readonly root: 'lookup'; readonly lookup: Lookup }
    | { readonly root: 'page'; readonly page: Page }
    /** A page of what was rejected, of these concepts: its rows are the keys of the order and the whole record. */
    | { readonly root: 'shelf'; readonly page: Page; readonly kinds: Param }
    | { readonly root: 'neighbours'; readonly neighbours: Neighbours }
    | { readonly root: 'paths'; readonly paths: Paths }
  );
