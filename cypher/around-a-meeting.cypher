// Around a meeting: where it was, who took part for whom, what was said about it.
MATCH (meeting:Meeting {id: 'meeting:us-north-korea-stockholm-2019-10-05'})
OPTIONAL MATCH where = (meeting)-[:HELD_AT_VENUE|HELD_AT|HELD_IN]->()
OPTIONAL MATCH who = (meeting)<-[:TOOK_PART_IN]-(:Participation)-[:PARTICIPANT|TOOK_PART_FOR]->(:Actor)
OPTIONAL MATCH words = (meeting)<-[:ABOUT]-(:Statement)-[:SPOKEN_BY]->(:Actor)
RETURN meeting, where, who, words
LIMIT 200
