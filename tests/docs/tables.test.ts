import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const docs = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

// That they go in as the page says is tested in tests/exchange/table/import.test.ts.
test.each(['csv', 'yaml'])('docs/tables.md shows the example that is tested: summits.%s', (ending) => {
  expect(docs('tables.md')).toContain(`\`\`\`${ending}\n${docs(`examples/summits.${ending}`)}\`\`\``);
});
