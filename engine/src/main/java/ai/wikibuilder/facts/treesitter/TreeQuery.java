package ai.wikibuilder.facts.treesitter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.treesitter.TreeSitter.Grammar;
import ai.wikibuilder.facts.treesitter.TreeSitterException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * A query compiled for one grammar. Immutable, may be shared by threads; closed when no cursor runs
 * it any more.
 */
public final class TreeQuery implements AutoCloseable {
  /** The kinds of {@code ts_query_new}'s errors, by number. */
  private static final List<String> ERRORS =
      List.of("none", "syntax", "unknown node", "unknown field", "unknown capture", "impossible");

  private final TreeSitter core;
  private final Grammar grammar;
  private final long address;
  private final List<String> captureNames;
  private final List<List<QueryPredicate>> predicates;

  private TreeQuery(TreeSitter core, Grammar grammar, long address) throws Throwable {
    this.core = core;
    this.grammar = grammar;
    this.address = address;
    this.captureNames = readCaptureNames();
    this.predicates = readPredicates();
  }

  /**
   * Compiles {@code source}.
   *
   * @throws TreeSitterException QUERY, with line and kind of the first error
   */
  public static TreeQuery compile(TreeSitter core, Grammar grammar, String source) {
    byte[] utf8 = source.getBytes(UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocateFrom(JAVA_BYTE, utf8);
      MemorySegment offset = arena.allocate(JAVA_INT);
      MemorySegment error = arena.allocate(JAVA_INT);
      long address =
          (long) core.queryNew.invokeExact(grammar.address(), text, utf8.length, offset, error);
      if (address == 0) {
        int at = Math.min(offset.get(JAVA_INT, 0), utf8.length);
        String before = new String(utf8, 0, at, UTF_8);
        String after = new String(utf8, at, Math.min(40, utf8.length - at), UTF_8);
        throw new TreeSitterException(
            Kind.QUERY,
            "%s in line %d of the query, before: %s"
                .formatted(
                    ERRORS.get(Math.min(error.get(JAVA_INT, 0), ERRORS.size() - 1)),
                    before.lines().count(),
                    after));
      }
      return new TreeQuery(core, grammar, address);
    } catch (TreeSitterException e) {
      throw e;
    } catch (Throwable e) {
      throw TreeSitter.failure(e);
    }
  }

  /** Names of the captures without {@code @}; a capture's ordinal is its place. */
  public List<String> captureNames() {
    return captureNames;
  }

  public int patternCount() {
    return predicates.size();
  }

  /** Conditions on the captures' texts that a match of the pattern must meet; often none. */
  public List<QueryPredicate> predicates(int pattern) {
    return predicates.get(pattern);
  }

  Grammar grammar() {
    return grammar;
  }

  long address() {
    return address;
  }

  @Override
  public void close() {
    try {
      core.queryDelete.invokeExact(address);
    } catch (Throwable e) {
      throw TreeSitter.failure(e);
    }
  }

  private List<String> readCaptureNames() throws Throwable {
    int count = (int) core.queryCaptureCount.invokeExact(address);
    List<String> names = new ArrayList<>(count);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocate(JAVA_INT);
      for (int i = 0; i < count; i++) {
        names.add(string(core.queryCaptureName, i, length));
      }
    }
    return List.copyOf(names);
  }

  private List<List<QueryPredicate>> readPredicates() throws Throwable {
    int count = (int) core.queryPatternCount.invokeExact(address);
    List<List<QueryPredicate>> all = new ArrayList<>(count);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment length = arena.allocate(JAVA_INT);
      for (int pattern = 0; pattern < count; pattern++) {
        long steps = (long) core.queryPredicates.invokeExact(address, pattern, length);
        all.add(predicatesFrom(steps, length.get(JAVA_INT, 0), length));
      }
    }
    return List.copyOf(all);
  }

  /** Steps are pairs (type, value); type 0 ends a predicate, 1 is a capture, 2 is a string. */
  private List<QueryPredicate> predicatesFrom(long steps, int count, MemorySegment length)
      throws Throwable {
    List<QueryPredicate> found = new ArrayList<>();
    List<String> strings = new ArrayList<>();
    int capture = -1;
    for (int i = 0; i < count; i++) {
      int type = TreeParser.MEMORY.get(JAVA_INT, steps + 8L * i);
      int value = TreeParser.MEMORY.get(JAVA_INT, steps + 8L * i + 4);
      if (type == 0) {
        found.add(QueryPredicate.of(strings.get(0), capture, strings.subList(1, strings.size())));
        strings.clear();
        capture = -1;
      } else if (type == 1) {
        capture = value;
      } else {
        strings.add(string(core.queryStringValue, value, length));
      }
    }
    return List.copyOf(found);
  }

  private String string(MethodHandle function, int id, MemorySegment length) throws Throwable {
    long at = (long) function.invokeExact(address, id, length);
    byte[] utf8 = new byte[length.get(JAVA_INT, 0)];
    MemorySegment.copy(TreeParser.MEMORY, JAVA_BYTE, at, utf8, 0, utf8.length);
    return new String(utf8, UTF_8);
  }
}
