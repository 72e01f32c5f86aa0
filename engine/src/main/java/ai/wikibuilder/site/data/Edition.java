package ai.wikibuilder.site.data;

import java.util.Optional;

/**
 * The writing of one page that readers see: a page whose words and cited lines stay the same is not
 * written again, and its links keep leading to the commit at which it was. Immutable.
 *
 * @param commit full id; empty without git
 * @param label the commit as people read it
 * @param digest of all that decides what the page's files hold, but for the commit
 */
public record Edition(Optional<String> commit, String label, String digest) {}
