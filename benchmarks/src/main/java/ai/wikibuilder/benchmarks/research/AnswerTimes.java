package ai.wikibuilder.benchmarks.research;

import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.benchmarks.Machine;
import ai.wikibuilder.benchmarks.MeasuredProcess;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.tokens.TokenCounter;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how soon a reader sees something: the places found by a process that has just started,
 * as {@code aiwiki ask} is one, by the same process afterwards, as a server is one, and each
 * sentence after the model has written it, at 50 tokens a second. Writes the table of {@code
 * docs/answers.md}.
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

  /** Where the figures of the document begin. */
  private static final String MARK =
      "<!-- figures: everything below is written by benchmarks/run answers -->";

  /** Says that this process is the one that is measured. */
  private static final String ONE = "--one";

  /** Arguments: the project's folder, then folders of wikis; each is asked in a fresh process. */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals(ONE)) {
      System.out.println(measured(Path.of(arguments[1])));
      return;
    }
    Path root = Path.of(arguments[0]);
    StringBuilder rows = new StringBuilder(HEAD);
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      String row =
          MeasuredProcess.run(command(root, folder), classes(root))
              .output()
              .lines()
              .filter(line -> line.startsWith("| "))
              .findFirst()
              .orElseThrow();
      System.out.println(row);
      rows.append(row).append('\n');
    }
    Path document = root.resolve("docs/answers.md");
    String text = Files.readString(document);
    String before = text.substring(0, text.indexOf(MARK) + MARK.length());
    Files.writeString(document, before + "\n\n" + Machine.sentence(root) + "\n\n" + rows);
  }

  private static final String HEAD =
      "| wiki | found, from the start of the process | of that processor time | another question,"
          + " most | the same again, most | sentence shown after, most |\n"
          + "|---|---|---|---|---|---|\n";

  /** With the flags and the archive of classes that {@code aiwiki} starts with. */
  private static List<String> command(Path root, String folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.add("--enable-native-access=ALL-UNNAMED");
    Path archive = root.resolve("cli/target/app/classes.jsa");
    if (Files.exists(archive)) {
      command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
    }
    command.addAll(List.of(AnswerTimes.class.getName(), ONE, folder));
    return command;
  }

  /**
   * The class path, in the environment: the native library of the re-ranking model crashes where
   * the command line has tens of thousands of characters.
   */
  private static Map<String, String> classes(Path root) {
    String own = System.getProperty("java.class.path");
    // the archive fits a class path that begins with the program's
    Path app = root.resolve("cli/target/app/aiwiki.jar");
    return Map.of("CLASSPATH", Files.exists(app) ? app + File.pathSeparator + own : own);
  }

  private static String measured(Path folder) {
    SearchIndex.prepare();
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    try (WikiReading searching =
        new WikiReading(
            GenerationStore.existing(folder).current().orElseThrow(),
            Optional.of(new BgeSmallEmbedder()))) {
      Writer writer = new Writer();
      Adviser adviser = new Adviser(writer, new TokenCounter()::count, AskSettings.standard());
      Asker asker = new Asker(searching.wiki(folder), Optional.of(adviser));
      Watch first = ask(asker, QUESTIONS.getFirst(), writer);
      double other = 0;
      double again = ask(asker, QUESTIONS.getFirst(), writer).foundMillis;
      double sentence = first.sentenceMillis;
      for (String question : QUESTIONS.subList(1, QUESTIONS.size())) {
        Watch once = ask(asker, question, writer);
        Watch twice = ask(asker, question, writer);
        other = Math.max(other, once.foundMillis);
        again = Math.max(again, twice.foundMillis);
        sentence = Math.max(sentence, Math.max(once.sentenceMillis, twice.sentenceMillis));
      }
      return "| %s | %d ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms |"
          .formatted(
              folder.toAbsolutePath().normalize().getFileName(),
              first.foundAt - started,
              first.processorMillis,
              other,
              again,
              sentence);
    }
  }

  private static Watch ask(Asker asker, String question, Writer writer) {
    Watch watch = new Watch(writer);
    watch.begin(System.nanoTime());
    Asker.Result _ = asker.ask(new AskRequest(question, false, Conversation.begin()), watch);
    return watch;
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
    private long foundAt;
    private double processorMillis;
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
      foundAt = System.currentTimeMillis();
      if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
        processorMillis = system.getProcessCpuTime() / 1e6;
      }
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
