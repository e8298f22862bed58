SELECT json_group_array(json_array(m.name, m."when", (SELECT json_group_array(json_array(s.text, s.said, p.name, c.name))
  FROM (SELECT "from" FROM link_about WHERE "to" = m.id ORDER BY key DESC, "from" DESC LIMIT 10) l
  JOIN statement s ON s.id = l."from" LEFT JOIN entity p ON p.id = s.speaker LEFT JOIN entity c ON c.id = p.country)))
FROM (SELECT id, name, "when" FROM entity WHERE concept = 'Meeting' ORDER BY when_from DESC, id DESC LIMIT 20) m
