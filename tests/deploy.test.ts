import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config.js';
import { settings } from '../src/settings.js';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The instructions of the Dockerfile, each on one line, by stage. */
const stages = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split(/^(?=FROM )/m)
  .map((stage) => stage.trim().split(/\n+/))
  .filter(([first]) => first!.startsWith('FROM '));
const last = stages.at(-1)!;
const all = stages.flat();
const given = (stage: string[], word: string) =>
  stage.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const known = new Set<string>(settings.map(({ name }) => name));

describe('the Dockerfile', () => {
  test('copies what is there, and .dockerignore lets it in and nothing else', () => {
    const sources = given(all, 'COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    const [first, ...kept] = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(first).toBe('*');
    const allowed = kept.map((line) => line.replace(/^!/, '').replace('/**/*.graphql', ''));
    expect(new Set(sources)).toEqual(new Set(allowed));
    for (const source of sources) expect(existsSync(join(root, source)), source).toBe(true);
  });

  test('builds with programs that are there', () => {
    const programs = all.join('\n').match(/node_modules\/[\w./-]+\.?js/g)!;
    expect(programs).toHaveLength(2);
    for (const program of programs) expect(existsSync(join(root, program)), program).toBe(true);
  });

  test('takes one Node everywhere, by a minor version that is enough', () => {
    const images = new Set(given(all, 'FROM').map((line) => line.split(' ')[0]!));
    expect(images.size).toBe(1);
    const [, major, minor] = /^node:(\d+)\.(\d+)-bookworm-slim$/.exec([...images][0]!)!;
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(engines.node).toBe('>=20.19');
    expect(Number(major) * 1000 + Number(minor)).toBeGreaterThanOrEqual(20_019);
  });

  test('has neither sources nor tools in the image, and runs the launcher, not as root', () => {
    const copied = given(last, 'COPY').join('\n');
    expect(copied).not.toMatch(/\b(src|tests|package-lock\.json|tsconfig|vite)/);
    expect(copied).toContain('--from=packages /app/node_modules');
    expect(
      given(
        stages.find(([from]) => from!.endsWith(' AS packages'))!,
        'RUN',
      ),
    ).toEqual(['npm ci --omit=dev --ignore-scripts']);
    expect(given(last, 'USER')).toEqual(['node']);
    const [command] = given(last, 'CMD');
    expect(JSON.parse(command!)).toEqual(['node', 'rapporteur.mjs', 'start']);
  });

  test('gives settings that there are', () => {
    const [env] = given(last, 'ENV');
    const values = Object.fromEntries(env!.split(' ').map((pair) => pair.split('=') as [string, string]));
    expect(Object.keys(values).filter((name) => name !== 'NODE_ENV' && !known.has(name))).toEqual([]);
    expect(readConfig(values)).toMatchObject({ host: '0.0.0.0', port: 4000, dataDir: '/data' });
    expect(given(last, 'VOLUME')).toEqual([values['DATA_DIR']]);
    expect(given(last, 'EXPOSE')).toEqual([values['PORT']]);
  });

  test.each([
    [200, 0],
    [503, 1],
    ['nobody', 1],
  ])('its health check, answered by %s, ends with %i', async (status, code) => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/readyz' ? Number(status) : 404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const PORT = String((server.address() as AddressInfo).port);
    if (status === 'nobody') server.close();
    const [, check] = /CMD (\[.*\])$/.exec(given(last, 'HEALTHCHECK')[0]!)!;
    const [, ...args] = JSON.parse(check!) as string[];
    const child = spawn(process.execPath, args, { env: { PORT } });
    expect(await once(child, 'exit')).toEqual([code, null]);
    server.close();
  });
});

describe('compose.yaml', () => {
  interface Service {
    readonly image?: string;
    readonly build?: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly ports?: readonly string[];
    readonly healthcheck?: object;
    readonly depends_on?: object;
    readonly volumes?: readonly string[];
  }
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Readonly<Record<string, Service>>;
    volumes: object;
  };
  const { rapporteur, neo4j } = services as Record<'rapporteur' | 'neo4j', Service>;

  test('has the server, built here, and a Neo4j for which it waits', () => {
    expect(Object.keys(services)).toEqual(['rapporteur', 'neo4j']);
    expect(rapporteur.build).toBe('.');
    expect(rapporteur.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(neo4j.image).toMatch(/^neo4j:5\.26/);
    expect(neo4j.healthcheck).toBeDefined();
    expect(neo4j.volumes!.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes));
  });

  test('gives the server settings that there are, and shows itself on loopback alone', () => {
    expect(Object.keys(rapporteur.environment).filter((name) => !known.has(name))).toEqual([]);
    expect(readConfig(rapporteur.environment).neo4j).toMatchObject({ uri: 'bolt://neo4j:7687' });
    expect(rapporteur.ports).toEqual(['127.0.0.1:4000:4000']);
    expect(neo4j.ports).toBeUndefined();
  });

  test('holds no password, and does not start without one', () => {
    const needed = expect.stringMatching(/^\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
    expect(rapporteur.environment['NEO4J_PASSWORD']).toEqual(needed);
    expect(neo4j.environment['NEO4J_AUTH']!.replace(/^neo4j\//, '')).toEqual(needed);
    expect(read('.gitignore').split('\n')).toContain('.env');
  });
});
