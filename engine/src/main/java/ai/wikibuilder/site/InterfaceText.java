package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The words of the interface in one language, from {@code interface_<language>.properties}.
 * Immutable. The language of the machine plays no part.
 */
final class InterfaceText {
  private final String language;
  private final Properties words = new Properties();

  InterfaceText(String language) {
    this.language = language;
    String name = "interface_" + language + ".properties";
    try (InputStream in = InterfaceText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("expected the words of the interface in " + name);
      }
      words.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  String language() {
    return language;
  }

  /**
   * The words for a key.
   *
   * @param values take the places {@code {0}}, {@code {1}} in the order given
   * @throws IllegalArgumentException when the language has no such key
   */
  String of(String key, String... values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("expected words for " + key + " in " + language);
    }
    String text = pattern;
    for (int i = values.length - 1; i >= 0; i--) {
      text = text.replace("{" + i + "}", values[i]);
    }
    return text;
  }

  /** What became of a page's statements, in one line; only what there is to say. */
  String checked(Page.Checking checking) {
    List<String> parts = new ArrayList<>();
    if (checking.verified() > 0) {
      parts.add(of("checked.verified", number(checking.verified())));
    }
    if (checking.repaired() > 0) {
      parts.add(of("checked.repaired", number(checking.repaired())));
    }
    if (checking.uncited() > 0) {
      parts.add(of("checked.uncited", number(checking.uncited())));
    }
    if (!checking.removed().isEmpty()) {
      parts.add(of("checked.removed", number(checking.removed().size())));
    }
    return String.join(" · ", parts);
  }

  /** What was found of a wiki, a line each. */
  List<String> quality(Wiki wiki) {
    Quality quality = wiki.quality();
    List<String> lines = new ArrayList<>();
    lines.add(part("quality.claims", quality.verified(), quality.claims()));
    lines.add(part("quality.citations", quality.resolved(), quality.citations()));
    lines.add(part("quality.modules", quality.modulesTold(), quality.modules()));
    if (quality.uncited() > 0) {
      lines.add(of("quality.uncited", number(quality.uncited())));
    }
    int findings = quality.findings().size();
    lines.add(findings == 0 ? of("quality.none") : of("quality.findings", number(findings)));
    Authorship by = wiki.authorship();
    if (by.pageCount() > 0) {
      lines.add(of("quality.model", number(by.pageCount()), by.model()));
    }
    by.degraded().values().stream()
        .findFirst()
        .ifPresent(
            reason -> lines.add(of("quality.degraded", number(by.degraded().size()), reason)));
    return lines;
  }

  private String part(String key, int part, int whole) {
    return of(key, number(part), number(whole));
  }

  /** A number with its thousands set apart as the language does it. */
  String number(long value) {
    String digits = Long.toString(value);
    StringBuilder out = new StringBuilder(digits);
    String separator = of("number.group");
    for (int at = digits.length() - 3; at > (value < 0 ? 1 : 0); at -= 3) {
      out.insert(at, separator);
    }
    return out.toString();
  }
}
