// The rounds of the talks, in order, with venue and status.
MATCH (m:Meeting)-[:ROUND_OF]->(s:MeetingSeries)
OPTIONAL MATCH (m)-[:HELD_IN]->(c:Country)
RETURN s.name AS series, m.name AS meeting, m.`when` AS day, c.name AS country, m.status AS status
ORDER BY series, m.when_from
LIMIT 100
