package ai.wikibuilder.builds.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.generations.ContentRef;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoredTextsTest {
  private final List<Integer> unpacked = new ArrayList<>();

  private StoredTexts of(int fileCount, int bytesEach) {
    List<StoredFile> files =
        IntStream.range(0, fileCount)
            .mapToObj(file ->
                new StoredFile(
                    file + ".txt",
                    "",
                    bytesEach,
                    "",
                    0,
                    "",
                    0,
                    new ContentRef(file, 0, 1, bytesEach, 0),
                    ContentRef.NONE))
            .toList();
    return new StoredTexts(
        files,
        ref -> {
          unpacked.add(ref.segment());
          return ("file " + ref.segment() + " ".repeat(bytesEach)).getBytes(UTF_8);
        });
  }

  private static String read(StoredTexts texts, int file) {
    return texts.text(file + ".txt").map(SourceText::toString).orElse("").strip();
  }

  @Test
  void aTextThatIsAskedForAgainIsUnpackedOnce() {
    StoredTexts texts = of(3, 10);
    for (int file : List.of(0, 1, 0, 1, 0, 2, 1)) {
      assertThat(read(texts, file)).isEqualTo("file " + file);
    }
    assertThat(unpacked).containsExactly(0, 1, 2);
    assertThat(texts.text("3.txt")).isEqualTo(Optional.empty());
  }

  @Test
  void thoseAskedForLongestAgoGiveWay() {
    StoredTexts texts = of(40, 100_000); // ten of them fit
    for (int file = 0; file < 40; file++) {
      read(texts, file);
      read(texts, 0);
    }
    unpacked.clear();
    read(texts, 0);
    read(texts, 39);
    read(texts, 5);
    assertThat(unpacked).containsExactly(5);
  }

  @Test
  void aTextLargerThanManyOthersIsNotKept() {
    StoredTexts texts = of(1, 500_000);
    read(texts, 0);
    read(texts, 0);
    assertThat(unpacked).containsExactly(0, 0);
  }
}
