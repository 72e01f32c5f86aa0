package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProseDraftTest {
  private static final Page COMPOSED =
      new Page("store", "Store", Optional.empty(), "", List.of(), Optional.empty());

  /** What a user saw: a German page turned away for the English comments it quoted. */
  @Test
  void namesAndQuotationsDoNotTellTheLanguageOfAPage() {
    String sentence =
        "Der Kommentar sagt: „It is the last of the entries that the store reads with that lock“"
            + " und nennt `the`, `from` und `with` [1]. ";

    ProseDraft draft =
        ProseDraft.read(sentence.repeat(9), Exhibits.of(COMPOSED), new ProseReader());

    assertThat(PageLanguage.DE.isNotOf(draft.ownWords())).isFalse();
    assertThat(PageLanguage.EN.isNotOf(draft.ownWords())).isTrue();
  }
}
