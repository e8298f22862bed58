CYPHER 5
CALL () {
  MATCH (n2:Proposed)
  WHERE n2.recordedAt IS NOT NULL AND n2.id IS NOT NULL AND n2:Person|Statement
  WITH n2 ORDER BY n2.recordedAt, n2.id LIMIT $p1
  WITH n2.recordedAt AS n2s0, n2.id AS n2s1, [[n2.recordedAt, n2.id], n2.concept, n2.id, n2.text] AS n2row
  ORDER BY n2s0, n2s1
  RETURN collect(n2row) AS n1
}
CALL () {
  MATCH (n4:Proposed) WHERE n4:Person|Statement RETURN count(n4) AS n3
}
RETURN [n1, n3] AS answer
