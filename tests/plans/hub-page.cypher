CYPHER 5
MATCH (n1:Node {id: $p0})
WHERE n1:Person
CALL (n1) {
  MATCH (n3)-[n3r:SPOKEN_BY {p: n1.id}]->()
  USING INDEX SEEK n3r:SPOKEN_BY(p, d, s)
  WHERE n3r.d IS NOT NULL AND n3r.s IS NOT NULL
  WITH n3, n3r ORDER BY n3r.p DESC, n3r.d DESC, n3r.s DESC LIMIT $p1
  CALL (n3) {
    MATCH (n3)-[:ABOUT]->(n5)
    WHERE n5.id IS NOT NULL
    WITH n5 ORDER BY n5.id LIMIT $p2
    WITH n5.id AS n5s0, [[n5.id], n5.concept, n5.name] AS n5row
    ORDER BY n5s0
    RETURN collect(n5row) AS n4
  }
  WITH n3r.d AS n3s0, n3r.s AS n3s1, [[n3r.d, n3r.s], n3.concept, n3.text, n4, null] AS n3row
  ORDER BY n3s0 DESC, n3s1 DESC
  RETURN collect(n3row) AS n2
}
CALL (n1) {
  RETURN COUNT { MATCH (n1)<-[:SPOKEN_BY]-() } AS n6
}
RETURN [n1.concept, n1.name, n2, n6] AS answer
UNION ALL
MATCH (s:Shelf {id: $p0}) WHERE s.concept IN ['Person'] RETURN s.row AS answer
