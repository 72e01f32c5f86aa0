package ai.wikibuilder.comparisons;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final HostLinks EARLIER =
      new HostLinks() {
        @Override
        public String lines(String path, int first, int last) {
          return "https://git.example.org/blob/aaaaaaa/" + path + "#L" + first;
        }

        @Override
        public String repository() {
          return "https://git.example.org";
        }
      };

  private final Map<String, String> files = harbour();

  /** Three packages of six classes; each class of crane and keel names one of berth. */
  private static Map<String, String> harbour() {
    Map<String, String> files = new HashMap<>();
    for (String part : List.of("berth", "crane", "keel")) {
      for (int i = 0; i < 6; i++) {
        files.put(
            path(part, i),
            """
            package harbour.%1$s;
            import harbour.berth.Berth%2$d;
            public class %3$s%2$d {
              private Berth%2$d berth;
              public int move%2$d(int way) { return berth.move%2$d(way); }
            }
            """
                .formatted(part, i, capital(part)));
      }
    }
    files.put("package.json", "{\"dependencies\":{\"left\":\"1.0\",\"right\":\"2.0\"}}\n");
    return files;
  }

  private static String path(String part, int number) {
    return "src/main/java/harbour/%s/%s%d.java".formatted(part, capital(part), number);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Version version(Map<String, String> files, String commit) {
    TestRepository repository = new TestRepository();
    files.forEach(repository::file);
    Map<String, String> blobs = new HashMap<>();
    files.forEach((path, text) -> blobs.put(path, Integer.toHexString(text.hashCode())));
    SnapshotId id =
        new SnapshotId(
            "harbour",
            Optional.empty(),
            Optional.of(commit.repeat(40)),
            commit.repeat(40),
            "",
            false);
    return new Version(id, repository.graph(), repository, blobs, Optional.of(EARLIER));
  }

  private static List<String> names(Comparison comparison, Subject subject, Change.Kind kind) {
    return comparison.changes(subject, kind).stream().map(Change::name).toList();
  }

  private static Comparison compared(Map<String, String> before, Map<String, String> after) {
    return Comparison.of(version(before, "a"), version(after, "b"));
  }

  @Test
  void nothingChangesFromAStateToItself() {
    Comparison comparison = compared(files, files);

    assertThat(comparison.changes()).isEmpty();
    Page page =
        new ComparisonPage(comparison, Optional.empty(), new Catalogue("en")).page("c", "A", "B");
    assertThat(page.sections()).hasSize(1);
    assertThat(page.toString()).contains("Nothing changed.").doesNotContain("Both states");
  }

  @Test
  void twoStatesOfOneCommitAreSaidToBe() {
    Comparison comparison = Comparison.of(version(files, "a"), version(files, "a"));

    Page page =
        new ComparisonPage(comparison, Optional.empty(), new Catalogue("en")).page("c", "A", "B");

    assertThat(page.toString())
        .contains("Both states are of the commit ")
        .contains("Nothing changed.");
  }

  @Test
  void aPartAndItsDependenciesGoTogether() {
    Map<String, String> after = new HashMap<>(files);
    after.keySet().removeIf(path -> path.contains("/keel/"));

    Comparison comparison = compared(files, after);

    assertThat(names(comparison, Subject.PARTS, Change.Kind.REMOVED)).containsExactly("keel");
    assertThat(names(comparison, Subject.DEPENDENCIES, Change.Kind.REMOVED))
        .containsExactly("keel -> berth");
    assertThat(names(comparison, Subject.NAMES, Change.Kind.REMOVED))
        .contains("keel: Keel0")
        .hasSize(6);
    assertThat(names(comparison, Subject.FILES, Change.Kind.REMOVED)).hasSize(6);
    assertThat(comparison.changes(Subject.PARTS, Change.Kind.ADDED)).isEmpty();
  }

  @Test
  void aPartThatWasRenamedIsComparedUnderItsNewName() {
    Map<String, String> after = new HashMap<>();
    files.forEach((path, text) -> after.put(path.replace("/keel/", "/bilge/"), text));

    Comparison comparison = compared(files, after);

    assertThat(comparison.changes(Subject.PARTS, Change.Kind.RENAMED))
        .extracting(Change::before, Change::after)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("keel", "bilge"));
    assertThat(comparison.changes(Subject.DEPENDENCIES, Change.Kind.ADDED)).isEmpty();
    assertThat(comparison.changes(Subject.DEPENDENCIES, Change.Kind.REMOVED)).isEmpty();
    assertThat(comparison.changes(Subject.NAMES, Change.Kind.REMOVED)).isEmpty();
  }

  @Test
  void headsAndVersionsThatReadOtherwiseAreChangesWithTheirLines() {
    Map<String, String> after = new HashMap<>(files);
    after.computeIfPresent(
        path("crane", 2),
        (path, text) -> text.replace("class Crane2", "class Crane2 extends Crane1"));
    after.put("package.json", "{\"dependencies\":{\"left\":\"1.1\",\"centre\":\"3.0\"}}\n");

    Comparison comparison = compared(files, after);

    assertThat(comparison.changes(Subject.NAMES, Change.Kind.CHANGED))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.before()).startsWith("public class Crane2 {");
          assertThat(change.after()).contains("extends Crane1");
          assertThat(change.is())
              .hasValueSatisfying(place -> {
                assertThat(place.path()).isEqualTo(path("crane", 2));
                assertThat(place.startLine()).isEqualTo(3);
              });
        });
    assertThat(names(comparison, Subject.LIBRARIES, Change.Kind.ADDED))
        .containsExactly("centre (package.json)");
    assertThat(names(comparison, Subject.LIBRARIES, Change.Kind.REMOVED))
        .containsExactly("right (package.json)");
    assertThat(comparison.changes(Subject.LIBRARIES, Change.Kind.CHANGED))
        .singleElement()
        .matches(change -> change.before().equals("1.0") && change.after().equals("1.1"));
  }

  @Test
  void thePageDrawsWhatCameAndWentAndLinksWhatIsNoMoreAtTheEarlierCommit() {
    Map<String, String> after = new HashMap<>(files);
    after.keySet().removeIf(path -> path.contains("/keel/"));
    after.computeIfPresent(
        path("berth", 0),
        (path, text) ->
            text.replace("import harbour.berth.Berth0;", "import harbour.crane.Crane1;")
                .replace("private Berth0 berth", "private Crane1 berth"));

    Page page =
        new ComparisonPage(compared(files, after), Optional.of(EARLIER), new Catalogue("en"))
            .page("comparison", "1.0", "2.0");

    assertThat(page.title()).isEqualTo("What changed: 1.0 → 2.0");
    Diagram diagram =
        page.sections().getFirst().blocks().stream()
            .filter(block -> block instanceof Block.Figure)
            .map(block -> ((Block.Figure) block).diagram())
            .findFirst()
            .orElseThrow();
    assertThat(diagram.edges())
        .extracting(Diagram.Edge::mark)
        .contains(Diagram.Mark.ADDED, Diagram.Mark.REMOVED);
    assertThat(diagram.nodes())
        .filteredOn(node -> node.mark() == Diagram.Mark.REMOVED)
        .extracting(Diagram.Node::label)
        .containsExactly("keel");
    assertThat(page.toString())
        .contains("https://git.example.org/blob/aaaaaaa/src/main/java/harbour/keel/Keel0.java#L");
  }

  @Test
  void thePageSpeaksTurkishToo() {
    Map<String, String> after = new HashMap<>(files);
    after.keySet().removeIf(path -> path.contains("/keel/"));

    Page page =
        new ComparisonPage(compared(files, after), Optional.empty(), new Catalogue("tr"))
            .page("comparison", "1.0", "2.0");

    assertThat(page.title()).isEqualTo("Neler değişti: 1.0 → 2.0");
    assertThat(page.toString()).contains("dayanmıyor").contains("Altı dosya");
  }
}
