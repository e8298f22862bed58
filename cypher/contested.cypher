// What is contested, by whom and in which words: the claims, who affirms or denies them, and the statements.
MATCH (claim:Claim {contested: true})<-[taken:TAKEN_ON]-(position:Position)-[held:HELD_BY]->(party:Actor),
      (position)-[said:TAKEN_IN]->(statement:Statement)
RETURN claim, taken, position, held, party, said, statement
LIMIT 100
