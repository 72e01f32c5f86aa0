package ai.wikibuilder.answers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnsweringTest {
  private final OpenWiki wiki =
      TestWiki.of(
          new TestRepository()
              .file(
                  "warehouse/Defaults.java",
                  """
                  package warehouse;

                  /** What is set where nobody set anything. */
                  public class Defaults {
                    private Integer truckCount = 12;
                    private Integer retryDelay = 500;
                  }
                  """)
              .file(
                  "warehouse/Loader.java",
                  """
                  package warehouse;

                  /** Loads trucks, and waits for a delay before it does so again. */
                  public class Loader {
                    private Defaults defaults;

                    /** Supports a second retry after the delay. */
                    public void again() {
                      defaults.check();
                    }
                  }
                  """));

  @Test
  void aConstantWhoseNameIsAskedForIsToldWithItsValue() {
    assertThat(sentences("what is the default retry delay"))
        .anySatisfy(sentence -> assertThat(sentence).contains("retryDelay", "field"))
        .anySatisfy(sentence -> assertThat(sentence).contains("private Integer retryDelay = 500;"));
  }

  @Test
  void aConstantThatIsOnlyTouchedComesAfterWhatRuns() {
    List<String> sentences = sentences("what waits before a retry");

    assertThat(sentences.getFirst()).contains("Loader");
  }

  @Test
  void theNameOfTheRepositoryAndWordsOfAnyQuestionAreNoAnswer() {
    Answer answer = answer("does warehouse support graphql");

    assertThat(answer.found()).isFalse();
    assertThat(answer.missing()).containsExactly("graphql");
    assertThat(answer.searched()).contains("graphql", "warehouse");
  }

  @Test
  void aQuestionOfNothingElseIsAnsweredWithWhatThereIs() {
    assertThat(answer("what does warehouse support").found()).isTrue();
  }

  private Answer answer(String question) {
    Question read = Question.of(question);
    return new Answering(wiki)
        .answer(read, wiki.search().words(String.join(" ", read.words()), 20));
  }

  private List<String> sentences(String question) {
    return answer(question).paragraphs().stream()
        .flatMap(List::stream)
        .map(AnsweringTest::text)
        .toList();
  }

  private static String text(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline word : sentence.words()) {
      switch (word) {
        case Inline.Plain(String plain) -> text.append(plain);
        case Inline.Code(String code) -> text.append(code);
        default -> text.append(word);
      }
    }
    return text.toString();
  }
}
