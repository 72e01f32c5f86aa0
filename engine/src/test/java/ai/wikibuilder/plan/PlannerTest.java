package ai.wikibuilder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  /** Folders of 25 files, folders of 12 folders, each file leaning on the one before. */
  private static CodeGraph generated(int fileCount) {
    TestRepository repository = new TestRepository();
    for (int i = 0; i < fileCount; i++) {
      int folder = i / 25;
      String path = "area%02d/part%03d/Type%05d.java".formatted(folder / 12, folder, i);
      String before = i == 0 ? "Object" : "Type%05d".formatted(i - 1);
      String text =
          "package p%d;\nclass Type%05d {\n  void go(%s other) {\n  }\n}\n"
              .formatted(folder, i, before);
      repository.file(path, text);
    }
    return repository.graph();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000, 30_000})
  void thePlanIsBoundedWhateverTheSize(int fileCount) {
    CodeGraph graph = generated(fileCount);

    WikiPlan plan = new Planner().plan(graph);

    assertThat(plan.pages()).hasSizeBetween(2, Planner.PAGE_COUNT_MAX);
    assertThat(plan.pages().getFirst().slug()).isEqualTo("overview");
    assertTree(plan);
    assertEveryModuleIsTold(graph, plan);
  }

  @Test
  void aRepositoryWithoutCodeHasAnOverview() {
    CodeGraph graph = new TestRepository().file("README.md", "# Words\n").graph();

    assertThat(new Planner().plan(graph).pages())
        .extracting(PlannedPage::slug)
        .containsExactly("overview");
  }

  /** Of a web client each folder of three short files had a page that nobody would open. */
  @Test
  void aFolderOfAFewShortFilesIsToldOnThePageAboveIt() {
    TestRepository repository = new TestRepository();
    for (int i = 0; i < 300; i++) {
      repository.file("shop/D%d.java".formatted(i), "package d;\nclass D%d {}\n".formatted(i));
    }
    for (int i = 0; i < 3; i++) {
      repository.file(
          "app/A%d.java".formatted(i),
          "package a;\nclass A%d {%s}\n".formatted(i, "\n".repeat(900)));
      repository.file("app/low/B%d.java".formatted(i), "package b;\nclass B%d {}\n".formatted(i));
      repository.file(
          "app/high/C%d.java".formatted(i),
          "package c;\nclass C%d {%s}\n".formatted(i, "\n".repeat(80)));
    }
    CodeGraph graph = repository.graph();

    WikiPlan plan = new Planner().plan(graph);

    assertThat(plan.pages())
        .extracting(PlannedPage::slug)
        .contains("app-high")
        .doesNotContain("app-low");
    assertEveryModuleIsTold(graph, plan);
  }

  @Test
  void theSameGraphGivesTheSamePlan() {
    assertThat(new Planner().plan(generated(300))).isEqualTo(new Planner().plan(generated(300)));
  }

  @Test
  void aModuleNamedLikeAFixedPageGetsAnotherSlug() {
    CodeGraph graph =
        new TestRepository()
            .file("overview/A.java", "package o;\nclass A {\n}\n")
            .file("documents/B.java", "package d;\nclass B {\n}\n")
            .graph();

    assertThat(new Planner().plan(graph).pages())
        .extracting(PlannedPage::slug)
        .contains("overview", "overview-2", "documents-2");
  }

  /** The address of the page about routes was that of a folder as soon as one was called api. */
  @Test
  void aFolderThatComesLaterTakesNoAddressOfAnotherPage() {
    CodeGraph graph =
        new TestRepository()
            .file("api/A.java", "package a;\nclass A {\n}\n")
            .file("web/B.java", "package w;\nclass B {\n}\n")
            .graph();

    assertThat(new Planner().plan(graph).pages())
        .filteredOn(page -> page.kind() == PlannedPage.Kind.API)
        .extracting(PlannedPage::slug)
        .containsExactly("api");
  }

  @Test
  void foldersWhoseNamesReadAlikeKeepTheirAddressesWhateverTheyWeigh() {
    String small = "package a;\nclass A {\n}\n";
    String large = small + "// more\n".repeat(500);

    assertThat(slugsOfAlike(small, large)).isEqualTo(slugsOfAlike(large, small));
  }

  private static Map<String, String> slugsOfAlike(String first, String second) {
    CodeGraph graph =
        new TestRepository().file("a_b/A.java", first).file("a-b/B.java", second).graph();
    Map<String, String> slugs = new TreeMap<>();
    for (PlannedPage page : new Planner().plan(graph).pages()) {
      if (page.module() >= 0) {
        slugs.put(graph.modules().get(page.module()).key(), page.slug());
      }
    }
    assertThat(slugs).hasSize(2);
    return slugs;
  }

  private static void assertTree(WikiPlan plan) {
    Set<String> seen = new HashSet<>();
    for (PlannedPage page : plan.pages()) {
      page.parent().ifPresent(parent -> assertThat(seen).contains(parent));
      assertThat(seen.add(page.slug())).as("slug %s is given once", page.slug()).isTrue();
      assertThat(page.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(page.title()).isNotBlank();
    }
  }

  private static void assertEveryModuleIsTold(CodeGraph graph, WikiPlan plan) {
    List<Integer> told = new ArrayList<>();
    for (PlannedPage page : plan.pages()) {
      if (page.module() >= 0) {
        told.add(page.module());
      }
      told.addAll(page.folded());
    }
    assertThat(told).doesNotHaveDuplicates();
    graph.modules().stream()
        .filter(module -> !module.files().isEmpty())
        .forEach(module -> assertThat(told).contains(module.id()));
  }

  @Test
  void theReadmeThatIsNoTranslationComesFirstAndGuidesOfASiteAreDocuments() {
    CodeGraph graph =
        new TestRepository()
            .file("README-ja.md", "# Words\n")
            .file("README.md", "# Words\n")
            .file("site/docs/start.md", "# Start\n")
            .file("docs/deep/er/no.md", "# No\n")
            .graph();

    assertThat(KeyDocuments.of(graph))
        .extracting(KeyDocument::path)
        .containsExactly("README.md", "README-ja.md", "site/docs/start.md");
  }
}
