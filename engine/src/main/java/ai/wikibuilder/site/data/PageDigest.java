package ai.wikibuilder.site.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Page;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells whether a page has to be written again: two pages with the same digest say the same of
 * lines that read the same, and stand in the same surroundings. Immutable, may be shared by
 * threads.
 */
public final class PageDigest {
  /** Hexadecimal digits kept: half of a SHA-256. */
  private static final int DIGIT_COUNT = 32;

  private final CitedLines lines;
  private final Predicate<String> isPage;

  /**
   * @param isPage whether a slug is one of a page: a link to none is written as words
   */
  public PageDigest(CitedLines lines, Predicate<String> isPage) {
    this.lines = lines;
    this.isPage = isPage;
  }

  /**
   * The digest of a page.
   *
   * @param surroundings all else that its files hold, without the commit
   */
  public String of(Page page, String surroundings) {
    StringWriter written = new StringWriter();
    PageJson writer;
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), written)) {
      writer = new PageJson(json, lines);
      json.writeStartObject();
      writer.write(page);
      json.writeEndObject();
    }
    for (String slug : writer.linked()) {
      written.append(isPage.test(slug) ? "\n+" : "\n-").append(slug);
    }
    written.append('\n').append(surroundings);
    return digest(written.toString());
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGIT_COUNT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
