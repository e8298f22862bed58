SELECT e.name, (SELECT json_group_array(json_array(s.text, s.said,
    (SELECT json_group_array(a.name) FROM (SELECT "to" FROM link_about WHERE "from" = s.id ORDER BY "to" LIMIT 5) l JOIN entity a ON a.id = l."to")))
  FROM (SELECT id, text, said FROM statement WHERE speaker = e.id ORDER BY said_from DESC, id DESC LIMIT 20) s)
FROM entity e WHERE e.id = ?1
