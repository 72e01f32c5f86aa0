package ai.wikibuilder.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.facts.FileFacts.Outcome;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FactsExtractorFaultTest {
  @TempDir Path natives;

  @Test
  void aFileOnWhichTheParserLoopsCostsOneFile() {
    try (FactsExtractor extractor = scripted()) {
      List<CompletableFuture<byte[]>> answers =
          submitAll(extractor, List.of("one", "loop", "two", "three"));

      assertThat(outcomes(answers))
          .containsExactly(Outcome.PARSED, Outcome.TIMED_OUT, Outcome.PARSED, Outcome.PARSED);
      assertThat(extractor.extract("other/Path.java", SourceText.of("loop")).outcome())
          .as("the same text is not tried again")
          .isEqualTo(Outcome.TIMED_OUT);
    }
  }

  @Test
  void twentyCrashesLeaveAllOtherFilesRight() {
    Random random = new Random(20);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add("file " + i);
    }
    Set<Integer> crashing = new HashSet<>();
    while (crashing.size() < 20) {
      int at = random.nextInt(texts.size());
      if (crashing.add(at)) {
        texts.set(at, (at % 2 == 0 ? "exit " : "throw ") + at);
      }
    }
    try (FactsExtractor extractor = scripted()) {
      List<CompletableFuture<byte[]>> answers = submitAll(extractor, texts);

      for (int i = 0; i < texts.size(); i++) {
        FileFacts facts = FactsCodec.decode(answers.get(i).join());
        assertThat(facts.outcome())
            .as(texts.get(i))
            .isEqualTo(crashing.contains(i) ? Outcome.CRASHED : Outcome.PARSED);
        assertThat(facts.namespace()).isEqualTo(crashing.contains(i) ? "" : texts.get(i));
      }
    }
  }

  @Test
  void whatIsStillInTheParserWhenItClosesFailsAsClosed() {
    FactsExtractor extractor = scripted();
    CompletableFuture<byte[]> answer = extractor.submit("A.java", SourceText.of("loop"));

    extractor.close();

    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            FactsException.class, e -> assertThat(e.kind()).isEqualTo(FactsException.Kind.CLOSED));
  }

  @Test
  void aChildThatCannotStartGivesTextsAndOneReason() {
    FactsSettings settings =
        new FactsSettings(
            natives, Optional.of(natives.resolve("missing.so")), 2, FactsLimits.defaults());
    try (FactsExtractor extractor = new FactsExtractor(settings)) {
      FileFacts facts = extractor.extract("A.java", SourceText.of("class A {}"));

      assertThat(facts).isEqualTo(FileFacts.none("java", Outcome.TEXT));
      assertThat(extractor.unavailableReason().orElseThrow()).contains("missing.so");
    }
  }

  @Test
  void aChildThatEndsAtOnceIsGivenUpAfterAFewTries() {
    FactsSettings settings = new FactsSettings(natives, Optional.empty(), 1, limits());
    try (FactsExtractor extractor = new FactsExtractor(settings, FactsExtractorFaultTest.class)) {
      assertThat(extractor.extract("A.java", SourceText.of("class A {}")).outcome())
          .isEqualTo(Outcome.TEXT);
      assertThat(extractor.unavailableReason()).isPresent();
    }
  }

  private FactsExtractor scripted() {
    return new FactsExtractor(
        new FactsSettings(natives, Optional.empty(), 3, limits()), ScriptedChild.class);
  }

  private static FactsLimits limits() {
    FactsLimits usual = FactsLimits.defaults();
    return new FactsLimits(
        usual.parseBytesMax(),
        usual.softFixed(),
        usual.softPerByte(),
        Duration.ofMillis(800),
        Duration.ZERO,
        usual.pendingBytesMax(),
        usual.addressSpaceBytesMax());
  }

  private static List<CompletableFuture<byte[]>> submitAll(
      FactsExtractor extractor, List<String> texts) {
    return texts.stream().map(text -> extractor.submit("A.java", SourceText.of(text))).toList();
  }

  private static List<Outcome> outcomes(List<CompletableFuture<byte[]>> answers) {
    return answers.stream().map(answer -> FactsCodec.decode(answer.join()).outcome()).toList();
  }
}
