package ai.wikibuilder.server.storage;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;

/** Whose generation it is, and which. */
public record StoredAt(TenantId tenant, RepositoryId repository, GenerationId generation) {}
