package ai.wikibuilder.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Fernpost;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Breaks a stored wiki in one place at a time, in every place there is, and looks whether the check
 * says so. A wiki whose faults went unseen would be believed.
 */
class SeededFaultsTest {
  private static final Pattern LINES =
      Pattern.compile("\"path\":\"([^\"]+)\",\"startLine\":(\\d+),\"endLine\":(\\d+),\"digest\"");
  private static final Pattern PATH = Pattern.compile("(?<=\"path\":\")[^\"]+(?=\",\"startLine\")");
  private static final Pattern CODE =
      Pattern.compile("(?<=\"kind\":\"code\",\"text\":\")[^\"\\\\]+(?=\"\\})");
  private static final Pattern CARD =
      Pattern.compile("(?<=\"name\":\")[^\"]+(?=\",\"symbolKind\")");
  private static final Pattern SLUG = Pattern.compile("(?<=\"slug\":\")[^\"]+(?=\"\\})");
  private static final Pattern PLAIN =
      Pattern.compile("(?<=\"kind\":\"plain\",\"text\":\")[^\"\\\\]+(?=\"\\})");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}.,])(\\d+|two|three|four|five|six|seven|eight|nine|ten)(?![\\p{L}\\p{N},])");
  private static final Pattern LABEL = Pattern.compile("(?<=\"label\":\")\\d+(?=\",\"evidence\")");

  private final TestRepository repository = withLibrary(Fernpost.repository());
  private final CodeGraph graph = repository.graph();
  private final WikiPlan plan = new Planner().plan(graph);
  private final Wiki wiki = compose();
  private final String json =
      new WikiJson(wiki, CitedLines.of(wiki, repository), Editions.none(), page -> page.slug())
          .write();

  /** Enough packages that pages lead to each other, and types that others may use. */
  private static TestRepository withLibrary(TestRepository repository) {
    List<String> words =
        List.of("berth", "crane", "derrick", "ferry", "gangway", "hawser", "jetty", "keel");
    for (int part = 0; part < words.size(); part++) {
      String around = words.get(part);
      for (String word : words) {
        String name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        repository.file(
            "src/main/java/dev/harbour/%s/%s%d.java".formatted(around, name, part),
            """
            package dev.harbour.%1$s;
            /** Keeps every %2$s that stands beside a %1$s, and who asked for it in which week. */
            public class %3$s%4$d {
              private %3$s%5$d before;
              /** Moves one %2$s of the %1$s to where the tide leaves the most room for it. */
              public int move%4$d() {
                return before.move%5$d();
              }
            }
            """
                .formatted(around, word, name, part, Math.max(0, part - 1)));
      }
    }
    return repository.file(
        "src/main/java/module-info.java",
        """
        module dev.harbour {
          exports dev.harbour.berth;
          exports dev.harbour.crane;
        }
        """);
  }

  private Wiki compose() {
    SnapshotId snapshot =
        new SnapshotId("fernpost", Optional.empty(), Optional.empty(), "4be19c74be19c7", "", false);
    return new PageComposer()
        .compose(new Composition(snapshot, graph, plan, repository, Map.of(), 0));
  }

  private Quality check(String stored) {
    StoredWiki read = WikiJsonReader.read(stored);
    return new ClaimChecker(new Ground(repository, graph, plan))
        .check(read.wiki(), read.witnesses(), wiki);
  }

  @Test
  void nothingIsFoundInTheWikiAsItWasWritten() {
    Quality quality = check(json);

    assertThat(quality.findings()).isEmpty();
    assertThat(quality.claims()).isGreaterThan(40).isEqualTo(quality.verified());
    assertThat(quality.citations()).isEqualTo(quality.resolved());
    assertThat(WikiJsonReader.read(json).wiki()).isEqualTo(wiki);
  }

  @Test
  void everyMovedLineIsFound() {
    List<String> broken = new ArrayList<>();
    for (int by : new int[] {1, 3, -1}) {
      broken.addAll(each(LINES, found -> moved(found, by)));
    }

    assertAllFound(broken, 100);
  }

  /** The same lines some further down or up; where there are none, one line less. */
  private String moved(MatchResult found, int by) {
    int first = Integer.parseInt(found.group(2)) + by;
    int last = Integer.parseInt(found.group(3)) + by;
    SourceText text = repository.text(found.group(1)).orElseThrow();
    if (first < 1 || last > text.lineCount()) {
      return found.group();
    }
    String old = text.lines(first - by, last - by);
    return old.equals(text.lines(first, last))
        ? found.group()
        : "\"path\":\"%s\",\"startLine\":%d,\"endLine\":%d,\"digest\""
            .formatted(found.group(1), first, last);
  }

  @Test
  void everyWrongPathIsFound() {
    assertAllFound(each(PATH, found -> "src/" + found.group()), 50);
    assertAllFound(each(PATH, found -> found.group() + ".bak"), 50);
  }

  @Test
  void everyInventedIdentifierIsFound() {
    UnaryOperator<String> invented = name -> name + "Xylograph";

    assertAllFound(each(CODE, found -> invented.apply(found.group())), 20);
    assertAllFound(each(CARD, found -> invented.apply(found.group())), 4);
  }

  @Test
  void everyDeadLinkIsFound() {
    assertAllFound(each(SLUG, found -> found.group() + "-gone"), 5);
  }

  @Test
  void everyWrongCountIsFound() {
    List<String> broken = new ArrayList<>(each(LABEL, found -> found.group() + "7"));
    Matcher plain = PLAIN.matcher(json);
    while (plain.find()) {
      Matcher number = NUMBER.matcher(plain.group());
      while (number.find()) {
        String other = number.group().equalsIgnoreCase("two") ? "three" : "two";
        broken.add(
            json.substring(0, plain.start() + number.start())
                + (Character.isDigit(number.group().charAt(0)) ? number.group() + "1" : other)
                + json.substring(plain.start() + number.end()));
      }
    }
    for (String total : List.of("files", "lines", "symbols", "edges")) {
      broken.add(json.replaceFirst("(?<=\"numbers\":.{0,200}\"" + total + "\":)\\d", "7$0"));
    }

    assertAllFound(broken, 15);
  }

  /** The stored wiki once for each match, that one changed. */
  private List<String> each(Pattern pattern, java.util.function.Function<MatchResult, String> by) {
    List<String> result = new ArrayList<>();
    Matcher matcher = pattern.matcher(json);
    while (matcher.find()) {
      String changed = by.apply(matcher.toMatchResult());
      if (!changed.equals(matcher.group())) {
        result.add(json.substring(0, matcher.start()) + changed + json.substring(matcher.end()));
      }
    }
    return result;
  }

  private void assertAllFound(List<String> broken, int countMin) {
    assertThat(broken).hasSizeGreaterThanOrEqualTo(countMin);
    for (String one : broken) {
      List<Finding> findings = check(one).findings();
      assertThat(findings).as(() -> "the fault in …" + difference(one)).isNotEmpty();
    }
  }

  private String difference(String changed) {
    int at = 0;
    while (at < json.length() && json.charAt(at) == changed.charAt(at)) {
      at++;
    }
    return changed.substring(Math.max(0, at - 80), Math.min(changed.length(), at + 80));
  }
}
