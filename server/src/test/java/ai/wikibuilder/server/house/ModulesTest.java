package ai.wikibuilder.server.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The walls between the modules of the server, and which library is at home where. All classes are
 * read once for all tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesTest {
  private static final String ROOT = "ai.wikibuilder.server.";

  private static final Map<String, List<String>> HOMES_OF_LIBRARIES =
      Map.ofEntries(
          Map.entry("org.postgresql..", List.of("database")),
          Map.entry("io.zonky..", List.of("database")),
          Map.entry("com.zaxxer.hikari..", List.of("database")),
          Map.entry("org.flywaydb..", List.of("database")),
          Map.entry("com.nulabinc..", List.of("accounts")),
          Map.entry("org.bouncycastle..", List.of("accounts")),
          Map.entry("com.nimbusds..", List.of("accounts", "providers")),
          Map.entry("com.google.crypto.tink..", List.of("secrets")),
          Map.entry("jakarta.mail..", List.of("accounts")),
          Map.entry("gg.jte..", List.of("web")),
          Map.entry("io.micrometer..", List.of("telemetry")),
          Map.entry("io.prometheus..", List.of("telemetry")),
          Map.entry("com.github.kagkarlsson..", List.of("jobs")),
          Map.entry("io.modelcontextprotocol..", List.of("mcp")));

  private final JavaClasses server =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ai.wikibuilder.server");

  @Test
  void everyModuleDependsOnWhatItNamesAndOnNothingElse() {
    ApplicationModules.of("ai.wikibuilder.server").verify();
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
            .check(server));
  }

  /** Statements are made where a transaction was opened, and that needs a tenant or a system's. */
  @Test
  void onlyTransactionsHoldAConnection() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "tenants..", ROOT + "database..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.springframework\\.jdbc\\.core\\..*(JdbcTemplate|JdbcOperations|JdbcClient)"
                + "|java\\.sql\\.(Connection|DriverManager|Statement)")
        .check(server);
  }
}
