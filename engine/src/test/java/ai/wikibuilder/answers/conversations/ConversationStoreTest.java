package ai.wikibuilder.answers.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.pages.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationStoreTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private ConversationStore store;

  @BeforeEach
  void open() {
    store = new ConversationStore(folder, new Random(3));
  }

  private static Turn turn(String question) {
    return new Turn(
        Instant.parse("2026-11-26T10:15:00Z"),
        question,
        question + " (alone)",
        "It is “kept” in\na store.",
        List.of(new Evidence("src/A.java", 3, 9)),
        "answered",
        "77aa",
        "some-model",
        1234);
  }

  @Test
  void whatIsKeptIsFoundAsItWas() {
    Conversation kept =
        store.keep(
            Conversation.begin()
                .with(turn("where?"))
                .with(turn("and who?"))
                .summedUp(new Conversation.Summary(1, "They asked where.")));

    assertThat(kept.id()).isNotEmpty();
    assertThat(store.find(kept.id())).contains(kept);
    assertThat(store.latest()).contains(kept);
  }

  @Test
  void theOneContinuedLastComesFirst() throws IOException {
    Conversation first = store.keep(Conversation.begin().with(turn("first")));
    Conversation second = store.keep(Conversation.begin().with(turn("second")));
    Path file = folder.resolve("conversations").resolve(first.id() + ".json");
    Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 10_000));

    assertThat(store.ids()).containsExactly(first.id(), second.id());
  }

  @Test
  void aDamagedOneIsNamedAndTheOthersStay() throws IOException {
    Conversation one = store.keep(Conversation.begin().with(turn("first")));
    Path file = folder.resolve("conversations").resolve(one.id() + ".json");
    Files.writeString(file, Files.readString(file).replace("kept", "lost"));

    assertThatThrownBy(() -> store.find(one.id()))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining(one.id())
        .hasMessageContaining("damaged");
  }

  @Test
  void anIdThatIsAPathFindsNothing() {
    assertThat(store.find("../../etc/passwd")).isEmpty();
    assertThat(store.remove("../x")).isFalse();
    assertThat(store.find("abcd2345")).isEmpty();
  }

  @Test
  void removedIsGone() {
    Conversation one = store.keep(Conversation.begin().with(turn("first")));

    assertThat(store.remove(one.id())).isTrue();
    assertThat(store.find(one.id())).isEmpty();
    assertThat(store.latest()).isEmpty();
  }

  @Test
  void asMarkdownItHasQuestionsAnswersAndPlaces() {
    String text = ConversationText.markdown(Conversation.begin().with(turn("where is\nit?")));

    assertThat(text)
        .isEqualTo(
            """
            # where is it?

            ## where is it?

            It is “kept” in
            a store.

            - [1] `src/A.java:3-9`

            _2026-11-26 10:15 UTC, commit 77aa, some-model_
            """);
  }

  @Test
  void asMarkdownItSpeaksTheLanguageItsReaderReads() {
    Turn found = turn("oturum nerede saklanıyor?");
    Conversation asked = Conversation.begin().with(notFound(found)).with(brokenOff(found));

    assertThat(ConversationText.markdown(asked)).isEqualTo(ConversationText.markdown(asked, "tr"));
    assertThat(ConversationText.markdown(asked, "tr"))
        .contains("\nBu depoda bulunamadı.\n", "commit 77aa, model olmadan_")
        .contains("_(Yanıt yarıda kesildi.)_");
    assertThat(ConversationText.markdown(asked, "xx"))
        .contains("\nNot found in this repository.\n", "commit 77aa, without a model_")
        .contains("_(The answer was broken off.)_");
  }

  private static Turn notFound(Turn turn) {
    return new Turn(
        turn.at(), turn.question(), "", "", List.of(), "not-found", turn.commit(), "", 0);
  }

  private static Turn brokenOff(Turn turn) {
    return new Turn(
        turn.at(), turn.question(), "", "Half.", List.of(), Turn.BROKEN_OFF, "", "some-model", 0);
  }

  /** Somebody pasted a log into a question; the list of conversations was one screen of it. */
  @Test
  void aHeadingIsOneShortLine() {
    Conversation pasted = Conversation.begin().with(turn("why\nthis? " + "🚢".repeat(2_000)));

    assertThat(pasted.heading()).isEqualTo("why this? " + "🚢".repeat(110) + "…");
    assertThat(ConversationText.markdown(pasted)).startsWith("# " + pasted.heading() + "\n");
    assertThat(Conversation.begin().heading()).isEmpty();
  }
}
