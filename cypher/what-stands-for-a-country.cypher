// What stands for a country in the articles: each wording, how it was read, and how often.
MATCH (country:Country {id: 'country:north-korea'})<-[:NAMES]-(mention:Mention)
RETURN mention.exact AS words, mention.reading AS reading, count(*) AS times
ORDER BY times DESC, words
LIMIT 50
