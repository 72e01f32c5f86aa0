package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where imports lead, on facts written by hand. */
class ImportResolutionTest {
  private static CodeGraph graph(Map<String, Object> files) {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    new TreeMap<>(files)
        .forEach((path, content) -> {
          if (content instanceof FactsOf facts) {
            facts.addTo(builder, path);
          } else {
            builder.add(
                path,
                SourceText.of((String) content),
                FileFacts.none("text", FileFacts.Outcome.TEXT));
          }
        });
    return builder.build();
  }

  /** Places the imports of a file lead to. */
  private static List<String> landings(CodeGraph graph, String path) {
    List<String> result = new ArrayList<>();
    for (CodeGraph.Import fact : graph.imports(graph.file(path))) {
      String where = fact.file() < 0 ? "" : graph.path(fact.file());
      String symbol = fact.symbol() < 0 ? "" : "#" + graph.qualifiedName(fact.symbol());
      result.add(fact.inside() ? where + symbol : "outside");
    }
    return result;
  }

  @Test
  void anImportKnowsItsLineAndWhereItLeads() {
    FactsOf type = new FactsOf("java").namespace("a").line("class A {}");
    type.symbol(SymbolKind.CLASS, "A");
    FactsOf user = new FactsOf("java").namespace("b").line("import a.A;").imports("a", "A", "A");
    user.line("import a.*;").imports("a", "*", "*").line("import c.C;").imports("c", "C", "C");

    CodeGraph graph = graph(Map.of("A.java", type, "B.java", user));

    assertThat(graph.imports(graph.file("B.java")))
        .containsExactly(
            new CodeGraph.Import(1, "a", "A", 0, 0, true),
            new CodeGraph.Import(2, "a", "*", -1, -1, true),
            new CodeGraph.Import(3, "c", "C", -1, -1, false));
  }

  @Test
  void membersOfAKotlinCompanionAreThoseOfTheTypeAroundIt() {
    FactsOf route = new FactsOf("kotlin").namespace("post").line("class Route { }");
    route.symbol(SymbolKind.CLASS, "Route").line("fun parse() {}");
    route.symbol(SymbolKind.METHOD, "parse", 0, "");
    FactsOf user = new FactsOf("kotlin").line("import post.Route.Companion.parse");
    user.imports("post.Route.Companion", "parse", "parse");

    assertThat(landings(graph(Map.of("Route.kt", route, "Use.kt", user)), "Use.kt"))
        .containsExactly("Route.kt#Route.parse");
  }

  @Test
  void aNamespaceThatFilesDeclareIsInside() {
    FactsOf route = new FactsOf("php").namespace("Fern\\Post").line("class Route {}");
    route.symbol(SymbolKind.CLASS, "Route");
    FactsOf user = new FactsOf("php").line("use Fern\\Post;").imports("Fern", "Post", "Post");

    assertThat(landings(graph(Map.of("Route.php", route, "use.php", user)), "use.php"))
        .containsExactly("");
  }

  @Test
  void aHeaderMayHaveADashInItsName() {
    FactsOf user = new FactsOf("cpp").line("#include \"stop-list.h\"");
    user.imports("stop-list.h", "", "");

    assertThat(landings(graph(Map.of("stop-list.h", new FactsOf("cpp"), "u.cc", user)), "u.cc"))
        .containsExactly("stop-list.h");
  }

  @Test
  void ofTwoFoldersTheOneThatExplainsOtherImportsIsLookedIn() {
    FactsOf user = new FactsOf("ruby").line("require 'post'").imports("post", "", "");
    user.line("require 'post/route'").imports("post/route", "", "");
    FactsOf empty = new FactsOf("ruby").line("");

    CodeGraph graph =
        graph(
            Map.of(
                "lib/post.rb", empty,
                "lib/post/route.rb", empty,
                "extra/post.rb", empty,
                "extra/tools/run.rb", user));

    assertThat(landings(graph, "extra/tools/run.rb"))
        .containsExactly("lib/post.rb", "lib/post/route.rb");
  }

  @Test
  void inAModuleInsideARustFileSuperIsTheFile() {
    FactsOf route = new FactsOf("rust").line("pub fn plan() {}");
    route.symbol(SymbolKind.FUNCTION, "plan").line("mod tests { use super::plan; }");
    route.symbol(SymbolKind.NAMESPACE, "tests").imports("super", "plan", "plan");
    FactsOf root = new FactsOf("rust").line("pub fn plan() {}");
    root.symbol(SymbolKind.FUNCTION, "plan");

    assertThat(landings(graph(Map.of("src/lib.rs", root, "src/route.rs", route)), "src/route.rs"))
        .containsExactly("src/route.rs#plan");
  }

  @Test
  void aFileBelowTestsIsARustCrateOfItsOwn() {
    FactsOf util = new FactsOf("rust").line("pub fn stage() {}");
    util.symbol(SymbolKind.FUNCTION, "stage");
    FactsOf test = new FactsOf("rust").line("use crate::util::stage;");
    test.imports("crate::util", "stage", "stage");

    CodeGraph graph =
        graph(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"post\"\n",
                "src/lib.rs",
                new FactsOf("rust").line(""),
                "tests/route.rs",
                test,
                "tests/util.rs",
                util));

    assertThat(landings(graph, "tests/route.rs")).containsExactly("tests/util.rs#stage");
  }

  @Test
  void whatARustCrateGivesOutByAMacroIsTheOnlySymbolOfTheNameBelowIt() {
    FactsOf deep = new FactsOf("rust").line("macro_rules! weigh {}");
    deep.symbol(SymbolKind.FUNCTION, "weigh");
    FactsOf user = new FactsOf("rust").line("use crate::weigh;").imports("crate", "weigh", "weigh");
    FactsOf root = new FactsOf("rust").line("pub use other::Scale;");
    root.imports("other", "Scale", "Scale");
    FactsOf scale = new FactsOf("rust").line("struct Scale;").symbol(SymbolKind.STRUCT, "Scale");
    user.line("use crate::Scale;").imports("crate", "Scale", "Scale");

    CodeGraph graph =
        graph(
            Map.of(
                "src/lib.rs", root,
                "src/a/deep.rs", deep,
                "src/a/scale.rs", scale,
                "src/user.rs", user));

    assertThat(landings(graph, "src/user.rs")).containsExactly("src/a/deep.rs#weigh", "outside");
  }

  @Test
  void filesThatImportEachOtherInACircleAreResolvedAndEnd() {
    Map<String, Object> files = new TreeMap<>();
    for (int i = 0; i < 50; i++) {
      FactsOf file = new FactsOf("typescript").line("export * from './m" + (i + 1) % 50 + "'");
      file.imports("./m" + (i + 1) % 50, "*", "*");
      file.line("export { absent } from './m" + (i + 49) % 50 + "'");
      file.imports("./m" + (i + 49) % 50, "absent", "absent");
      file.line("export function f" + i + "() {}").symbol(SymbolKind.FUNCTION, "f" + i);
      files.put("m" + i + ".ts", file);
    }
    FactsOf user = new FactsOf("typescript").line("import { f3, absent } from './m0'");
    user.imports("./m0", "f3", "f3").imports("./m0", "absent", "absent");
    files.put("user.ts", user);

    assertThat(landings(graph(files), "user.ts")).containsExactly("m3.ts#f3", "m0.ts");
  }
}
