SELECT json_group_array(json_array(text, said)) FROM (SELECT text, said FROM statement ORDER BY said_from DESC, id DESC LIMIT 10)
;
SELECT json_group_array(json_array(name, "when")) FROM (SELECT name, "when" FROM entity WHERE concept = 'Meeting' ORDER BY when_from DESC, id DESC LIMIT 10)
;
SELECT json_group_array(text) FROM (SELECT "from" FROM link_about WHERE "to" = ?1 ORDER BY key DESC, "from" DESC LIMIT 10) l JOIN statement s ON s.id = l."from"
;
SELECT count(*) FROM statement WHERE speaker = ?2
;
SELECT json_group_array(text) FROM (SELECT text FROM statement WHERE onBehalfOf = ?3 ORDER BY said_from DESC, id DESC LIMIT 10)
;
SELECT json_group_array(text) FROM (SELECT text FROM claim WHERE contested ORDER BY id LIMIT 10)
