import { execFile } from 'node:child_process';
import { join, relative } from 'node:path';

/**
 * `npm test`: every check, whatever became of the others, and a last line that counts them all. Arguments are
 * vitest's, and then vitest alone runs: `npm test -- tests/plans`.
 * @returns the exit code
 */
export async function test(root, args, build) {
  const tool = (script, ...given) => [join(root, 'node_modules', script), ...given];
  // What the page asks is typed from schema/, by a file that is made anew each time, before anything reads it.
  const made = [
    'schema of the page',
    tool('gql.tada/bin/cli.js', 'generate', 'output', '-c', 'src/web/tsconfig.json'),
  ];
  const checks = [
    ['format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
    ['lint', tool('eslint/bin/eslint.js', '--max-warnings=0', '.')],
    ['types', tool('typescript/bin/tsc', '--noEmit')],
    ['types of the page', tool('typescript/bin/tsc', '--noEmit', '-p', 'src/web')],
    [
      'dead exports',
      tool('knip/bin/knip.js', '--include=files,exports,types,duplicates', '--no-config-hints'),
    ],
  ];

  const total = { passed: 0, failed: 0, skipped: 0 };
  const count = (passed) => total[passed ? 'passed' : 'failed']++;
  if (args.length === 0) {
    count(await report('build', () => build().then(() => undefined, String)));
    const check = async ([name, command]) => count(await report(name, () => run(root, command)));
    await check(made);
    await Promise.all(checks.map(check));
  }

  const { tests, skipped, broken } = await vitest(root, args);
  for (const name of Object.keys(total)) total[name] += tests[name];
  if (tests.passed + tests.failed === 0 && broken.length === 0) broken.push('no test ran at all');
  total.failed += broken.length;

  if (skipped.length) console.log(`\nSkipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`);
  if (broken.length) console.log(`\nBroken:\n${broken.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed ? 1 : 0;
}

/** Prints a check's result with its time, and what it said where it failed. */
async function report(name, check) {
  const start = performance.now();
  const complaint = await check();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${complaint === undefined ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (complaint !== undefined) console.log(complaint);
  return complaint === undefined;
}

/** @returns what it said, where it failed */
function run(root, command) {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 2 ** 26 };
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve(error ? `${stdout}${stderr}`.trim() || String(error) : undefined),
    );
  });
}

/** Runs vitest in this process, whose record of the run is better than any of its reports. */
async function vitest(root, args) {
  const { parseCLI, startVitest } = await import('vitest/node');
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const runner = await startVitest('test', filter, { ...options, root });
  const tests = { passed: 0, failed: 0, skipped: 0 };
  const skipped = [];
  const broken = runner.state
    .getUnhandledErrors()
    .map((error) => `outside of any test: ${error?.message ?? error}`);
  for (const module of runner.state.getTestModules()) {
    const file = relative(root, module.moduleId);
    if (module.errors().length) broken.push(`${file}: ${module.errors()[0].message}`);
    for (const test of module.children.allTests()) {
      const { state, note } = test.result();
      tests[state === 'pending' ? 'failed' : state]++;
      if (state === 'skipped') skipped.push(`${file} > ${test.fullName}${note ? `: ${note}` : ''}`);
    }
  }
  await runner.close();
  return { tests, skipped, broken };
}
