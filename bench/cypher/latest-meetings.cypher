MATCH (m:Meeting) WHERE m.when_from IS NOT NULL AND m.id IS NOT NULL
WITH m ORDER BY m.when_from DESC, m.id DESC LIMIT 20
RETURN m.name, m.when, COLLECT {
  MATCH (m)<-[:ABOUT]-(s)
  WITH s ORDER BY s.said_from DESC, s.id DESC LIMIT 10
  OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
  OPTIONAL MATCH (p)-[:STATE_OF]->(c)
  RETURN [s.text, s.said, p.name, c.name]
} AS statements
ORDER BY m.when_from DESC, m.id DESC
