import type { EnumName } from './enums.js';
import type { PropertyType } from './catalogue.js';

export interface StructField {
  readonly type: PropertyType | 'struct' | 'link';
  readonly enum?: EnumName;
  readonly struct?: string;
  /** A record named by its id: its concept, and the relation of the fact that leads to it. */
  readonly link?: { readonly to: string; readonly via: string };
  readonly required?: boolean;
  readonly description?: string;
}

/** Structures that live inside a record. One place for their GraphQL types, their validation and the planner. */
export const structs: Readonly<Record<string, Readonly<Record<string, StructField>>>> = {
  Evidence: {
    article: { type: 'link', link: { to: 'Article', via: 'evidenceIn' } },
    source: { type: 'struct', struct: 'SourceRecord' },
    field: { type: 'code' },
    value: { type: 'code' },
    note: { type: 'code' },
    start: {
      type: 'int',
      description: "UTF-16 offsets into the article's text; text.slice(start, end) is exact.",
    },
    end: { type: 'int' },
    exact: { type: 'code' },
    method: { type: 'code', required: true, description: 'CURATED, or the rule or model that read it.' },
    confidence: { type: 'float', required: true },
    recordedAt: { type: 'instant', required: true },
    recordedBy: { type: 'code', required: true },
  },
  SourceRecord: {
    name: { type: 'code', required: true },
    record: { type: 'code', required: true },
    url: { type: 'code' },
    date: { type: 'day' },
    licence: { type: 'code' },
  },
  Span: {
    role: { type: 'enum', enum: 'SpanRole', required: true },
    start: { type: 'int', required: true },
    end: { type: 'int', required: true },
    exact: { type: 'code', required: true },
  },
  Alias: {
    text: { type: 'code', required: true },
    kind: { type: 'enum', enum: 'AliasKind', required: true },
    language: { type: 'code' },
    script: { type: 'code' },
  },
  ExternalId: {
    scheme: { type: 'code', required: true },
    value: { type: 'code', required: true },
    url: { type: 'code' },
  },
  Candidate: {
    entity: { type: 'link', link: { to: 'Entity', via: 'candidateEntities' }, required: true },
    score: { type: 'float', required: true },
    reason: { type: 'code', required: true },
  },
};
