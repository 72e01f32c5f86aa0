package ai.wikibuilder.server.accounts.browsers;

import java.util.List;

/** What a person calls a browser, such as Firefox on Linux, from what it calls itself. */
final class BrowserName {
  private record Known(String mark, String name) {}

  /** The first mark that is found counts: later ones stand in the names of earlier ones too. */
  private static final List<Known> BROWSERS =
      List.of(
          new Known("Edg", "Edge"),
          new Known("OPR/", "Opera"),
          new Known("SamsungBrowser/", "Samsung Internet"),
          new Known("Firefox/", "Firefox"),
          new Known("FxiOS/", "Firefox"),
          new Known("CriOS/", "Chrome"),
          new Known("Chrome/", "Chrome"),
          new Known("Safari/", "Safari"));

  private static final List<Known> SYSTEMS =
      List.of(
          new Known("iPhone", "iPhone"),
          new Known("iPad", "iPad"),
          new Known("Android", "Android"),
          new Known("CrOS", "ChromeOS"),
          new Known("Windows", "Windows"),
          new Known("Macintosh", "macOS"),
          new Known("Linux", "Linux"));

  private BrowserName() {}

  /** One line; what is not known is shown as it came. */
  static String of(String agent) {
    String line = agent.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    if (line.isEmpty()) {
      return "unknown";
    }
    String system = first(SYSTEMS, line);
    String browser = first(BROWSERS, line);
    return browser.isEmpty() || system.isEmpty() ? line : browser + " on " + system;
  }

  private static String first(List<Known> known, String line) {
    return known.stream()
        .filter(candidate -> line.contains(candidate.mark()))
        .map(Known::name)
        .findFirst()
        .orElse("");
  }
}
