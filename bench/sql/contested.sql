SELECT e.name, (SELECT json_group_array(json_array(c.text, (SELECT json_group_array(json_array(x.stance, h.name, s.text, s.said))
    FROM (SELECT stance, holder, statement FROM position WHERE claim = c.id ORDER BY id LIMIT 20) x LEFT JOIN entity h ON h.id = x.holder JOIN statement s ON s.id = x.statement)))
  FROM (SELECT c.id, c.text FROM link_claim_about l JOIN claim c ON c.id = l."from" WHERE l."to" = e.id AND c.contested ORDER BY c.id LIMIT 20) c)
FROM entity e WHERE e.id = ?1
