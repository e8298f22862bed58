MATCH (m:Meeting {id: $id})
RETURN m.name, COLLECT {
  MATCH (m)<-[:ABOUT]-(s)-[:ON_BEHALF_OF]->(a)
  WITH a, count(s) AS n ORDER BY n DESC, a.id LIMIT 10
  RETURN [n, a.name]
} AS parties
