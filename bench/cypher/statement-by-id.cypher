MATCH (s:Statement {id: $id})
OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
OPTIONAL MATCH (p)-[:STATE_OF]->(pc)
RETURN s.text, s.said, s.act, p.name, pc.name,
  COLLECT {
    MATCH (s)-[:ABOUT]->(a)
    WITH a ORDER BY a.id LIMIT 5
    OPTIONAL MATCH (a)-[:HELD_AT_VENUE]->(v)
    OPTIONAL MATCH (a)-[:HELD_IN]->(c)
    RETURN [a.name, a.when, v.name, c.name]
  } AS about,
  COLLECT {
    MATCH (s)<-[:REPORTS]-(r)
    WITH r ORDER BY r.id LIMIT 5
    MATCH (r)-[:REPORTED_IN]->(x)
    RETURN [r.text, x.title]
  } AS reports
