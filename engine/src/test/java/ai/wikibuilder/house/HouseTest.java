package ai.wikibuilder.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The walls of ARCHITECTURE.md, "One look": data flows down the list of stages. All classes are
 * read once for all tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
  private static final String ROOT = "ai.wikibuilder.";

  private static final List<String> STAGES =
      List.of("source", "facts", "graph", "chunks", "index", "plan", "pages", "site");

  private static final Map<String, List<String>> HOMES_OF_LIBRARIES =
      Map.ofEntries(
          Map.entry("org.eclipse.jgit..", List.of("source", "outbound")),
          Map.entry("org.apache.hc..", List.of("outbound")),
          Map.entry("org.apache.lucene..", List.of("index")),
          Map.entry("com.google.re2j..", List.of("index")),
          Map.entry("dev.langchain4j..", List.of("models")),
          Map.entry("ai.onnxruntime..", List.of("models")),
          Map.entry("org.eclipse.elk..", List.of("site")),
          Map.entry("org.commonmark..", List.of("pages", "site")),
          Map.entry("gg.jte..", List.of("site")),
          Map.entry("io.airlift..", List.of("generations")),
          Map.entry("com.knuddels..", List.of("models")),
          Map.entry("io.modelcontextprotocol..", List.of("cli.mcp")));

  private final JavaClasses engine =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ai.wikibuilder");

  @Test
  void noStageKnowsALaterOne() {
    for (int earlier = 0; earlier < STAGES.size() - 1; earlier++) {
      String[] later =
          STAGES.subList(earlier + 1, STAGES.size()).stream()
              .map(stage -> ROOT + stage + "..")
              .toArray(String[]::new);

      noClasses()
          .that()
          .resideInAPackage(ROOT + STAGES.get(earlier) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(engine);
    }
  }

  @Test
  void onlyBuildsSeesAllStages() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "builds..")
        .and()
        .resideOutsideOfPackage(ROOT + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "builds..")
        .check(engine);
  }

  @Test
  void theGroundFloorKnowsNoStage() {
    String[] stages = STAGES.stream().map(stage -> ROOT + stage + "..").toArray(String[]::new);

    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "outbound..", ROOT + "models..", ROOT + "generations..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(stages)
        .check(engine);
  }

  @Test
  void eachLibraryIsUsedInOnePlace() {
    HOMES_OF_LIBRARIES.forEach((library, homes) ->
        noClasses()
            .that()
            .resideOutsideOfPackages(
                homes.stream().map(home -> ROOT + home + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .allowEmptyShould(true)
            .check(engine));
  }

  @Test
  void onlyTheGateReachesAProvider() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "models.wire..", ROOT + "models.gate..")
        .and()
        .resideOutsideOfPackage(ROOT + "models.access..") // puts them together
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "models.wire..")
        .check(engine);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "models..")
        .and()
        .resideOutsideOfPackages(ROOT + "models.wire..", ROOT + "models.access..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "outbound..")
        .check(engine);
  }

  @Test
  void onlyWhoAsksModelsKnowsThem() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            Stream.of("index", "plan", "pages", "answers", "builds", "cli", "models")
                .map(home -> ROOT + home + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "models..")
        .check(engine);
  }

  @Test
  void nothingButTheGuardOpensAConnection() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "outbound..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.net.Socket.class,
            java.net.ServerSocket.class,
            java.net.URLConnection.class,
            java.nio.channels.SocketChannel.class)
        .check(engine);
  }
}
