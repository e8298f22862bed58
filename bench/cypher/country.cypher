MATCH (c:Country {id: $id})
RETURN c.name, COLLECT {
  MATCH (c)<-[:ON_BEHALF_OF]-(s:Statement)
  WITH s ORDER BY s.said_from DESC, s.id DESC LIMIT 20
  OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
  RETURN [s.text, s.said, p.name]
} AS statements
