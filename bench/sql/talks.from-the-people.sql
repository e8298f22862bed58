-- Best where the people of the country have said little.
SELECT json_group_array(json_array(text, said, name)) FROM (
  SELECT s.text, s.said, p.name FROM entity p JOIN statement s ON s.speaker = p.id
  WHERE p.country = ?2 AND p.concept = 'Person' AND EXISTS (SELECT 1 FROM link_about l JOIN entity m ON m.id = l."to" WHERE l."from" = s.id AND m.country = ?1 AND m.concept = 'Meeting')
  ORDER BY s.said_from DESC, s.id DESC LIMIT 20)
