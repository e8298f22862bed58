CYPHER 5
MATCH (a:Node {id: $p0}) MATCH (b:Node {id: $p1}) WHERE a <> b
CALL (a, b) {
  CALL (a, b) {
    MATCH (a)-[r:TIE {p: a.id, s: b.id}]->(b) WHERE r.fact
    RETURN DISTINCT 0 AS rank, [] AS nodes
    UNION ALL
    WITH a, b, COUNT { (a)-[:TIE]->() } > COUNT { (b)-[:TIE]->() } AS turned WHERE $p2 >= 2
    WITH CASE WHEN turned THEN b ELSE a END AS few, CASE WHEN turned THEN a ELSE b END AS many
    MATCH (few)-[r:TIE]->(x) WHERE r.fact
    WITH DISTINCT x, many
    MATCH (many)-[r:TIE {p: many.id, s: x.id}]->(x) WHERE r.fact
    WITH DISTINCT x WITH x, COUNT { (x)-[:TIE]->() } AS rank ORDER BY rank, x.id LIMIT $p3
    RETURN rank, [x] AS nodes
  }
  WITH rank, nodes ORDER BY size(nodes), rank, [n IN nodes | n.id]
  RETURN collect(nodes) AS upto2
}
CALL (a, b, upto2) {
  WITH a, b WHERE $p2 >= 3 AND size(upto2) < $p3
  MATCH (a)-[r:TIE]->(x) WHERE r.fact AND x <> b
  WITH DISTINCT x WITH x, COUNT { (x)-[:TIE]->() } AS degree ORDER BY degree, x.id LIMIT 100
  RETURN collect([x, degree]) AS nearA
}
CALL (b, a, upto2) {
  WITH b, a WHERE $p2 >= 3 AND size(upto2) < $p3
  MATCH (b)-[r:TIE]->(x) WHERE r.fact AND x <> a
  WITH DISTINCT x WITH x, COUNT { (x)-[:TIE]->() } AS degree ORDER BY degree, x.id LIMIT 100
  RETURN collect([x, degree]) AS nearB
}
CALL (nearA, nearB) {
  UNWIND nearA AS p UNWIND nearB AS q
  WITH p[0] AS x, q[0] AS y, p[1] + q[1] AS rank
  MATCH (x)-[r:TIE {p: x.id, s: y.id}]->(y) WHERE r.fact
  WITH DISTINCT x, y, rank ORDER BY rank, x.id, y.id LIMIT $p3
  RETURN collect([x, y]) AS of3
}
CALL (a, b, upto2, of3, nearA, nearB) {
  WITH a, b, nearA, nearB WHERE $p2 >= 4 AND size(upto2) + size(of3) < $p3
  CALL (a, b, nearA, nearB) {
    UNWIND range(0, size(nearA) - 1) AS i
    WITH i, nearA[i] AS p, a, b
    WHERE reduce(read = 0, q IN nearA[0..i + 1] | read + q[1]) <= 10000
    WITH p[0] AS x, p[1] AS degree, a, b
    MATCH (x)-[r:TIE]->(m) WHERE r.fact AND m <> a AND m <> b
    RETURN DISTINCT m, x, degree, 0 AS side
    UNION ALL
    UNWIND range(0, size(nearB) - 1) AS i
    WITH i, nearB[i] AS p, a, b
    WHERE reduce(read = 0, q IN nearB[0..i + 1] | read + q[1]) <= 10000
    WITH p[0] AS x, p[1] AS degree, a, b
    MATCH (x)-[r:TIE]->(m) WHERE r.fact AND m <> a AND m <> b
    RETURN DISTINCT m, x, degree, 1 AS side
  }
  WITH m, x, degree, side ORDER BY degree, x.id
  WITH m, collect(CASE WHEN side = 0 THEN [x, degree] END)[..$p3 + 1] AS before, collect(CASE WHEN side = 1 THEN [x, degree] END)[..$p3 + 1] AS behind WHERE size(before) > 0 AND size(behind) > 0
  UNWIND before AS p UNWIND behind AS q
  WITH m, p, q WHERE p[0] <> q[0]
  WITH p[0] AS x, m, q[0] AS y, p[1] + COUNT { (m)-[:TIE]->() } + q[1] AS rank ORDER BY rank, x.id, m.id, y.id LIMIT $p3
  RETURN collect([x, m, y]) AS of4
}
WITH a, b, (upto2 + of3 + of4)[..$p3] AS found
UNWIND range(0, size(found) - 1) AS path
WITH path, [a] + found[path] + [b] AS nodes
UNWIND range(0, size(nodes) - 2) AS place
WITH path, place, nodes[place] AS near, nodes[place + 1] AS far
CALL (near, far) {
  MATCH (near)-[r:TIE {p: near.id, s: far.id}]->(far) WHERE r.fact
  RETURN r.relation AS relation ORDER BY r.rank, relation LIMIT 1
}
CALL (near, relation, far) {
  WITH relation, CASE WHEN relation IN ['DISCUSSED_BY', 'SPOKEN_FOR_BY', 'ADDRESSED_BY', 'HEARD', 'ATTENDED_BY', 'REPRESENTED_BY', 'OFFICE_HELD_BY', 'ACCREDITED', 'STATE_OF', 'CAPITAL_OF', 'SUCCEEDED_BY', 'BASE_OF', 'HAS_PART', 'SPOKEN_FROM_BY', 'HAS_AFFILIATE', 'RESOLVES', 'COUNTRY_OF', 'CONTAINS', 'PLACE_OF', 'VENUE_OF', 'HOSTED', 'HAS_ROUND', 'NEXT', 'ACTED_IN', 'ADOPTED', 'PARTY_TO', 'NARROWER'] THEN far ELSE near END AS a, CASE WHEN relation IN ['DISCUSSED_BY', 'SPOKEN_FOR_BY', 'ADDRESSED_BY', 'HEARD', 'ATTENDED_BY', 'REPRESENTED_BY', 'OFFICE_HELD_BY', 'ACCREDITED', 'STATE_OF', 'CAPITAL_OF', 'SUCCEEDED_BY', 'BASE_OF', 'HAS_PART', 'SPOKEN_FROM_BY', 'HAS_AFFILIATE', 'RESOLVES', 'COUNTRY_OF', 'CONTAINS', 'PLACE_OF', 'VENUE_OF', 'HOSTED', 'HAS_ROUND', 'NEXT', 'ACTED_IN', 'ADOPTED', 'PARTY_TO', 'NARROWER'] THEN near ELSE far END AS b
  CALL (relation, a, b) {
    WITH relation, a, b WHERE COUNT { (a)-[:TIE]->() } <= COUNT { (b)-[:TIE]->() }
    MATCH (a)<-[n:SPOKEN_BY|ON_BEHALF_OF|PARTICIPANT|HELD_BY_PERSON]-(f)
    WITH relation, b, f, type(n) AS near
    MATCH (f)-[x:ABOUT|ON_BEHALF_OF|ADDRESSED_TO|SAID_AT|TOOK_PART_IN|TOOK_PART_FOR|OFFICE_OF|ACCREDITED_TO]->(b)
    WITH relation, f, near, type(x) AS far
    WHERE relation + ' ' + near + ' ' + far IN ['SPOKE_ABOUT SPOKEN_BY ABOUT', 'DISCUSSED_BY SPOKEN_BY ABOUT', 'SPOKE_ABOUT ON_BEHALF_OF ABOUT', 'DISCUSSED_BY ON_BEHALF_OF ABOUT', 'SPOKE_FOR SPOKEN_BY ON_BEHALF_OF', 'SPOKEN_FOR_BY SPOKEN_BY ON_BEHALF_OF', 'ADDRESSED SPOKEN_BY ADDRESSED_TO', 'ADDRESSED_BY SPOKEN_BY ADDRESSED_TO', 'ADDRESSED ON_BEHALF_OF ADDRESSED_TO', 'ADDRESSED_BY ON_BEHALF_OF ADDRESSED_TO', 'SPOKE_AT SPOKEN_BY SAID_AT', 'HEARD SPOKEN_BY SAID_AT', 'SPOKE_AT ON_BEHALF_OF SAID_AT', 'HEARD ON_BEHALF_OF SAID_AT', 'ATTENDED PARTICIPANT TOOK_PART_IN', 'ATTENDED_BY PARTICIPANT TOOK_PART_IN', 'REPRESENTED PARTICIPANT TOOK_PART_FOR', 'REPRESENTED_BY PARTICIPANT TOOK_PART_FOR', 'HELD_OFFICE_OF HELD_BY_PERSON OFFICE_OF', 'OFFICE_HELD_BY HELD_BY_PERSON OFFICE_OF', 'ACCREDITED_TO HELD_BY_PERSON ACCREDITED_TO', 'ACCREDITED HELD_BY_PERSON ACCREDITED_TO'] AND (near <> 'ON_BEHALF_OF' OR NOT EXISTS { (f)-[:SPOKEN_BY]->() }) AND NOT (f:Role AND f.ending = 'NOT_TAKEN_UP')
    RETURN f, CASE f.concept WHEN 'Statement' THEN f.said_from WHEN 'Participation' THEN f.when_from WHEN 'Role' THEN f.began_from END AS day
    UNION ALL
    WITH relation, a, b WHERE COUNT { (a)-[:TIE]->() } > COUNT { (b)-[:TIE]->() }
    MATCH (b)<-[x:ABOUT|ON_BEHALF_OF|ADDRESSED_TO|SAID_AT|TOOK_PART_IN|TOOK_PART_FOR|OFFICE_OF|ACCREDITED_TO]-(f)
    WITH relation, a, f, type(x) AS far
    MATCH (f)-[n:SPOKEN_BY|ON_BEHALF_OF|PARTICIPANT|HELD_BY_PERSON]->(a)
    WITH relation, f, far, type(n) AS near
    WHERE relation + ' ' + near + ' ' + far IN ['SPOKE_ABOUT SPOKEN_BY ABOUT', 'DISCUSSED_BY SPOKEN_BY ABOUT', 'SPOKE_ABOUT ON_BEHALF_OF ABOUT', 'DISCUSSED_BY ON_BEHALF_OF ABOUT', 'SPOKE_FOR SPOKEN_BY ON_BEHALF_OF', 'SPOKEN_FOR_BY SPOKEN_BY ON_BEHALF_OF', 'ADDRESSED SPOKEN_BY ADDRESSED_TO', 'ADDRESSED_BY SPOKEN_BY ADDRESSED_TO', 'ADDRESSED ON_BEHALF_OF ADDRESSED_TO', 'ADDRESSED_BY ON_BEHALF_OF ADDRESSED_TO', 'SPOKE_AT SPOKEN_BY SAID_AT', 'HEARD SPOKEN_BY SAID_AT', 'SPOKE_AT ON_BEHALF_OF SAID_AT', 'HEARD ON_BEHALF_OF SAID_AT', 'ATTENDED PARTICIPANT TOOK_PART_IN', 'ATTENDED_BY PARTICIPANT TOOK_PART_IN', 'REPRESENTED PARTICIPANT TOOK_PART_FOR', 'REPRESENTED_BY PARTICIPANT TOOK_PART_FOR', 'HELD_OFFICE_OF HELD_BY_PERSON OFFICE_OF', 'OFFICE_HELD_BY HELD_BY_PERSON OFFICE_OF', 'ACCREDITED_TO HELD_BY_PERSON ACCREDITED_TO', 'ACCREDITED HELD_BY_PERSON ACCREDITED_TO'] AND (near <> 'ON_BEHALF_OF' OR NOT EXISTS { (f)-[:SPOKEN_BY]->() }) AND NOT (f:Role AND f.ending = 'NOT_TAKEN_UP')
    RETURN f, CASE f.concept WHEN 'Statement' THEN f.said_from WHEN 'Participation' THEN f.when_from WHEN 'Role' THEN f.began_from END AS day
    UNION ALL
    WITH relation, a AS f WHERE NOT relation IN ['SPOKE_ABOUT', 'DISCUSSED_BY', 'SPOKE_FOR', 'SPOKEN_FOR_BY', 'ADDRESSED', 'ADDRESSED_BY', 'SPOKE_AT', 'HEARD', 'ATTENDED', 'ATTENDED_BY', 'REPRESENTED', 'REPRESENTED_BY', 'HELD_OFFICE_OF', 'OFFICE_HELD_BY', 'ACCREDITED_TO', 'ACCREDITED']
    RETURN f, '' AS day
  }
  WITH f, day ORDER BY day DESC, f.id DESC LIMIT 3
  CALL (f) {
    MATCH (f)-[n1r:EVIDENCE]->(n1)
    WITH n1r.position AS n1p, [n1.id, n1.concept, n1.title] AS n1row ORDER BY n1p
    RETURN collect(n1row) AS n1l
  }
  WITH f, day, [f.concept, f.evidence, n1l] AS row ORDER BY day DESC, f.id DESC
  RETURN collect(row) AS facts
}
WITH path, place, [relation, near.concept, near.name, far.concept, far.name, facts] AS row ORDER BY path, place
WITH path, collect(row) AS rows ORDER BY path
RETURN collect(rows) AS answer
