import { RapporteurError } from '../../errors.js';

/** A line of Neo4j Community that can be started here without Docker, from Maven Central. */
export interface Neo4jLine {
  version: string;
  mainClass: string;
  /** The majors of Java it runs on, best first. */
  java: number[];
}

/** By the name that chooses it. */
const lines: Record<string, Neo4jLine> = {
  '5': { version: '5.26.25', mainClass: 'org.neo4j.server.CommunityEntryPoint', java: [17, 21] },
  '2025': { version: '2025.10.1', mainClass: 'org.neo4j.server.Neo4jCommunity', java: [21, 25] },
};

/** The line of that name; an unknown name is an error that lists the known ones. */
export function lineNamed(name: string): Neo4jLine {
  const line = lines[name];
  if (!line) {
    const known = Object.keys(lines).join(', ');
    throw new RapporteurError('BAD_SETTING', `No line of Neo4j is called '${name}': choose one of ${known}.`);
  }
  return line;
}
