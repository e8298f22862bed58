SELECT e.name, (SELECT json_group_array(json_array(s.text, s.said, p.name))
  FROM (SELECT "from" FROM link_about WHERE "to" = e.id ORDER BY key DESC, "from" DESC LIMIT 20) l JOIN statement s ON s.id = l."from" LEFT JOIN entity p ON p.id = s.speaker)
FROM entity e WHERE e.id = ?1
