/**
 * Who may build a repository: one at a time, whichever machines there are.
 *
 * <p>A lock here is a convenience that keeps two workers from the same work; what keeps a result
 * from being published twice is the token, which grows with every holder and is named when a result
 * is published. In: a tenant and a repository. Out: {@link ai.wikibuilder.server.jobs.leases.Hold}.
 * Entry: {@link ai.wikibuilder.server.jobs.leases.Leases}, the {@link
 * ai.wikibuilder.generations.RepositoryLock} made of rows of PostgreSQL; where one machine works
 * alone, in the command line, a file does the same.
 */
@NamedInterface("leases")
@NullMarked
package ai.wikibuilder.server.jobs.leases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
