package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.Witness;
import java.util.List;

/**
 * A wiki as it was read back. Immutable.
 *
 * @param wiki without its quality, which is for a new check to say
 * @param witnesses what the cited lines read when it was written, in reading order
 * @param editions when each page was written, and where pages went that are no more
 */
public record StoredWiki(Wiki wiki, List<Witness> witnesses, Editions editions) {
  public StoredWiki {
    witnesses = List.copyOf(witnesses);
  }
}
