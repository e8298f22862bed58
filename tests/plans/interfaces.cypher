CYPHER 5
MATCH (n1:Node {id: $p0})
WHERE n1:Person|Country|Organization|UnnamedActor|Place|Venue|Meeting|MeetingSeries|Event|Document|Topic|Statement|Report|Claim|Position|Role|Participation|Mention|Match|Article|Change
OPTIONAL MATCH (n1)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n2)
CALL (n1) {
  MATCH (n1)-[n3r:EVIDENCE]->(n3)
  WITH n3r.position AS n3p, [n3.id, n3.concept, n3.title] AS n3row ORDER BY n3p
  RETURN collect(n3row) AS n3l
}
OPTIONAL MATCH (n1)-[:SPOKEN_BY]->(n4)
RETURN [n1.concept, n1.id, n1.name, n2.concept, n2.name, n1.evidence, n3l, n1.text, n4.concept, n4.name] AS answer
UNION ALL
MATCH (s:Shelf {id: $p0}) WHERE s.concept IN ['Person', 'Country', 'Organization', 'UnnamedActor', 'Place', 'Venue', 'Meeting', 'MeetingSeries', 'Event', 'Document', 'Topic', 'Statement', 'Report', 'Claim', 'Position', 'Role', 'Participation', 'Mention', 'Match', 'Article', 'Change'] RETURN s.row AS answer
