package ai.wikibuilder.site.editions;

import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.data.Editions;
import java.nio.file.Path;
import java.util.Map;

/**
 * The wiki that was built before. Immutable.
 *
 * @param folder with its files; nothing writes into it
 * @param sameWriting whether the site is written as it was then, so that files can be taken over
 * @param pathsNow where files that were renamed since stand now, by their earlier path
 */
public record EarlierWiki(
    Path folder, Wiki wiki, Editions editions, boolean sameWriting, Map<String, String> pathsNow) {
  public EarlierWiki {
    pathsNow = Map.copyOf(pathsNow);
  }
}
