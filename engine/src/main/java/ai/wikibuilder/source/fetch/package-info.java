/**
 * Brings one commit of a remote repository onto this machine.
 *
 * <p>In: a {@link FetchRequest}. Out: a {@link FetchedCommit}, a commit in a bare, shallow object
 * database. Entry: {@link RemoteRepositories}. Everything goes over connections of {@code
 * outbound}; no other transport of git can be reached, and no configuration of git on this machine
 * is read.
 *
 * <p>Limits: {@link FetchLimits}.
 */
@NullMarked
package ai.wikibuilder.source.fetch;

import org.jspecify.annotations.NullMarked;
