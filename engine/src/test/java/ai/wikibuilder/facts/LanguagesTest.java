package ai.wikibuilder.facts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.treesitter.NativeLibraries;
import ai.wikibuilder.facts.treesitter.TreeQuery;
import ai.wikibuilder.facts.treesitter.TreeSitter;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private final Languages languages = Languages.load();

  @TempDir Path natives;

  @Test
  void everyQueryCompilesOnEveryCore() {
    NativeLibraries libraries = new NativeLibraries(natives, Optional.empty());
    for (Path core : List.of(libraries.core().path(), libraries.bundledCore().path())) {
      TreeSitter treeSitter = TreeSitter.load(core);
      for (Language language : languages.all()) {
        if (language.grammar().isPresent()) {
          Language.Grammar grammar = language.grammar().get();
          Path library = libraries.unpack(grammar.library());
          try (TreeQuery query =
              TreeQuery.compile(
                  treeSitter,
                  treeSitter.grammar(library, grammar.function()),
                  languages.query(grammar))) {
            assertThat(query.patternCount()).as(language.id()).isPositive();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "src/A.java, java",
    "a.JSX, javascript",
    "a.d.ts, typescript",
    "x.tsx, tsx",
    "build.gradle.kts, gradle",
    "A.kt, kotlin",
    "deploy/Dockerfile, dockerfile",
    "Makefile, makefile",
    "go.mod, gomod"
  })
  void aFileIsKnownByItsName(String path, String id) {
    assertThat(languages.lookup(path).orElseThrow().id()).isEqualTo(id);
  }

  /** Half of a platform in shell was “other”: its files have no endings. */
  @Test
  void aFileWithoutAnEndingIsOfTheShellThatItsFirstLineNames() {
    for (String first : List.of("#!/bin/sh -e", "#!/usr/bin/env bash", "#! /bin/zsh")) {
      assertThat(languages.lookup("plugins/git/functions", SourceText.of(first + "\necho\n")))
          .map(Language::id)
          .contains("bash");
    }
    for (String first : List.of("#!/usr/bin/env ruby", "#!/bin/crash", "echo", "#!", "")) {
      assertThat(languages.lookup("bin/tool", SourceText.of(first + "\n"))).isEmpty();
    }
    assertThat(languages.lookup("notes.unknown", SourceText.of("#!/bin/sh\n"))).isEmpty();
  }

  @Test
  void anUnknownNameHasNoLanguage() {
    assertThat(languages.lookup("dir.java/file")).isEmpty();
    assertThat(languages.lookup("")).isEmpty();
  }
}
