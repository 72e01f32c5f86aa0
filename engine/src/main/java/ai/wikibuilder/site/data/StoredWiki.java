package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.Witness;
import java.util.List;

/**
 * A wiki as it was read back. Immutable.
 *
 * @param wiki without its quality, which is for a new check to say
 * @param witnesses what the cited lines read when it was written, in reading order
 */
public record StoredWiki(Wiki wiki, List<Witness> witnesses) {
  public StoredWiki {
    witnesses = List.copyOf(witnesses);
  }
}
