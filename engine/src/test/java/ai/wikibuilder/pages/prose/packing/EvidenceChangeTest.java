package ai.wikibuilder.pages.prose.packing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.EvidencePiece.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceChangeTest {
  private static EvidencePiece code(int number, String path, int first, String text) {
    return new EvidencePiece(
        number, Kind.CODE, path, first, first + (int) text.lines().count() - 1, text);
  }

  private static final EvidencePack BEFORE =
      new EvidencePack(
          List.of(
              code(1, "A.java", 1, "class A {\n  int one() {}\n}\n"), code(2, "B.java", 1, "b\n")));

  private static String change(EvidencePack now, int tokensMax) {
    return EvidenceChange.between(
        EvidenceChange.kept(BEFORE), now, tokensMax, text -> text.length());
  }

  @Test
  void linesThatAreGoneAndNewAreToldByFile() {
    EvidencePack now =
        new EvidencePack(
            List.of(
                code(1, "A.java", 1, "class A {\n  int two() {}\n}\n"),
                code(2, "C.java", 1, "c\n")));

    assertThat(change(now, 1_000))
        .isEqualTo(
            """
            A.java:
              -   int one() {}
              +   int two() {}
            C.java: new among the evidence
            B.java: not among the evidence any more
            """);
  }

  @Test
  void movedLinesAreNoChange() {
    EvidencePack now =
        new EvidencePack(
            List.of(
                code(1, "B.java", 70, "b\n"),
                code(2, "A.java", 30, "class A {\n  int one() {}\n}\n")));

    assertThat(change(now, 1_000)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsCounted() {
    EvidencePack now =
        new EvidencePack(
            List.of(code(1, "A.java", 1, "x\n".repeat(1) + "y\nz\n"), code(2, "B.java", 1, "b\n")));

    String told = change(now, 50);

    assertThat(told).startsWith("A.java:\n").containsPattern("and \\d more lines\n$");
    assertThat(told.length()).isLessThanOrEqualTo(50);
  }

  @Test
  void ofAPageWhoseEvidenceIsNotKnownNothingIsTold() {
    assertThat(EvidenceChange.between("", BEFORE, 100, String::length)).isEmpty();
  }
}
