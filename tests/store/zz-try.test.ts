import { test } from 'vitest';
import { catalogue } from '../../src/model/the-catalogue.js';
import { randomGraph } from './random-graph.js';
import { apply } from '../../src/store/apply/apply.js';
import { onBothEngines } from './engines.js';
onBothEngines('x', (engine) => { test('rg', async () => {
  const store = await engine.open();
  for (const c of randomGraph(catalogue, 1)) { console.log(c.upserts.length); console.time('apply'); console.log(await apply(store, catalogue, c)); console.timeEnd('apply'); }
}); });
