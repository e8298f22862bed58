// What was written, newest first.
MATCH (change:Change)
WHERE change.sequence IS NOT NULL
RETURN change.sequence AS place, change.action AS action, change.by AS who, change.at AS at, change.created AS created, change.amended AS amended, change.removed AS removed
ORDER BY change.sequence DESC
LIMIT 50
