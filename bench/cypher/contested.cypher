MATCH (m:Meeting {id: $id})
RETURN m.name, COLLECT {
  MATCH (m)<-[:CLAIM_ABOUT]-(c:Claim) WHERE c.contested
  WITH c ORDER BY c.id LIMIT 20
  RETURN [c.text, COLLECT {
    MATCH (c)<-[:TAKEN_ON]-(x)
    WITH x ORDER BY x.id LIMIT 20
    OPTIONAL MATCH (x)-[:HELD_BY]->(h)
    OPTIONAL MATCH (x)-[:TAKEN_IN]->(s)
    RETURN [x.stance, h.name, s.text, s.said]
  }]
} AS claims
