CYPHER 5
MATCH (n1:Node {id: $p0})
WHERE n1:Statement
OPTIONAL MATCH (n1)-[:SPOKEN_BY]->(n2)
OPTIONAL MATCH (n2)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n3)
OPTIONAL MATCH (n1)-[:SAID_AT]->(n4)
OPTIONAL MATCH (n4)-[:HELD_AT_VENUE]->(n5)
OPTIONAL MATCH (n4)-[:HELD_IN]->(n6)
CALL (n1) {
  MATCH (n8)-[n8r:REPORTS {p: n1.id}]->()
  USING INDEX SEEK n8r:REPORTS(p, s)
  WHERE n8r.s IS NOT NULL
  WITH n8, n8r ORDER BY n8r.p, n8r.s LIMIT $p1
  OPTIONAL MATCH (n8)-[:REPORTED_IN]->(n9)
  WITH n8r.s AS n8s0, [[n8r.s], n8.concept, n8.text, n9.concept, n9.title] AS n8row
  ORDER BY n8s0
  RETURN collect(n8row) AS n7
}
RETURN [n1.concept, n1.text, n1.act, n2.concept, n2.name, n3.concept, n3.name, n4.concept, n4.name, n5.concept, n5.name, n6.concept, n6.name, n7, null] AS answer
UNION ALL
MATCH (s:Shelf {id: $p0}) WHERE s.concept IN ['Statement'] RETURN s.row AS answer
