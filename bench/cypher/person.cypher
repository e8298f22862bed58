MATCH (p:Person {id: $id})
RETURN p.name, COLLECT {
  MATCH (p)<-[:SPOKEN_BY]-(s)
  WITH s ORDER BY s.said_from DESC, s.id DESC LIMIT 20
  RETURN [s.text, s.said, COLLECT { MATCH (s)-[:ABOUT]->(a) WITH a ORDER BY a.id LIMIT 5 RETURN a.name }]
} AS statements
