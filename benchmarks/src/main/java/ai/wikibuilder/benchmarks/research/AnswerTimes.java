package ai.wikibuilder.benchmarks.research;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.tokens.TokenCounter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints how soon a reader sees something: the places found, cold and again, and each sentence
 * after the model has written it, at 50 tokens a second.
 */
public final class AnswerTimes {
  private static final List<String> QUESTIONS =
      List.of(
          "how is an offset committed",
          "what happens when a connection fails",
          "where is the configuration validated",
          "how are requests retried");

  /** A token each 20 ms, as a good model of a provider writes. */
  private static final long TOKEN_MILLIS = 20;

  private AnswerTimes() {}

  /** Arguments: the project's folder, then folders of wikis. */
  public static void main(String[] arguments) {
    System.out.println(
        "| wiki | opened | found, cold | found again, most | sentence shown after, most |");
    System.out.println("|---|---|---|---|---|");
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      measure(Path.of(folder));
    }
  }

  private static void measure(Path folder) {
    long begun = System.nanoTime();
    try (WikiReading searching =
        new WikiReading(
            GenerationStore.existing(folder).current().orElseThrow(),
            Optional.of(new BgeSmallEmbedder()))) {
      OpenWiki wiki = searching.wiki(folder);
      double opened = (System.nanoTime() - begun) / 1e6;
      Writer writer = new Writer();
      Adviser adviser = new Adviser(writer, new TokenCounter()::count, AskSettings.standard());
      Asker asker = new Asker(wiki, Optional.of(adviser));
      Watch first = new Watch(writer);
      first.begin(System.nanoTime());
      ask(asker, QUESTIONS.getFirst(), first);
      double cold = first.foundMillis;
      double again = 0;
      double sentence = first.sentenceMillis;
      for (String question : QUESTIONS) {
        for (int time = 0; time < 2; time++) {
          Watch watch = new Watch(writer);
          watch.begin(System.nanoTime());
          ask(asker, question, watch);
          again = time == 0 ? again : Math.max(again, watch.foundMillis);
          sentence = Math.max(sentence, watch.sentenceMillis);
        }
      }
      System.out.printf(
          "| %s | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%n",
          folder.getFileName(), opened, cold, again, sentence);
    }
  }

  private static void ask(Asker asker, String question, AskListener listener) {
    Asker.Result _ = asker.ask(new AskRequest(question, false, Conversation.begin()), listener);
  }

  /** Writes what {@link CallTeller} would, as fast as a provider. */
  private static final class Writer implements ChatModel {
    private final CallTeller teller = new CallTeller();

    /** When each sentence was written to its end. */
    private final List<Long> ends = new ArrayList<>();

    @Override
    public ChatReply reply(ChatRequest request, PieceListener pieces) {
      ends.clear();
      ChatReply reply = teller.reply(request, text -> {});
      for (String piece : reply.text().split("(?<=\\s)", -1)) {
        try {
          Thread.sleep(TOKEN_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        if (piece.strip().endsWith(".")) {
          ends.add(System.nanoTime());
        }
        pieces.piece(piece);
      }
      ends.add(System.nanoTime());
      return reply;
    }

    @Override
    public int promptTokensMax(Tier tier, int outputTokensMax) {
      return teller.promptTokensMax(tier, outputTokensMax);
    }
  }

  /** Notes when something is seen. */
  private static final class Watch implements AskListener {
    private final Writer writer;
    private long begun;
    private double foundMillis;
    private double sentenceMillis;

    Watch(Writer writer) {
      this.writer = writer;
    }

    void begin(long nanoTime) {
      begun = nanoTime;
    }

    @Override
    public void found(List<SearchHit> hits) {
      foundMillis = (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void looked(String what) {}

    @Override
    public void said(Answered.Line line) {
      long shown = System.nanoTime();
      writer.ends.stream()
          .filter(end -> end <= shown)
          .reduce((before, last) -> last)
          .ifPresent(end -> sentenceMillis = Math.max(sentenceMillis, (shown - end) / 1e6));
    }

    @Override
    public void struck(Answered.Line line) {}
  }
}
