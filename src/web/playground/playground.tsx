import { GraphiQL } from 'graphiql';
import { examples } from './examples.js';
import { asked } from './asked.js';
import { fetcher } from './fetcher.js';
import { resetTabs } from './tabs.js';
import { words } from '../words.js';

/** The playground: GraphiQL on this server, with an example query in each tab. */
export function Playground() {
  return (
    <main>
      <header>
        <h1>
          <a href="/">{words.name}</a>
        </h1>
        <p>
          {words.motto} {words.eachTab}
        </p>
        <button type="button" onClick={resetTabs}>
          {words.resetTabs}
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
