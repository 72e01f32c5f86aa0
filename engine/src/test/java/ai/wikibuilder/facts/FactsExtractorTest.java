package ai.wikibuilder.facts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts.Outcome;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class FactsExtractorTest {
  private static final String ORDINARY = "class Ordinary { void run() { go(); } }\n";

  @TempDir Path natives;

  @Test
  void nastyTextsEndWithinLimitsAndLeaveTheOthersRight() {
    List<String> nasty =
        List.of(
            "class A { int x = " + "a<".repeat(20_000),
            "class A { " + "{".repeat(20_000),
            "class A { int x = " + "(".repeat(100_000) + ")".repeat(100_000) + "; }",
            "class A { String x = " + "\"x+\"".repeat(20_000),
            "\u4e2d".repeat(20_000));
    try (FactsExtractor extractor = extractor(2)) {
      List<CompletableFuture<byte[]>> answers = new ArrayList<>();
      List<CompletableFuture<byte[]>> ordinary = new ArrayList<>();
      for (String text : nasty) {
        answers.add(extractor.submit("Nasty.java", SourceText.of(text)));
        ordinary.add(extractor.submit("Ordinary.java", SourceText.of(ORDINARY)));
      }

      for (CompletableFuture<byte[]> answer : answers) {
        assertThat(FactsCodec.decode(answer.join()).outcome()).isNotEqualTo(Outcome.TEXT);
      }
      for (CompletableFuture<byte[]> answer : ordinary) {
        assertThat(FactsCodec.decode(answer.join()).symbols()).hasSize(2);
      }
    }
  }

  @Test
  void whatIsNoProgramTextIsNotParsed() {
    try (FactsExtractor extractor = extractor(1)) {
      assertThat(extractor.extract("A.java", SourceText.of("class A {\0}")).outcome())
          .isEqualTo(Outcome.TEXT);
      assertThat(extractor.extract("README.md", SourceText.of("# Title\n")))
          .isEqualTo(FileFacts.none("markdown", Outcome.TEXT));
      assertThat(extractor.extract("unknown.zzz", SourceText.of("a")).language()).isEqualTo("text");
      assertThat(extractor.extract("A.java", SourceText.of(" ".repeat(3_000_000))).outcome())
          .isEqualTo(Outcome.TOO_LARGE);
      assertThat(extractor.childPid()).as("no child was needed").isEmpty();
    }
  }

  @Test
  void aFileWithSyntaxErrorsStillGivesTheFactsAroundThem() {
    try (FactsExtractor extractor = extractor(1)) {
      FileFacts facts =
          extractor.extract("A.java", SourceText.of("class A { void one() {} ??? void two() {} }"));

      assertThat(facts.outcome()).isEqualTo(Outcome.PARSED_WITH_ERRORS);
      assertThat(facts.symbols()).extracting(Symbol::name).contains("A", "one", "two");
    }
  }

  /** Files were read as nothing but errors when the one before ended inside a string. */
  @Test
  void factsOfLuaDoNotDependOnTheFileBefore() {
    SourceText text = SourceText.of("local M = {}\nM.a = 1\nfunction M.go() end\nreturn M\n");
    try (FactsExtractor extractor = extractor(1)) {
      FileFacts first = extractor.extract("first.lua", text);
      extractor.extract("open.lua", SourceText.of("x = [==[ never closed"));

      assertThat(first.outcome()).isEqualTo(Outcome.PARSED);
      assertThat(first.symbols()).extracting(Symbol::name).containsExactly("M", "a", "go");
      assertThat(extractor.extract("second.lua", text)).isEqualTo(first);
    }
  }

  @Test
  void offsetsAreBytesAlsoBehindLettersOutsideTheBasicPlane() {
    SourceText text = SourceText.of("/* \ud83d\ude00 gr\u00f6\u00dfe */\nclass Caf\u00e9 {}\n");
    try (FactsExtractor extractor = extractor(1)) {
      Symbol symbol = extractor.extract("A.java", text).symbols().getFirst();

      assertThat(symbol.name()).isEqualTo("Caf\u00e9");
      assertThat(text.slice(symbol.span())).isEqualTo("class Caf\u00e9 {}");
    }
  }

  /** A registry of 4,340 icons in one statement took a minute, and then had no facts at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "icons.ts | import { | } from './drawn';",
        "icons.ts | import type { | } from './drawn';",
        "icons.tsx | export { | } from './drawn';",
        "icons.js | const { | } = require('./drawn');",
        "Icons.hs | import Drawn ( | )"
      })
  void aStatementOfThousandsOfImportedNamesIsReadWithAllOfThem(
      String path, String head, String tail) {
    List<String> names = IntStream.range(0, 4_000).mapToObj(i -> "icon" + i).toList();
    SourceText text =
        SourceText.of(head + "\n" + String.join(",\n", names) + "\n" + tail + "\nnext();\n");
    try (FactsExtractor extractor = extractor(1)) {
      FileFacts facts = extractor.extract(path, text);

      assertThat(facts.outcome()).isNotEqualTo(Outcome.TIMED_OUT);
      assertThat(facts.imports()).extracting(ImportFact::name).isEqualTo(names);
      assertThat(facts.imports())
          .extracting(ImportFact::module)
          .containsOnly(path.endsWith(".hs") ? "Drawn" : "./drawn");
      assertThat(facts.imports().getLast().line()).isEqualTo(4_001);
    }
  }

  @Test
  void aNameIsImportedOnlyFromTheStatementAroundIt() {
    String text =
        """
        const { first } = require('outer', () => {
          const { local } = load();
          const { second: renamed } = require('inner');
        });
        const { own } = load();
        export { first as again };
        """;
    try (FactsExtractor extractor = extractor(1)) {
      FileFacts facts = extractor.extract("a.js", SourceText.of(text));

      assertThat(facts.imports())
          .contains(
              new ImportFact("outer", "first", "first", 1),
              new ImportFact("inner", "second", "renamed", 3))
          .extracting(ImportFact::name)
          .doesNotContain("local", "own", "again");
      assertThat(facts.symbols()).extracting(Symbol::name).contains("own").doesNotContain("first");
    }
  }

  private FactsExtractor extractor(int threadCount) {
    return new FactsExtractor(
        new FactsSettings(natives, Optional.empty(), threadCount, FactsLimits.defaults()));
  }
}
