import { documentOf } from '../questions.mjs';
import { engine } from './engine.mjs';
import { rapporteur } from './rapporteur.mjs';

/** Rapporteur's own statements, sent through the bare driver: what they take without GraphQL and HTTP. */
export async function open(job) {
  const { ask, close, sent } = await rapporteur(job);
  const bare = await engine(job);
  return {
    async prepare(question, variables) {
      sent.length = 0;
      await ask(documentOf(question), variables);
      const statements = sent.splice(0);
      return () => Promise.all(statements.map((s) => bare.run(s)));
    },
    async cost(question, variables) {
      sent.length = 0;
      await ask(documentOf(question), variables);
      const statements = sent.splice(0);
      const bytes = statements.reduce((sum, s) => sum + Buffer.byteLength(s.text), 0);
      let dbHits = null;
      for (const s of statements) if (bare.hits) dbHits = (dbHits ?? 0) + (await bare.hits(s));
      return { dbHits, dbStatements: statements.length, bytes };
    },
    close,
  };
}
