package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Placement;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.nio.file.Path;

/**
 * Where everything is, below one folder. Ids are the server's own, so that no name of anybody's is
 * part of a path:
 *
 * <pre>
 * repos/{tenant}/{repository}/clones   what was fetched; may vanish at any time
 * repos/{tenant}/{repository}/work     where builds work: an output folder of the engine
 * index/{tenant}/{repository}/{generation}   texts, catalogue, index, code graph, manifest
 * wiki/{tenant}/{repository}/{generation}    pages
 * </pre>
 */
public record StorageFolders(Path root) {
  /** Folder of what was fetched. */
  public Path clones(TenantId tenant, RepositoryId repository) {
    return of("repos", tenant, repository).resolve("clones");
  }

  /** Output folder of the engine. */
  public Path work(TenantId tenant, RepositoryId repository) {
    return of("repos", tenant, repository).resolve("work");
  }

  Path of(String kind, TenantId tenant, RepositoryId repository) {
    return root.resolve(kind).resolve(tenant.toString()).resolve(repository.toString());
  }

  Placement of(StoredAt at) {
    String name = at.generation().toString();
    return new Placement(
        of("index", at.tenant(), at.repository()).resolve(name),
        of("wiki", at.tenant(), at.repository()).resolve(name));
  }
}
