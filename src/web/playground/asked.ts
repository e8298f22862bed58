const { searchParams } = new URL(location.href);
const query = searchParams.get('query');

/** The query and the variables that the address brings along, in a tab of its own; none for the examples alone. */
export const asked = query === null ? undefined : { query, variables: searchParams.get('variables') ?? '' };
