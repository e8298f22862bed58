// Best where both are common: the newest statements are walked until twenty fit.
MATCH (x:Country {id: $held})
MATCH (y:Country {id: $of})
CALL (x, y) {
  MATCH (s:Statement) WHERE s.said_from IS NOT NULL AND s.id IS NOT NULL
    AND EXISTS { (s)-[:SPOKEN_BY]->()-[:STATE_OF]->(y) }
    AND EXISTS { (s)-[:ABOUT]->(:Meeting)-[:HELD_IN]->(x) }
  RETURN s ORDER BY s.said_from DESC, s.id DESC LIMIT 20
}
OPTIONAL MATCH (s)-[:SPOKEN_BY]->(p)
RETURN s.text, s.said, p.name
ORDER BY s.said_from DESC, s.id DESC
