import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Rapporteur in this process, noting each statement it sends to the engine, with its values as they are sent. */
export async function rapporteur({ root, engine, uri, folder }) {
  const require = createRequire(join(root, 'package.json'));
  require('reflect-metadata');
  const dist = (path) => import(pathToFileURL(join(root, 'dist', path)));
  const sent = [];
  if (engine === 'neo4j') noteCypher(require, sent);
  else noteSql(require, sent);
  const { catalogue } = await dist('model/the-catalogue.js');
  const { openStore } = await dist('store/open.js');
  const { readConfig } = await dist('config.js');
  const env = engine === 'neo4j' ? { NEO4J_URI: uri } : { DATA_DIR: folder };
  const store = await openStore(catalogue, readConfig(env));
  const { buildApi } = await dist('api/schema.js');
  const { executing } = await dist('api/execute.js');
  const { parse } = require('graphql');
  const execute = executing(catalogue, buildApi(catalogue), store, 'bench');
  const documents = new Map();
  return {
    sent,
    store,
    async ask(source, variables) {
      if (!documents.has(source)) documents.set(source, parse(source));
      const { data, errors } = await execute({ document: documents.get(source), variables });
      if (errors) throw errors[0];
      return data.text;
    },
    close: () => store.close(),
  };
}

function noteCypher(require, sent) {
  const { Session } = require('neo4j-driver-core');
  const { run } = Session.prototype;
  Session.prototype.run = function (text, values, config) {
    sent.push({ text, values });
    return run.call(this, text, values, config);
  };
}

function noteSql(require, sent) {
  const Database = require('libsql/promise');
  const { prepare } = Database.prototype;
  Database.prototype.prepare = async function (text) {
    const statement = await prepare.call(this, text);
    const { all } = statement;
    statement.all = function (...values) {
      sent.push({ text, values });
      return all.apply(this, values);
    };
    return statement;
  };
}
