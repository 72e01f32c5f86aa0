package ai.wikibuilder.facts;

import ai.wikibuilder.facts.embedded.EmbeddedCode;
import ai.wikibuilder.facts.process.Result;
import ai.wikibuilder.facts.process.Supervisor;
import ai.wikibuilder.facts.process.SupervisorSettings;
import ai.wikibuilder.facts.treesitter.NativeLibraries;
import ai.wikibuilder.facts.treesitter.TreeSitterException;
import ai.wikibuilder.source.SourceText;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads facts out of texts, in a child process with several threads. May be shared by threads; one
 * extractor serves a whole build.
 *
 * <p>No text makes it fail: what cannot be parsed has facts without symbols and an outcome that
 * says why. A text that ran out of time or ended the process is not tried again by this extractor,
 * under whatever path it comes.
 */
public final class FactsExtractor implements AutoCloseable {
  /** Part of every key under which facts are kept: the same text may give other facts after it. */
  public static final String ANALYSER_VERSION = Languages.load().analyserVersion();

  /** A child answers its first sign within a fraction of a second; this is for a busy machine. */
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  /** Java heap of the child: frames and texts in flight need far less. */
  private static final String CHILD_HEAP = "-Xmx256m";

  /** A warm-up that is no longer wanted ends when its library is unpacked. */
  private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(10);

  private static final Path SHELL = Path.of("/bin/sh");

  private final FactsSettings settings;
  private final Class<?> childMain;
  private final NativeLibraries libraries;
  private final Languages languages = Languages.load();
  private final Map<String, Optional<String>> kinds = new HashMap<>();
  private final Map<ByteBuffer, FileFacts.Outcome> quarantine = new ConcurrentHashMap<>();
  private Optional<Supervisor> supervisor = Optional.empty();
  private Optional<String> obstacle = Optional.empty();
  private volatile Optional<Thread> warming = Optional.empty();
  private boolean closed;

  /** Starts nothing yet: the child starts with the first text that has a grammar. */
  public FactsExtractor(FactsSettings settings) {
    this(settings, ParserProcess.class);
  }

  FactsExtractor(FactsSettings settings, Class<?> childMain) {
    this.settings = settings;
    this.childMain = childMain;
    this.libraries = new NativeLibraries(settings.nativesFolder(), settings.coreLibrary());
  }

  /**
   * Starts the child now, in a thread of its own, so that it is there when the first text comes. A
   * second call does nothing.
   */
  public void warmUp() {
    if (warming.isPresent()) {
      return;
    }
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("parser-warm-up")
            .unstarted(() -> {
              try {
                FileFacts _ = extract("Warm.java", SourceText.of("class Warm {}"));
              } catch (FactsException e) {
                // Closed before it was needed.
              }
            });
    warming = Optional.of(thread);
    thread.start();
  }

  /**
   * Hands in one text; waits while too many bytes are in the parser's queue.
   *
   * @param path tells the language by its last part, of a header the text too; the file itself is
   *     not read. What holds code of another language, as a web page does, has the facts and the
   *     language of that code
   * @return the facts as a frame of {@link FactsCodec}. Its dependents run in the thread that reads
   *     the child's answers: keep them short. Completes exceptionally only when closed, with a
   *     {@link FactsException} of kind CLOSED
   * @throws FactsException CLOSED if the extractor was closed before the call
   */
  public CompletableFuture<byte[]> submit(String path, SourceText text) {
    Language language = languages.lookup(path, text).orElse(Languages.TEXT);
    return EmbeddedCode.in(language.id(), text)
        .map(code -> submit(languages.byId(code.language()).orElseThrow(), code.text()))
        .orElseGet(() -> submit(language, text));
  }

  private CompletableFuture<byte[]> submit(Language language, SourceText text) {
    Optional<FileFacts.Outcome> outcome = outcomeWithoutParsing(language, text);
    if (outcome.isPresent()) {
      return CompletableFuture.completedFuture(none(language, outcome.get()));
    }
    Optional<String> kind = kind(language);
    Optional<Supervisor> running = supervisor();
    if (kind.isEmpty() || running.isEmpty()) {
      return CompletableFuture.completedFuture(none(language, FileFacts.Outcome.TEXT));
    }
    return running
        .get()
        .submit(kind.get(), text.utf8())
        .handle((result, failure) -> {
          if (failure != null) {
            throw closedException();
          }
          return frame(language, text, result);
        });
  }

