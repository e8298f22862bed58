import { styleText } from 'node:util';
import type { Explanation, ReadExplained } from '../../api/explain.js';
import type { OperationCost } from '../../http/limits/cost.js';
import { broken } from './lines.js';
import { layOut } from './sql.js';
import { table } from './steps.js';

type Out = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'hasColors'>;

/** An explanation for people. Colours and the breaking of lines are for a terminal; a file gets lines as they are. */
export function report({ engine, fields }: Explanation, cost: OperationCost | undefined, out: Out): string {
  const width = out.isTTY ? out.columns : Infinity;
  // Node looks at NO_COLOR and at what the terminal can.
  const colours = out.isTTY && out.hasColors();
  const style = (name: 'bold' | 'cyan', text: string) =>
    colours ? styleText(name, text, { validateStream: false }) : text;
  const part = (title: string, lines: readonly string[]) => [
    style('cyan', title),
    ...lines.flatMap((line) => broken(`  ${line}`, width)),
    '',
  ];

  const explained = (read: ReadExplained) => {
    const { plan, params, statements, sent, steps, cost } = read;
    const said = { cypher: 'not sent', sql: 'not sent', [sent]: `sent to ${engine}` };
    return [
      ...part('Plan', plan.trimEnd().split('\n')),
      ...part(
        'Parameters ($0 is $p0 in Cypher, ?1 in SQL)',
        params.map((value, i) => `$${i}  ${JSON.stringify(value)}`),
      ),
      ...part(`Cypher, ${said.cypher}`, statements.cypher.split('\n')),
      ...part(`SQL, ${said.sql}`, layOut(statements.sql)),
      ...(steps ? part(`${engine} says`, table(steps, width - 2)) : part(`${engine} came to no end`, [])),
      ...(cost ? part('Cost', costs(cost, engine)) : []),
    ];
  };

  const shown = fields.flatMap(({ key, selection, reads }) => [
    style('bold', `# ${key}`),
    '',
    ...part('Selection', selection.trimEnd().split('\n')),
    ...(reads.length ? reads.flatMap(explained) : ['The store was asked nothing.', '']),
  ]);
  const whole = cost
    ? [
        `The operation asks for up to ${cost.asked} ${cost.asked === 1 ? 'object' : 'objects'} (${cost.limit} are allowed); its answer holds ${cost.actual}.`,
      ]
    : [];
  return [...shown, ...whole].join('\n').trimEnd();
}

/** What an answer cost. What else is counted of it is said here. */
function costs(cost: NonNullable<ReadExplained['cost']>, engine: string | null): string[] {
  const { ms, rows, bytes, hits } = cost;
  return [
    `${ms} ms for one run; the first one of a statement has the engine plan it`,
    `${rows} ${rows === 1 ? 'row' : 'rows'}, ${bytes} bytes of raw answer`,
    hits === null ? `${engine} counts no hits` : `${hits} hits in the store`,
  ];
}
