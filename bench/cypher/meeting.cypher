MATCH (m:Meeting {id: $id})
RETURN m.name, COLLECT {
  MATCH (m)<-[:ABOUT]-(s)
  WITH s ORDER BY s.said_from DESC, s.id DESC LIMIT 20
  OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
  RETURN [s.text, s.said, p.name]
} AS statements
