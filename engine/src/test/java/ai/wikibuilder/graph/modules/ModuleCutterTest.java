package ai.wikibuilder.graph.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleCutterTest {
  private static List<CodeModule> cut(Set<String> manifests, String... paths) {
    List<ModuleCutter.PlacedFile> files = new ArrayList<>();
    for (String path : paths) {
      files.add(
          new ModuleCutter.PlacedFile(
              files.size(), path, 100, path.endsWith(".c") || path.endsWith(".h")));
    }
    return ModuleCutter.cut(files, manifests);
  }

  private static List<String> keys(List<CodeModule> modules) {
    return modules.stream().map(CodeModule::key).toList();
  }

  @Test
  void sourceFoldersAndCommonPackagesAreLeftOut() {
    List<CodeModule> modules =
        cut(
            Set.of("server"),
            "server/src/main/java/dev/x/api/A.java",
            "server/src/main/java/dev/x/store/B.java");

    assertThat(keys(modules)).containsExactly("server/api", "server/store");
    assertThat(modules.getFirst().parent()).isEqualTo(-1);
  }

  @Test
  void aPythonPackageBelowSrcIsTheRootModuleUnderItsOwnName() {
    List<CodeModule> modules =
        cut(Set.of(""), "src/flask/app.py", "src/flask/json/tag.py", "src/flask/cli.py");

    assertThat(keys(modules)).containsExactly("", "json");
    assertThat(modules.getFirst().title()).isEqualTo("flask");
  }

  @Test
  void aFolderOfScriptsBesideOtherProjectsIsNoPackageAboveThem() {
    List<CodeModule> modules =
        cut(
            Set.of("", "server"),
            "scripts/Tidy.java",
            "scripts/release.sh",
            "server/src/main/java/dev/x/api/A.java",
            "server/src/main/java/dev/x/store/B.java");

    assertThat(keys(modules)).containsExactly("scripts", "server/api", "server/store");
    assertThat(modules).extracting(CodeModule::parent).containsOnly(-1);
  }

  @Test
  void aPackageWithCodeOfItsOwnStandsAboveThoseInsideIt() {
    List<CodeModule> modules =
        cut(Set.of(), "core/Main.java", "core/io/A.java", "core/io/deep/B.java", "web/C.java");

    assertThat(keys(modules)).containsExactly("core", "core/io", "core/io/deep", "web");
    assertThat(modules).extracting(CodeModule::parent).containsExactly(-1, 0, 1, -1);
  }

  @Test
  void smallFoldersJoinTheOneAboveWhenThereAreMany() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (int file = 0; file < 4; file++) {
        paths.add("core/part" + (char) ('a' + i) + "/F" + file + ".java");
      }
    }
    paths.add("core/parta/tiny/T.java");

    List<CodeModule> modules = cut(Set.of(), paths.toArray(String[]::new));

    assertThat(keys(modules)).contains("parta").doesNotContain("parta/tiny");
  }

  @Test
  void everyFileIsInExactlyOneModule() {
    List<CodeModule> modules =
        cut(Set.of("a"), "a/x/A.java", "a/y/B.java", "b/C.java", "D.java", "b/c/d/e/F.java");

    List<Integer> files = new ArrayList<>();
    modules.forEach(module -> files.addAll(module.files()));

    assertThat(files).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  /** A program of 158 files in one folder was one part, whose page could name few of them. */
  @Test
  void manyIncludedFilesOfOneFolderArePartsByTheFirstWordsOfTheirNames() {
    List<String> paths = flat("harbour");

    List<CodeModule> modules = cut(Set.of(), paths.toArray(String[]::new));

    assertThat(keys(modules)).containsExactly("", "crane-*");
    assertThat(modules).extracting(CodeModule::parent).containsExactly(-1, 0);
    assertThat(modules.getLast().files()).hasSize(6);
    assertThat(modules.getLast().folder()).isEqualTo("harbour/crane-*");
    assertThat(modules.getLast().directory()).isEqualTo("harbour");
    assertThat(modules.getLast().firstWords()).isEqualTo("crane");
    assertThat(modules.getFirst().isOfNames()).isFalse();
  }

  @Test
  void aFurtherFileOfThatWordChangesNoKey() {
    List<String> paths = flat("harbour");
    List<String> before = keys(cut(Set.of(), paths.toArray(String[]::new)));
    paths.add("harbour/crane.h");

    assertThat(keys(cut(Set.of(), paths.toArray(String[]::new)))).isEqualTo(before);
  }

  @Test
  void theFolderOfSuchPartsStandsAboveThem() {
    List<String> paths = flat("harbour");
    paths.add("town/market.c");

    List<CodeModule> modules = cut(Set.of(), paths.toArray(String[]::new));

    assertThat(keys(modules)).containsExactly("harbour", "harbour/crane-*", "town");
    assertThat(modules).extracting(CodeModule::parent).containsExactly(-1, 0, -1);
  }

  @Test
  void aWordOfMostNamesOrOfTheFolderIsNoPart() {
    List<String> most = new ArrayList<>();
    List<String> folder = new ArrayList<>(flat("quay"));
    for (int i = 0; i < 40; i++) {
      most.add("tug/tug_a" + i + (i < 6 ? "_pull" : "") + ".c");
      most.add("pier/all_" + (i < 6 ? "rope_" : "x") + i + ".c");
    }
    for (int i = 0; i < 8; i++) {
      folder.add("quay/quay-w" + i + ".c");
    }

    assertThat(keys(cut(Set.of(), most.toArray(String[]::new))))
        .containsExactly("pier", "pier/all_rope_*", "tug");
    assertThat(keys(cut(Set.of(), folder.toArray(String[]::new)))).containsExactly("", "crane-*");
  }

  @Test
  void filesOfPackagesAreNotPartsByTheirNames() {
    List<String> paths = new ArrayList<>(flat("harbour"));
    paths.replaceAll(path -> path.replace(".c", ".go"));

    assertThat(keys(cut(Set.of(), paths.toArray(String[]::new)))).containsExactly("");
  }

  /** Forty files, six of them about cranes, two about a lock and its header. */
  private static List<String> flat(String folder) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      paths.add(folder + "/alone" + i + ".c");
    }
    for (String name : List.of("lift", "turn", "lower", "park", "oil", "swing")) {
      paths.add(folder + "/crane-" + name + ".c");
    }
    paths.add(folder + "/lock-gate.c");
    paths.add(folder + "/lock-gate.h");
    return paths;
  }

  @Test
  void testsAreKnownByFolderAndByName() {
    assertThat(FileRole.of("src/test/java/a/X.java")).isEqualTo(FileRole.TEST);
    assertThat(FileRole.of("tests/test_app.py")).isEqualTo(FileRole.TEST);
    assertThat(FileRole.of("src/parse.test.ts")).isEqualTo(FileRole.TEST);
    assertThat(FileRole.of("src/main/java/org/x/test/Runner.java")).isEqualTo(FileRole.MAIN);
    assertThat(FileRole.of("examples/todo/app.py")).isEqualTo(FileRole.EXAMPLE);
    assertThat(FileRole.of("regress/alerts.sh")).isEqualTo(FileRole.TEST);
    assertThat(FileRole.of("testing/logging.py")).isEqualTo(FileRole.TEST);
    assertThat(FileRole.of("core/testing/harness.ts")).isEqualTo(FileRole.MAIN);
    assertThat(FileRole.of("src/Latest.java")).isEqualTo(FileRole.MAIN);
  }
}