  /**
   * The facts of one text, awaited.
   *
   * @throws FactsException CLOSED if the extractor was closed
   */
  public FileFacts extract(String path, SourceText text) {
    try {
      return FactsCodec.decode(submit(path, text).join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof FactsException cause ? cause : e;
    }
  }

  /**
   * Why texts are not parsed at all, for the user to read; empty when they are, or when none with a
   * grammar was handed in yet.
   */
  public Optional<String> unavailableReason() {
    synchronized (kinds) {
      return obstacle.isPresent() ? obstacle : supervisor.flatMap(Supervisor::unavailable);
    }
  }

  /** Process id of the parser's process, if it runs. */
  public Optional<Long> childPid() {
    synchronized (kinds) {
      return supervisor.flatMap(Supervisor::childPid);
    }
  }

  /**
   * Ends the child. What was handed in and not answered completes exceptionally. Nothing is written
   * to the folder of native libraries after it.
   */
  @Override
  public void close() {
    Optional<Supervisor> running;
    synchronized (kinds) {
      closed = true;
      running = supervisor;
    }
    running.ifPresent(Supervisor::close);
    warming.ifPresent(FactsExtractor::awaitEnd);
  }

  private static void awaitEnd(Thread thread) {
    try {
      boolean _ = thread.join(WARM_UP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<FileFacts.Outcome> outcomeWithoutParsing(Language language, SourceText text) {
    if (!language.parsed() || holdsNul(text.utf8())) {
      return Optional.of(FileFacts.Outcome.TEXT);
    }
    if (text.byteCount() > settings.limits().parseBytesMax()) {
      return Optional.of(FileFacts.Outcome.TOO_LARGE);
    }
    return quarantine.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(quarantine.get(contentKey(text)));
  }

  /** Grammars go astray on NUL bytes, and a text with one is hardly a text. */
  private static boolean holdsNul(byte[] utf8) {
    for (byte letter : utf8) {
      if (letter == 0) {
        return true;
      }
    }
    return false;
  }

  private byte[] frame(Language language, SourceText text, Result result) {
    return switch (result) {
      case Result.Answered answered -> answered.content();
      case Result.TimedOut _ -> givenUp(language, text, FileFacts.Outcome.TIMED_OUT);
      case Result.Crashed _ -> givenUp(language, text, FileFacts.Outcome.CRASHED);
      case Result.Unavailable _ -> none(language, FileFacts.Outcome.TEXT);
    };
  }

  private byte[] givenUp(Language language, SourceText text, FileFacts.Outcome outcome) {
    quarantine.put(contentKey(text), outcome);
    return none(language, outcome);
  }

  private static byte[] none(Language language, FileFacts.Outcome outcome) {
    return FactsCodec.encode(FileFacts.none(language.id(), outcome));
  }

  private static ByteBuffer contentKey(SourceText text) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.utf8()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the child needs to know of a language; empty when its grammar cannot be unpacked. */
  private Optional<String> kind(Language language) {
    synchronized (kinds) {
      return kinds.computeIfAbsent(
          language.id(),
          id -> {
            try {
              String library = language.grammar().orElseThrow().library();
              return Optional.of(id + "\n" + libraries.unpack(library));
            } catch (TreeSitterException e) {
              obstacle = Optional.ofNullable(e.getMessage());
              return Optional.empty();
            }
          });
    }
  }

  private Optional<Supervisor> supervisor() {
    synchronized (kinds) {
      if (closed) {
        throw closedException();
      }
      if (supervisor.isEmpty() && obstacle.isEmpty()) {
        try {
          supervisor = Optional.of(new Supervisor(supervisorSettings()));
        } catch (TreeSitterException e) {
          obstacle = Optional.ofNullable(e.getMessage());
        }
      }
      return supervisor;
    }
  }

  private SupervisorSettings supervisorSettings() {
    FactsLimits limits = settings.limits();
    return new SupervisorSettings(
        command(libraries.core().path()),
        settings.threadCount(),
        limits::hard,
        START_LIMIT,
        limits.pendingBytesMax());
  }

  private List<String> command(Path core) {
    FactsLimits limits = settings.limits();
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      // The shell sets the limit where the system has it, then becomes the child.
      command.addAll(List.of(SHELL.toString(), "-c", "ulimit -v \"$0\" 2>/dev/null; exec \"$@\""));
      command.add(Long.toString(limits.addressSpaceBytesMax() / 1024));
    }
    command.add(javaCommand());
    command.addAll(
        List.of(
            CHILD_HEAP,
            "-XX:+UseSerialGC",
            // Native code does most of the work: compiling more than this gains nothing.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            childMain.getName(),
            core.toAbsolutePath().toString(),
            Integer.toString(settings.threadCount()),
            Long.toString(limits.softFixed().toNanos()),
            Long.toString(limits.softPerByte().toNanos())));
    return command;
  }

  private static String javaCommand() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseThrow(() ->
            new TreeSitterException(
                TreeSitterException.Kind.UNAVAILABLE,
                "the system does not tell which Java runs this process"));
  }

  /** The child needs this module's classes and nothing else, so it starts fast. */
  private String classPath() {
    Set<String> places = new LinkedHashSet<>();
    places.add(placeOf(ParserProcess.class));
    places.add(placeOf(childMain));
    return String.join(java.io.File.pathSeparator, places);
  }

  /**
   * The jar or folder a class was loaded from. Asked by resource, because the protection domain of
   * a class from a shared archive does not say.
   */
  private static String placeOf(Class<?> type) {
    String inside = type.getName().replace('.', '/') + ".class";
    String found = String.valueOf(type.getResource("/" + inside));
    String place = found.substring(0, found.length() - inside.length());
    String url = place.startsWith("jar:") ? place.substring(4, place.length() - 2) : place;
    return Path.of(URI.create(url)).toString();
  }

  private static FactsException closedException() {
    return new FactsException(
        FactsException.Kind.CLOSED, "the facts extractor was closed before it came to the file");
  }
}
