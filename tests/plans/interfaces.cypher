CYPHER 5
MATCH (n1:Node {id: $p0})
WHERE n1:Person|Country|Organization|UnnamedActor|Place|Venue|Meeting|MeetingSeries|Event|Document|Topic|Statement|Report|Claim|Position|Role|Participation|Mention|Match|Article|Change
OPTIONAL MATCH (n1)-[:STATE_OF|BASED_IN|SPEAKS_FROM]->(n2)
CALL (n1) {
  MATCH (n1)-[n3r:EVIDENCE]->(n3)
  WITH n3r.position AS n3p, [n3.id, n3.concept, n3.title] AS n3row ORDER BY n3p
  RETURN collect(n3row) AS n3l
}
CALL (n1) {
  MATCH (n1)-[n4r:EVIDENCE]->(n4)
  WITH n4r.position AS n4p, [n4.id, n4.concept, n4.title] AS n4row ORDER BY n4p
  RETURN collect(n4row) AS n4l
}
CALL (n1) {
  MATCH (n1)-[n5r:EVIDENCE]->(n5)
  WITH n5r.position AS n5p, [n5.id, n5.concept, n5.title] AS n5row ORDER BY n5p
  RETURN collect(n5row) AS n5l
}
CALL (n1) {
  MATCH (n1)-[n6r:EVIDENCE]->(n6)
  WITH n6r.position AS n6p, [n6.id, n6.concept, n6.title] AS n6row ORDER BY n6p
  RETURN collect(n6row) AS n6l
}
CALL (n1) {
  MATCH (n1)-[n7r:EVIDENCE]->(n7)
  WITH n7r.position AS n7p, [n7.id, n7.concept, n7.title] AS n7row ORDER BY n7p
  RETURN collect(n7row) AS n7l
}
CALL (n1) {
  MATCH (n1)-[n8r:EVIDENCE]->(n8)
  WITH n8r.position AS n8p, [n8.id, n8.concept, n8.title] AS n8row ORDER BY n8p
  RETURN collect(n8row) AS n8l
}
CALL (n1) {
  MATCH (n1)-[n9r:EVIDENCE]->(n9)
  WITH n9r.position AS n9p, [n9.id, n9.concept, n9.title] AS n9row ORDER BY n9p
  RETURN collect(n9row) AS n9l
}
CALL (n1) {
  MATCH (n1)-[n10r:EVIDENCE]->(n10)
  WITH n10r.position AS n10p, [n10.id, n10.concept, n10.title] AS n10row ORDER BY n10p
  RETURN collect(n10row) AS n10l
}
CALL (n1) {
  MATCH (n1)-[n11r:EVIDENCE]->(n11)
  WITH n11r.position AS n11p, [n11.id, n11.concept, n11.title] AS n11row ORDER BY n11p
  RETURN collect(n11row) AS n11l
}
CALL (n1) {
  MATCH (n1)-[n12r:EVIDENCE]->(n12)
  WITH n12r.position AS n12p, [n12.id, n12.concept, n12.title] AS n12row ORDER BY n12p
  RETURN collect(n12row) AS n12l
}
CALL (n1) {
  MATCH (n1)-[n13r:EVIDENCE]->(n13)
  WITH n13r.position AS n13p, [n13.id, n13.concept, n13.title] AS n13row ORDER BY n13p
  RETURN collect(n13row) AS n13l
}
OPTIONAL MATCH (n1)-[:SPOKEN_BY]->(n14)
CALL (n1) {
  MATCH (n1)-[n15r:EVIDENCE]->(n15)
  WITH n15r.position AS n15p, [n15.id, n15.concept, n15.title] AS n15row ORDER BY n15p
  RETURN collect(n15row) AS n15l
}
CALL (n1) {
  MATCH (n1)-[n16r:EVIDENCE]->(n16)
  WITH n16r.position AS n16p, [n16.id, n16.concept, n16.title] AS n16row ORDER BY n16p
  RETURN collect(n16row) AS n16l
}
CALL (n1) {
  MATCH (n1)-[n17r:EVIDENCE]->(n17)
  WITH n17r.position AS n17p, [n17.id, n17.concept, n17.title] AS n17row ORDER BY n17p
  RETURN collect(n17row) AS n17l
}
CALL (n1) {
  MATCH (n1)-[n18r:EVIDENCE]->(n18)
  WITH n18r.position AS n18p, [n18.id, n18.concept, n18.title] AS n18row ORDER BY n18p
  RETURN collect(n18row) AS n18l
}
CALL (n1) {
  MATCH (n1)-[n19r:EVIDENCE]->(n19)
  WITH n19r.position AS n19p, [n19.id, n19.concept, n19.title] AS n19row ORDER BY n19p
  RETURN collect(n19row) AS n19l
}
CALL (n1) {
  MATCH (n1)-[n20r:EVIDENCE]->(n20)
  WITH n20r.position AS n20p, [n20.id, n20.concept, n20.title] AS n20row ORDER BY n20p
  RETURN collect(n20row) AS n20l
}
CALL (n1) {
  MATCH (n1)-[n21r:EVIDENCE]->(n21)
  WITH n21r.position AS n21p, [n21.id, n21.concept, n21.title] AS n21row ORDER BY n21p
  RETURN collect(n21row) AS n21l
}
CALL (n1) {
  MATCH (n1)-[n22r:EVIDENCE]->(n22)
  WITH n22r.position AS n22p, [n22.id, n22.concept, n22.title] AS n22row ORDER BY n22p
  RETURN collect(n22row) AS n22l
}
RETURN [n1.concept, n1.id, n1.name, n2.concept, n2.name, n1.evidence, n3l, n4l, n5l, n6l, n7l, n8l, n9l, n10l, n11l, n12l, n13l, n1.text, n14.concept, n14.name, n15l, n16l, n17l, n18l, n19l, n20l, n21l, n22l] AS answer
UNION ALL
MATCH (s:Shelf {id: $p0}) WHERE s.concept IN ['Person', 'Country', 'Organization', 'UnnamedActor', 'Place', 'Venue', 'Meeting', 'MeetingSeries', 'Event', 'Document', 'Topic', 'Statement', 'Report', 'Claim', 'Position', 'Role', 'Participation', 'Mention', 'Match', 'Article', 'Change'] RETURN s.row AS answer
