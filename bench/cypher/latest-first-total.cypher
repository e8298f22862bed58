RETURN COUNT { (:Statement) } AS total, COLLECT {
  MATCH (s:Statement) WHERE s.said_from IS NOT NULL AND s.id IS NOT NULL
  WITH s ORDER BY s.said_from DESC, s.id DESC LIMIT 20
  OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
  RETURN [s.text, s.said, p.name]
} AS statements
