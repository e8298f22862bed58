CALL db.index.fulltext.queryNodes('search_statement', $word) YIELD node
RETURN node.id ORDER BY node.searchKey, node.id LIMIT 20
