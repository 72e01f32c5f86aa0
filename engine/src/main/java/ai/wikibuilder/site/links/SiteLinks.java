package ai.wikibuilder.site.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks whether the links between the files of a site lead to a file and, where they name one, to a
 * place in it. One thread, used once.
 */
public final class SiteLinks {
  private static final Pattern HTML_LINK = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");
  private static final Pattern HTML_PLACE = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:|//).*");

  private final Path root;
  private final Map<Path, Set<String>> places = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private SiteLinks(Path root) {
    this.root = root;
  }

  /** Every link that leads nowhere, in the order of the files. */
  public static List<Finding> dead(Path root) {
    SiteLinks links = new SiteLinks(root);
    try {
      links.follow();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the site in " + root, e);
    }
    return links.findings;
  }

  private void follow() throws IOException {
    for (String part : List.of("", "pages", "markdown")) {
      Path folder = root.resolve(part);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> inside = Files.list(folder)) {
        for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".html") || name.endsWith(".md") || name.equals("llms.txt")) {
            follow(file);
          }
        }
      }
    }
  }

  private void follow(Path file) throws IOException {
    for (String address : links(file)) {
      if (!ELSEWHERE.matcher(address).matches() && !leads(file, address)) {
        String name = file.getFileName().toString();
        findings.add(
            new Finding(
                name.substring(0, name.lastIndexOf('.')),
                Finding.Kind.LINK,
                "a file of the site and a place in it",
                root.relativize(file) + " links to " + address));
      }
    }
  }

  private static Set<String> links(Path file) throws IOException {
    String text = Files.readString(file);
    if (!file.toString().endsWith(".html")) {
      return MarkdownPlaces.of(text).links();
    }
    Set<String> links = new LinkedHashSet<>();
    Matcher link = HTML_LINK.matcher(text);
    while (link.find()) {
      links.add(link.group(1).replace("&amp;", "&"));
    }
    return links;
  }

  private boolean leads(Path from, String address) throws IOException {
    int hash = address.indexOf('#');
    String path = hash < 0 ? address : address.substring(0, hash);
    String place = hash < 0 ? "" : address.substring(hash + 1);
    Path parent = from.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      return false;
    }
    Path to = path.isEmpty() ? from : parent.resolve(URLDecoder.decode(path, UTF_8)).normalize();
    if (!Files.isRegularFile(to)) {
      return false;
    }
    boolean named = to.toString().endsWith(".html") || to.toString().endsWith(".md");
    return place.isEmpty() || !named || places(to).contains(place);
  }

  private Set<String> places(Path file) throws IOException {
    Path key = file.toAbsolutePath().normalize();
    Set<String> known = places.get(key);
    if (known == null) {
      known = placesIn(file);
      places.put(key, known);
    }
    return known;
  }

  private static Set<String> placesIn(Path file) throws IOException {
    String text = Files.readString(file);
    if (file.toString().endsWith(".md")) {
      return MarkdownPlaces.of(text).places();
    }
    Set<String> places = new HashSet<>();
    Matcher id = HTML_PLACE.matcher(text);
    while (id.find()) {
      places.add(id.group(1));
    }
    return places;
  }
}
