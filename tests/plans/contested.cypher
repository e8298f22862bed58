CYPHER 5
CALL () {
  MATCH (n2:Claim)
  WHERE n2.id IS NOT NULL AND ((n2.contested IS NOT NULL AND n2.contested = $p0) AND NOT (EXISTS { MATCH (n2)-[:CLAIM_ABOUT]->(n3) WHERE NOT (n3:Meeting|Topic) }))
  WITH n2 ORDER BY n2.id LIMIT $p1
  CALL (n2) {
    MATCH (n2)-[:CONTRADICTS]-(n5)
    WHERE n5.id IS NOT NULL
    WITH DISTINCT n5 ORDER BY n5.id LIMIT $p2
    WITH n5.id AS n5s0, [[n5.id], n5.concept, n5.text] AS n5row
    ORDER BY n5s0
    RETURN collect(n5row) AS n4
  }
  CALL (n2) {
    MATCH (n2)<-[:TAKEN_ON]-(n7)
    WHERE n7.said_asc IS NOT NULL AND n7.id IS NOT NULL
    WITH n7 ORDER BY n7.said_asc, n7.id LIMIT $p3
    OPTIONAL MATCH (n7)-[:HELD_BY]->(n8)
    WITH n7.said_asc AS n7s0, n7.id AS n7s1, [[n7.said_asc, n7.id], n7.concept, n7.stance, n8.concept, n8.name] AS n7row
    ORDER BY n7s0, n7s1
    RETURN collect(n7row) AS n6
  }
  WITH n2.id AS n2s0, [[n2.id], n2.concept, n2.text, n4, null, n6, null] AS n2row
  ORDER BY n2s0
  RETURN collect(n2row) AS n1
}
RETURN [n1, null] AS answer
