package ai.wikibuilder.server.wikis;

import ai.wikibuilder.answers.OpenWiki;

/**
 * A wiki opened for somebody's questions, whose meaning is compared with vectors where there are
 * some. For the length of one piece of work, closed before its {@link ReadWiki}.
 *
 * @param end closes what was opened for it alone
 */
public record MeantWiki(OpenWiki wiki, Runnable end) implements AutoCloseable {
  @Override
  public void close() {
    end.run();
  }
}
