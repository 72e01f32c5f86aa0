package ai.wikibuilder.graph.languages;

import java.util.Set;

/**
 * What resolution must know about a language, as data. Immutable.
 *
 * @param imports how an import leads to a file
 * @param packageScope names of the same declared package are visible without an import
 * @param folderScope names of the same folder are visible without an import
 * @param memberScope members of the enclosing type can be called without naming an object
 * @param uniqueUnqualified a bare name nothing else explains may mean the repository's only one
 * @param selfNames what an object calls itself
 */
public record LanguageRules(
    ImportStyle imports,
    boolean packageScope,
    boolean folderScope,
    boolean memberScope,
    boolean uniqueUnqualified,
    Set<String> selfNames) {

  /** How an import names what it imports. */
  public enum ImportStyle {
    /** A declared package and a type in it. */
    PACKAGE,
    /** A dotted path of folders and files, dots at the front for relative ones. */
    PYTHON_MODULE,
    /** A path relative to the file, its extension left out or not. */
    RELATIVE_PATH,
    /** Not known; imports lead nowhere. */
    NONE
  }

  public LanguageRules {
    selfNames = Set.copyOf(selfNames);
  }

  public static LanguageRules of(String language) {
    return switch (language) {
      case "java", "kotlin", "scala", "csharp", "groovy" ->
          new LanguageRules(ImportStyle.PACKAGE, true, false, true, false, Set.of("this"));
      case "python" ->
          new LanguageRules(
              ImportStyle.PYTHON_MODULE, false, false, false, false, Set.of("self", "cls"));
      case "javascript", "typescript", "tsx", "jsx" ->
          new LanguageRules(
              ImportStyle.RELATIVE_PATH, false, false, false, false, Set.of("this", "self"));
      default ->
          new LanguageRules(
              ImportStyle.NONE, false, true, true, true, Set.of("this", "self", "$this", "@"));
    };
  }

  /**
   * Whether members of a type are written in other folders than the type's, so that the
   * repository's only type of the name is meant. Not so in Go, where a folder is a package.
   */
  public static boolean ownersAnywhere(String language) {
    return switch (language) {
      case "rust", "c", "cpp", "swift" -> true;
      default -> false;
    };
  }

  /** Languages whose symbols may name each other. */
  public static int family(String language) {
    return switch (language) {
      case "java", "kotlin", "scala", "groovy" -> 1;
      case "javascript", "typescript", "tsx", "jsx" -> 2;
      case "c", "cpp" -> 3;
      default -> language.hashCode() | 0x100;
    };
  }

  /**
   * Member names that the standard libraries use as well. A call of one of these on an object of
   * unknown type proves nothing, even when the repository defines the name only once.
   */
  public static final Set<String> EVERYDAY_MEMBERS =
      Set.of(
          "get",
          "set",
          "add",
          "put",
          "remove",
          "append",
          "extend",
          "pop",
          "push",
          "close",
          "open",
          "read",
          "write",
          "size",
          "length",
          "format",
          "join",
          "split",
          "map",
          "filter",
          "reduce",
          "forEach",
          "toString",
          "equals",
          "hashCode",
          "keys",
          "values",
          "items",
          "update",
          "copy",
          "clear",
          "contains",
          "insert",
          "index",
          "count",
          "sort",
          "reverse",
          "strip",
          "replace",
          "lower",
          "upper",
          "encode",
          "decode",
          "find",
          "match",
          "group",
          "start",
          "run",
          "stop",
          "wait",
          "next",
          "iterator",
          "stream",
          "collect",
          "of",
          "test",
          "apply",
          "accept",
          "then",
          "catch",
          "finally",
          "call",
          "bind",
          "slice",
          "concat",
          "includes",
          "indexOf",
          "trim",
          "parse",
          "stringify",
          "log",
          "info",
          "warn",
          "error",
          "debug",
          "print",
          "println",
          "name",
          "type",
          "build",
          "builder",
          "create",
          "from",
          "value",
          "key",
          "isEmpty",
          "containsKey",
          "getValue",
          "getKey",
          "getName",
          "toArray",
          "toList",
          "flush",
          "send",
          "exec",
          "execute",
          "submit",
          "invoke",
          "newInstance",
          "getClass",
          "compareTo",
          "reset",
          "delete",
          "has",
          "entries",
          "some",
          "every",
          "at",
          "on",
          "off",
          "emit",
          "once",
          "load",
          "save",
          "dump",
          "dumps",
          "loads",
          "seek",
          "tell",
          "sum",
          "min",
          "max",
          "mean",
          "all",
          "any",
          "exists",
          "is_dir",
          "is_file",
          "mkdir",
          "resolve",
          "with",
          "setdefault",
          "startswith",
          "endsWith",
          "startsWith",
          "endswith",
          "peek",
          "poll",
          "offer",
          "take",
          "limit",
          "skip",
          "flatMap",
          "orElse",
          "ifPresent",
          "isPresent",
          "substring",
          "charAt",
          "matches",
          "search",
          "fill",
          "toLowerCase",
          "toUpperCase",
          "getOrDefault",
          "getId",
          "id",
          "data",
          "message",
          "path",
          "register",
          "connect",
          "render",
          "end",
          "exit",
          "raise_for_status",
          "json",
          "text");
}
