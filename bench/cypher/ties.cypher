// The shortest that graph databases have for it; whom both ends share, rarest first.
MATCH (a:Node {id: $a})-[:TIE]->(x)-[:TIE]->(b:Node {id: $b})
WITH DISTINCT x, b, COUNT { (x)-[:TIE]->() } AS degree ORDER BY degree, x.id LIMIT 3
RETURN x.id, b.id
