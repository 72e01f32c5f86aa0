package ai.wikibuilder.facts.treesitter;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import ai.wikibuilder.facts.treesitter.TreeSitterException.Kind;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One loaded tree-sitter core: the C functions of the product, looked up by name. May be shared by
 * threads; what it opens may not.
 *
 * <p>Runs on any core from 0.20 to 0.26: only functions are used whose shape did not change between
 * them, and those that some cores lack are optional. Pointers are plain {@code long}s, so that a
 * call makes no objects. A loaded library is never unloaded.
 */
// Native calls are what the class is for; it runs where the launcher has allowed them.
@SuppressWarnings("restricted")
public final class TreeSitter {
  /** {@code TSNode}: byte, row, column and alias of its start, then two pointers. */
  static final StructLayout NODE =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(4, JAVA_INT), JAVA_LONG.withName("id"), JAVA_LONG);

  /** {@code TSQueryMatch}: id u32, pattern u16 at 4, count u16 at 6, pointer to captures at 8. */
  static final StructLayout MATCH =
      MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT, JAVA_LONG);

  /** Bytes of a {@code TSQueryCapture}: a node, the capture's ordinal at 32, padding. */
  static final int CAPTURE_BYTES = 40;

  private static final AddressLayout POINTER = ValueLayout.ADDRESS;

  final MethodHandle parserNew;
  final MethodHandle parserDelete;
  final MethodHandle parserSetLanguage;
  final MethodHandle parserParseString;
  final MethodHandle parserReset;
  final MethodHandle treeDelete;
  final MethodHandle treeRootNode;
  final MethodHandle nodeEndByte;
  final MethodHandle nodeHasError;
  final MethodHandle nodeChildCount;
  final MethodHandle queryNew;
  final MethodHandle queryDelete;
  final MethodHandle queryPatternCount;
  final MethodHandle queryCaptureCount;
  final MethodHandle queryCaptureName;
  final MethodHandle queryPredicates;
  final MethodHandle queryStringValue;
  final MethodHandle cursorNew;
  final MethodHandle cursorDelete;
  final MethodHandle cursorExec;
  final MethodHandle cursorNextMatch;

  /** Cores before 0.26. */
  final @Nullable MethodHandle parserSetTimeout;

  /** Cores 0.22 to 0.25. */
  final @Nullable MethodHandle cursorSetTimeout;

  private final Path library;
  private final Linker linker;
  private final SymbolLookup symbols;

  private TreeSitter(Path library, Linker linker, SymbolLookup symbols) {
    this.library = library;
    this.linker = linker;
    this.symbols = symbols;
    parserNew = function("ts_parser_new", FunctionDescriptor.of(JAVA_LONG));
    parserDelete = function("ts_parser_delete", FunctionDescriptor.ofVoid(JAVA_LONG));
    parserSetLanguage =
        function(
            "ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG, JAVA_LONG));
    parserParseString =
        function(
            "ts_parser_parse_string",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, POINTER, JAVA_INT));
    parserReset = function("ts_parser_reset", FunctionDescriptor.ofVoid(JAVA_LONG));
    treeDelete = function("ts_tree_delete", FunctionDescriptor.ofVoid(JAVA_LONG));
    treeRootNode = function("ts_tree_root_node", FunctionDescriptor.of(NODE, JAVA_LONG));
    nodeEndByte = nodeEndByte();
    nodeHasError = function("ts_node_has_error", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
    nodeChildCount = function("ts_node_child_count", FunctionDescriptor.of(JAVA_INT, NODE));
    queryNew =
        function(
            "ts_query_new",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, POINTER, JAVA_INT, POINTER, POINTER));
    queryDelete = function("ts_query_delete", FunctionDescriptor.ofVoid(JAVA_LONG));
    queryPatternCount = function("ts_query_pattern_count", counting());
    queryCaptureCount = function("ts_query_capture_count", counting());
    queryCaptureName = function("ts_query_capture_name_for_id", listing());
    queryPredicates = function("ts_query_predicates_for_pattern", listing());
    queryStringValue = function("ts_query_string_value_for_id", listing());
    cursorNew = function("ts_query_cursor_new", FunctionDescriptor.of(JAVA_LONG));
    cursorDelete = function("ts_query_cursor_delete", FunctionDescriptor.ofVoid(JAVA_LONG));
    cursorExec =
        function("ts_query_cursor_exec", FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, NODE));
    cursorNextMatch =
        function(
            "ts_query_cursor_next_match", FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG, POINTER));
    FunctionDescriptor timeout = FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG);
    parserSetTimeout = optional("ts_parser_set_timeout_micros", timeout);
    cursorSetTimeout = optional("ts_query_cursor_set_timeout_micros", timeout);
  }

  /**
   * Loads the core at {@code library}.
   *
   * @throws TreeSitterException UNAVAILABLE if the file does not load, is no tree-sitter core, or
   *     this process may not call native code
   */
  public static TreeSitter load(Path library) {
    try {
      SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
      return new TreeSitter(library, Linker.nativeLinker(), symbols);
    } catch (IllegalArgumentException | IllegalCallerException | UnsatisfiedLinkError e) {
      throw new TreeSitterException(
          Kind.UNAVAILABLE,
          "expected a tree-sitter core library at %s, but it does not load: %s"
              .formatted(library, e.getMessage()),
          e);
    }
  }

  /** The file the core was loaded from. */
  public Path library() {
    return library;
  }

  /** Newest grammar format the core can run. Told by a function that came with format 15. */
  public int grammarAbiMax() {
    return symbols.find("ts_language_abi_version").isPresent() ? 15 : 14;
  }

  /** Whether a parse can be given a time limit. */
  public boolean hasParseTimeout() {
    return parserSetTimeout != null;
  }

  /**
   * Loads a grammar.
   *
   * @param grammarLibrary file that holds it
   * @param function name of the C function that returns it
   * @throws TreeSitterException GRAMMAR if the library does not load or lacks the function
   */
  public Grammar grammar(Path grammarLibrary, String function) {
    try {
      MemorySegment symbol =
          SymbolLookup.libraryLookup(grammarLibrary, Arena.global()).findOrThrow(function);
      MethodHandle language = linker.downcallHandle(symbol, FunctionDescriptor.of(JAVA_LONG));
      return new Grammar((long) language.invokeExact());
    } catch (Throwable e) {
      throw new TreeSitterException(
          Kind.GRAMMAR,
          "expected the function %s in %s: %s".formatted(function, grammarLibrary, e.getMessage()),
          e);
    }
  }

  /**
   * One grammar as the core sees it: a pointer to its tables.
   *
   * @param address of the C structure; it lives as long as the process
   */
  public record Grammar(long address) {}

  private static FunctionDescriptor counting() {
    return FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
  }

  private static FunctionDescriptor listing() {
    return FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, POINTER);
  }

  /** Called for every capture, returns at once: a critical call saves the thread's state change. */
  private MethodHandle nodeEndByte() {
    return linker.downcallHandle(
        symbols.findOrThrow("ts_node_end_byte"),
        FunctionDescriptor.of(JAVA_INT, NODE),
        Linker.Option.critical(false));
  }

  private MethodHandle function(String name, FunctionDescriptor shape) {
    MemorySegment symbol =
        symbols
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("it lacks the function " + name));
    return linker.downcallHandle(symbol, shape);
  }

  private @Nullable MethodHandle optional(String name, FunctionDescriptor shape) {
    Optional<MemorySegment> symbol = symbols.find(name);
    return symbol.isPresent() ? linker.downcallHandle(symbol.get(), shape) : null;
  }

  /** Wraps what a native call threw; by the functions' shapes that is only an {@link Error}. */
  static RuntimeException failure(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("a native call threw", thrown);
  }
}
