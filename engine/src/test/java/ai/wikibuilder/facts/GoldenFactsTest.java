package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.treesitter.NativeLibraries;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample shows every construct of its language; beside it stand the facts it must give. */
class GoldenFactsTest {
  private static final String FOLDER = "golden/";
  private static final Path SOURCES =
      Path.of("src/test/resources/ai/wikibuilder/facts").resolve(FOLDER);

  @TempDir Path natives;

  /** Every sample beside this test. {@code -Dgolden.update=true} writes today's facts beside it. */
  static List<String> samples() throws IOException, URISyntaxException {
    URL folder = GoldenFactsTest.class.getResource(FOLDER);
    assertThat(folder).isNotNull();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - ".txt".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSampleGivesItsFactsOnTheCoreOfThisMachine(String name) throws IOException {
    String facts = describe(name, natives, Optional.empty());

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SOURCES.resolve(name + ".facts"), facts);
    }
    assertThat(facts).isEqualTo(resource(name + ".facts"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSampleGivesTheSameFactsOnTheBundledCore(String name) throws IOException {
    Path bundled = new NativeLibraries(natives, Optional.empty()).bundledCore().path();

    assertThat(describe(name, natives, Optional.of(bundled))).isEqualTo(resource(name + ".facts"));
  }

  @Test
  void everyLanguageWithAGrammarHasASample() throws Exception {
    Languages languages = Languages.load();
    Set<String> sampled =
        samples().stream()
            .map(name -> languages.lookup(name).orElseThrow().id())
            .collect(Collectors.toSet());

    assertThat(languages.all())
        .filteredOn(language -> language.grammar().isPresent())
        .allSatisfy(language -> assertThat(sampled).contains(language.id()));
  }

  static String describe(String name, Path natives, Optional<Path> core) throws IOException {
    SourceText text = SourceText.of(resource(name + ".txt"));
    FactsSettings settings = new FactsSettings(natives, core, 1, FactsLimits.defaults());
    try (FactsExtractor extractor = new FactsExtractor(settings)) {
      return describe(text, extractor.extract(name, text));
    }
  }

  private static String describe(SourceText text, FileFacts facts) {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("%s %s '%s'".formatted(facts.language(), facts.outcome(), facts.namespace()));
    for (int i = 0; i < facts.symbols().size(); i++) {
      Symbol symbol = facts.symbols().get(i);
      lines.add(
          "%d %s %s%s in %d, %s, lines %d-%d, name %d: %s"
              .formatted(
                  i,
                  symbol.kind().label(),
                  symbol.name(),
                  symbol.owner().isEmpty() ? "" : " of " + symbol.owner(),
                  symbol.parent(),
                  symbol.visibility(),
                  symbol.span().startLine(),
                  symbol.span().endLine(),
                  symbol.nameLine(),
                  text.slice(symbol.signature()).replace("\n", "\\n")));
      symbol.doc().ifPresent(doc -> lines.add("    " + text.slice(doc).replace("\n", "\\n")));
    }
    for (Reference reference : facts.references()) {
      String qualifier = reference.qualifier().isEmpty() ? "" : reference.qualifier() + " -> ";
      lines.add(
          "%s %s%s, line %d in %d"
              .formatted(
                  reference.kind(),
                  qualifier,
                  reference.name(),
                  reference.line(),
                  reference.enclosing()));
    }
    for (ImportFact found : facts.imports()) {
      lines.add(
          "import '%s' from '%s' as '%s', line %d"
              .formatted(found.name(), found.module(), found.alias(), found.line()));
    }
    return lines.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GoldenFactsTest.class.getResourceAsStream(FOLDER + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
