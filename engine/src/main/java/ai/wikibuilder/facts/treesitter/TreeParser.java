package ai.wikibuilder.facts.treesitter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import ai.wikibuilder.facts.treesitter.TreeSitterException.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One parser with its query cursor and buffers, used for file after file. For one thread.
 *
 * <p>Time limits are soft: the library looks at its clock only between steps, some cores have no
 * clock at all, and one step may take seconds. Whoever needs a bound watches from outside.
 */
public final class TreeParser implements AutoCloseable {
  /** All of the process's memory, to follow the pointers the library returns. */
  // Restricted, because a wrong pointer read through it ends the process.
  @SuppressWarnings("restricted")
  static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  /** Children of a broken root from which on a query takes time quadratic in them (measured). */
  private static final int BROKEN_CHILDREN_MAX = 10_000;

  /** Matches between two looks at the clock. */
  private static final int MATCHES_PER_CLOCK = 256;

  /** First size of the input buffer, in bytes; most files fit. */
  private static final int INPUT_BYTES = 64 * 1024;

  private final TreeSitter core;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment node = arena.allocate(TreeSitter.NODE);
  private final MemorySegment match = arena.allocate(TreeSitter.MATCH);
  private final SegmentAllocator nodeAllocator = SegmentAllocator.prefixAllocator(node);
  private final long parser;
  private final long cursor;

  /** Left to the garbage collector: it grows a few times in a process's life. */
  private MemorySegment input = Arena.ofAuto().allocate(INPUT_BYTES);

  private @Nullable TreeQuery current;
  private int[] captures = new int[3 * 16];

  public TreeParser(TreeSitter core) {
    this.core = core;
    try {
      parser = (long) core.parserNew.invokeExact();
      cursor = (long) core.cursorNew.invokeExact();
    } catch (Throwable e) {
      throw TreeSitter.failure(e);
    }
  }

  /** What became of one text. */
  public enum Outcome {
    COMPLETE,
    /** The tree holds text that the grammar could not explain. */
    WITH_ERRORS,
    /** So broken that the query was not run: no match was told. */
    TOO_BROKEN,
    /** A limit was reached; the matches told so far hold. */
    TIMED_OUT
  }

  /**
   * Parses {@code utf8} and tells the query's matches.
   *
   * @param limit time for the parse, and again for the query
   * @throws TreeSitterException GRAMMAR if the core is too old or too new for the grammar
   */
  public Outcome parse(byte[] utf8, TreeQuery query, Duration limit, MatchVisitor visitor) {
    try {
      use(query);
      fill(utf8);
      setTimeout(core.parserSetTimeout, parser, limit);
      long tree = (long) core.parserParseString.invokeExact(parser, 0L, input, utf8.length);
      if (tree == 0) {
        // Without this the next text would go on with this one's stack.
        core.parserReset.invokeExact(parser);
        return Outcome.TIMED_OUT;
      }
      try {
        return visit(tree, query, limit, visitor);
      } finally {
        core.treeDelete.invokeExact(tree);
      }
    } catch (Throwable e) {
      throw TreeSitter.failure(e);
    }
  }

  @Override
  public void close() {
    try {
      core.cursorDelete.invokeExact(cursor);
      core.parserDelete.invokeExact(parser);
    } catch (Throwable e) {
      throw TreeSitter.failure(e);
    }
    arena.close();
  }

  private void use(TreeQuery query) throws Throwable {
    if (current == query) {
      return;
    }
    if (!(boolean) core.parserSetLanguage.invokeExact(parser, query.grammar().address())) {
      throw new TreeSitterException(
          Kind.GRAMMAR,
          "the core %s cannot run this grammar; it takes formats up to %d"
              .formatted(core.library(), core.grammarAbiMax()));
    }
    current = query;
  }

  private void fill(byte[] utf8) {
    if (utf8.length > input.byteSize()) {
      input = Arena.ofAuto().allocate(Math.max(utf8.length, 2L * input.byteSize()));
    }
    MemorySegment.copy(utf8, 0, input, JAVA_BYTE, 0, utf8.length);
  }

  private static void setTimeout(@Nullable MethodHandle function, long target, Duration limit)
      throws Throwable {
    if (function != null) {
      function.invokeExact(target, Math.max(1, limit.toNanos() / 1000));
    }
  }

  private Outcome visit(long tree, TreeQuery query, Duration limit, MatchVisitor visitor)
      throws Throwable {
    MemorySegment root = (MemorySegment) core.treeRootNode.invokeExact(nodeAllocator, tree);
    boolean broken = (boolean) core.nodeHasError.invokeExact(root);
    if (broken && (int) core.nodeChildCount.invokeExact(root) > BROKEN_CHILDREN_MAX) {
      return Outcome.TOO_BROKEN;
    }
    setTimeout(core.cursorSetTimeout, cursor, limit);
    core.cursorExec.invokeExact(cursor, query.address(), root);
    long deadline = System.nanoTime() + limit.toNanos();
    int untilClock = MATCHES_PER_CLOCK;
    while ((boolean) core.cursorNextMatch.invokeExact(cursor, match)) {
      tell(visitor);
      if (--untilClock == 0) {
        untilClock = MATCHES_PER_CLOCK;
        if (System.nanoTime() - deadline > 0) {
          return Outcome.TIMED_OUT;
        }
      }
    }
    return broken ? Outcome.WITH_ERRORS : Outcome.COMPLETE;
  }

  private void tell(MatchVisitor visitor) throws Throwable {
    int count = Short.toUnsignedInt(match.get(JAVA_SHORT, 6));
    if (3 * count > captures.length) {
      captures = new int[2 * 3 * count];
    }
    long capture = match.get(JAVA_LONG, 8);
    for (int i = 0; i < 3 * count; i += 3, capture += TreeSitter.CAPTURE_BYTES) {
      captures[i] = MEMORY.get(JAVA_INT, capture + 32);
      captures[i + 1] = MEMORY.get(JAVA_INT, capture);
      captures[i + 2] = (int) core.nodeEndByte.invokeExact(MEMORY.asSlice(capture, 32));
    }
    visitor.match(Short.toUnsignedInt(match.get(JAVA_SHORT, 4)), count, captures);
  }
}
