package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the words of a wiki whatever it is about. */
class BudgetTest {
  private static final int WORD_COUNT_MIN = 150;
  private static final int SHINGLE_LENGTH = 8;
  private static final double SHARE_MAX = 0.2;
  private static final int TIMES_MAX = 3;

  static List<TestRepository> repositories() {
    return List.of(Fernpost.repository(), layers(6, 8), layers(30, 12));
  }

  /** Packages in a row, each leaning on the one before, with documents of their own. */
  private static TestRepository layers(int packageCount, int typeCount) {
    TestRepository repository =
        new TestRepository().file("README.md", "# Rows\n\nRows is a row of packages in a test.\n");
    for (int folder = 0; folder < packageCount; folder++) {
      for (int type = 0; type < typeCount; type++) {
        String before = "Type%02d%02d".formatted(Math.max(0, folder - 1), type);
        repository.file(
            "src/main/java/rows/part%02d/Type%02d%02d.java".formatted(folder, folder, type),
            """
            package rows.part%02d;
            /** %s */
            public class Type%02d%02d {
              private %s before;
              /** %s */
              public int count%d() {
                return before.count%d();
              }
            }
            """
                .formatted(
                    folder,
                    words(folder * 100 + type),
                    folder,
                    type,
                    before,
                    words(folder * 100 + type + 50),
                    type,
                    type));
      }
    }
    return repository;
  }

  /** A sentence no other number has: nine words, each drawn anew. */
  private static String words(int number) {
    List<String> known =
        List.of(
            "barge", "candle", "dune", "ember", "ferry", "grove", "harbor", "inlet", "jetty",
            "kiln", "lantern", "meadow", "nook", "orchard", "pier", "quarry", "ridge", "shore",
            "tide");
    Random random = new Random(number);
    StringBuilder words = new StringBuilder("Counts");
    for (int i = 0; i < 9; i++) {
      words.append(' ').append(known.get(random.nextInt(known.size())));
    }
    return words.append('.').toString();
  }

  /** Packages that say the same of themselves, word for word. */
  private static TestRepository twins(int packageCount) {
    TestRepository repository = new TestRepository();
    for (int folder = 0; folder < packageCount; folder++) {
      for (int type = 0; type < 6; type++) {
        repository.file(
            "src/main/java/twins/driver%02d/Query%02d%d.java".formatted(folder, folder, type),
            """
            package twins.driver%1$02d;
            /** Runs one query on one connection and gives back the rows that it found there. */
            public class Query%1$02d%2$d {
              /** Opens connection %2$d of driver %1$d, and driver %1$d closes it. */
              public void run%1$02d%2$d() {
              }
            }
            """
                .formatted(folder, type));
      }
    }
    return repository;
  }

  private static Map<String, String> textByPage(Wiki wiki) {
    Map<String, String> texts = new HashMap<>();
    wiki.pages().forEach(page -> texts.put(page.slug(), String.join(" ", sentences(page))));
    return texts;
  }

  private static List<String> sentences(Page page) {
    List<String> result = new ArrayList<>();
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        EvidenceCheck.sentences(block).forEach(one -> result.add(WikiText.plain(one)));
      }
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void aPageIsLongEnoughToBeOpened(TestRepository repository) {
    textByPage(PageComposerTest.compose(repository))
        .forEach((slug, text) -> {
          if (!slug.equals("overview")) {
            assertThat(text.split("\\s+", -1)).as(slug).hasSizeGreaterThanOrEqualTo(WORD_COUNT_MIN);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void noTwoPagesShareMoreThanAFifthOfTheirWords(TestRepository repository) {
    Map<String, Set<String>> shingles = new HashMap<>();
    textByPage(PageComposerTest.compose(repository))
        .forEach((slug, text) -> shingles.put(slug, shingles(text)));

    shingles.forEach((first, of) ->
        shingles.forEach((second, others) -> {
          if (first.compareTo(second) < 0) {
            Set<String> both = new HashSet<>(of);
            both.retainAll(others);
            assertThat((double) both.size() / Math.max(1, Math.min(of.size(), others.size())))
                .as("%s and %s", first, second)
                .isLessThanOrEqualTo(SHARE_MAX);
          }
        }));
  }

  private static Set<String> shingles(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("\\W+", -1);
    Set<String> result = new HashSet<>();
    for (int i = 0; i + SHINGLE_LENGTH <= words.length; i++) {
      result.add(String.join(" ", List.of(words).subList(i, i + SHINGLE_LENGTH)));
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void noSentenceIsToldMoreThanThreeTimes(TestRepository repository) {
    assertToldThreeTimesAtMost(repository);
  }

  @Test
  void whatTwelvePackagesSayWordForWordIsToldThreeTimes() {
    assertToldThreeTimesAtMost(twins(12));
  }

  private static void assertToldThreeTimesAtMost(TestRepository repository) {
    Map<String, Integer> counts = new HashMap<>();
    for (Page page : PageComposerTest.compose(repository).pages()) {
      for (String sentence : sentences(page)) {
        if (sentence.endsWith(".") || sentence.endsWith("”")) {
          counts.merge(sentence, 1, Integer::sum);
        }
      }
    }

    assertThat(counts)
        .allSatisfy(
            (sentence, count) -> assertThat(count).as(sentence).isLessThanOrEqualTo(TIMES_MAX));
  }

  @Test
  void everyModuleOfWeightIsToldOnAPage() {
    CodeGraph graph = layers(30, 22).graph();
    WikiPlan plan = new Planner().plan(graph);

    for (CodeModule module : graph.modules()) {
      if (module.files().size() >= 20) {
        assertThat(plan.pageOf(module.id()).map(PlannedPage::module)).contains(module.id());
      }
    }
  }
}
