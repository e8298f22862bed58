SELECT json_group_array(json_array(s.text, s.said, p.name))
FROM (SELECT text, said, speaker FROM statement WHERE (said_from, id) < (?1, ?2) ORDER BY said_from DESC, id DESC LIMIT 20) s LEFT JOIN entity p ON p.id = s.speaker
