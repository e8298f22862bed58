import { GraphiQL } from 'graphiql';
import { examples } from './examples.js';
import { fetcher } from './fetcher.js';

/** The playground: GraphiQL on this server, with an example query in each tab. */
export function Playground() {
  return (
    <main>
      <header>
        <h1>Rapporteur</h1>
        <p>
          Who said what about which talks, from which evidence, and what is contested. Each tab is a question:
          press play.
        </p>
      </header>
      <div className="editor">
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={examples.length ? examples : undefined}
          shouldPersistHeaders={false}
        />
      </div>
    </main>
  );
}
