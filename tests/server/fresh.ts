// Test files share a process, but not the modules of src/: what type-graphql remembers of the last file's classes would be there twice.
delete (globalThis as { TypeGraphQLMetadataStorage?: unknown }).TypeGraphQLMetadataStorage;
