import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { graphql } from 'graphql';
import neo4j from 'neo4j-driver';

const folder = join(import.meta.dirname, '..', 'neo4j-graphql');
const text = (name) => readFileSync(join(folder, `${name}.graphql`), 'utf8');

/** The library that Neo4j itself offers, on the same database, with types that describe the same graph. */
export async function open({ uri }) {
  const driver = neo4j.driver(uri);
  // Off unless asked for: a page from the middle compares ids.
  const features = { filters: { String: { LT: true }, ID: { LT: true } } };
  const schema = await new Neo4jGraphQL({ typeDefs: text('types'), driver, features }).getSchema();
  const documentOf = ({ name, document }) =>
    [name, document].find((n) => existsSync(join(folder, `${n}.graphql`)));
  return {
    async prepare(question, variableValues) {
      const document = documentOf(question);
      if (!document) throw new Error('it has no way to ask this');
      const source = text(document);
      return async () => {
        const contextValue = { executionContext: driver, sessionConfig: { database: 'neo4j' } };
        const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
        if (errors) throw errors[0];
        return JSON.stringify(data);
      };
    },
    data: (answer) => JSON.parse(answer),
  };
}
