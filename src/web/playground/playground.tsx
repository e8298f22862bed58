import { GraphiQL } from 'graphiql';
import { examples } from './examples.js';
import { asked } from './asked.js';
import { fetcher } from './fetcher.js';
import { resetTabs } from './tabs.js';

/** The playground: GraphiQL on this server, with an example query in each tab. */
export function Playground() {
  return (
    <main>
      <header>
        <h1>
          <a href="/">Rapporteur</a>
        </h1>
        <p>
          Who said what about which talks, from which evidence, and what is contested. Each tab is a question:
          press play.
        </p>
        <button type="button" onClick={resetTabs}>
          Reset to the examples
        </button>
      </header>
      <div className="editor">
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={examples.length ? examples : undefined}
          {...(asked && { initialQuery: asked.query, initialVariables: asked.variables })}
          forcedTheme="system"
          shouldPersistHeaders={false}
        />
      </div>
    </main>
  );
}
