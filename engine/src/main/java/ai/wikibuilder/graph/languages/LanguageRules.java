package ai.wikibuilder.graph.languages;

import java.util.EnumSet;
import java.util.Set;

/**
 * What resolution must know about a language, as data. Immutable.
 *
 * @param imports how an import leads to a file
 * @param sight what can be named without an import
 * @param selfNames what an object, or its type, calls itself
 * @param superNames what it calls its supertype
 */
public record LanguageRules(
    ImportStyle imports, Set<Sight> sight, Set<String> selfNames, Set<String> superNames) {

  /** How an import names what it imports. */
  public enum ImportStyle {
    /** A declared package or namespace and a type in it. */
    PACKAGE,
    /** A declared namespace and a name in it, or the path of a file. */
    PHP_NAME,
    /** A dotted path of folders and files, dots at the front for relative ones. */
    PYTHON_MODULE,
    /** A path relative to the file, its extension left out or not. */
    SCRIPT_PATH,
    /** The path of a folder whose files are one package. */
    GO_PACKAGE,
    /** A path of modules from the crate, the module or another crate. */
    RUST_PATH,
    /** The path of a file that is read in place; its own included files are seen as well. */
    INCLUDE,
    /** A path below one of the folders the interpreter looks in. */
    LOAD_PATH,
    /** The same with dots for slashes. */
    LUA_MODULE,
    /** The path of a script that is run in place. */
    SHELL_PATH,
    /** The name that the other file declares for itself. */
    DECLARED_MODULE,
    /** Not known; imports lead nowhere. */
    NONE
  }

  /** What can be named without an import. */
  public enum Sight {
    /** Names of the same declared package or namespace. */
    PACKAGE,
    /** Names of the namespaces around the own one. */
    OUTER_PACKAGES,
    /** Names of the same folder. */
    FOLDER,
    /** Members of the enclosing type, without naming an object. */
    MEMBERS,
    /** A bare name nothing else explains may mean the repository's only one. */
    ONLY_ONE,
    /** A type may be written in several parts, each in its own file. */
    OPEN_TYPES,
    /** A file that assigns its functions to a table gives them out under any name of the table. */
    TABLES,
    /** Methods are assigned to objects one by one, outside of any type. */
    PROTOTYPES
  }

  public LanguageRules {
    sight = Set.copyOf(sight);
    selfNames = Set.copyOf(selfNames);
    superNames = Set.copyOf(superNames);
  }

  public boolean sees(Sight kind) {
    return sight.contains(kind);
  }

  /** The rules of a language by its id; those of a language not listed make no daring guess. */
  public static LanguageRules of(String language) {
    return switch (language) {
      case "java", "groovy", "kotlin" ->
          rules(ImportStyle.PACKAGE, EnumSet.of(Sight.PACKAGE, Sight.MEMBERS), "this", "super");
      case "scala" ->
          rules(
              ImportStyle.PACKAGE,
              EnumSet.of(Sight.PACKAGE, Sight.OUTER_PACKAGES, Sight.MEMBERS),
              "this",
              "super");
      case "csharp" ->
          rules(
              ImportStyle.PACKAGE,
              EnumSet.of(Sight.PACKAGE, Sight.OUTER_PACKAGES, Sight.MEMBERS, Sight.OPEN_TYPES),
              "this",
              "base");
      case "python" -> rules(ImportStyle.PYTHON_MODULE, none(), "self cls", "super super()");
      case "javascript", "typescript", "tsx", "jsx" ->
          rules(ImportStyle.SCRIPT_PATH, EnumSet.of(Sight.PROTOTYPES), "this self", "super");
      case "go" -> rules(ImportStyle.GO_PACKAGE, EnumSet.of(Sight.FOLDER), "", "");
      case "rust" -> rules(ImportStyle.RUST_PATH, none(), "self Self", "");
      case "c", "cpp" ->
          rules(
              ImportStyle.INCLUDE,
              EnumSet.of(Sight.OUTER_PACKAGES, Sight.MEMBERS, Sight.ONLY_ONE),
              "this",
              "");
      default -> ofScript(language);
    };
  }

  private static LanguageRules ofScript(String language) {
    return switch (language) {
      case "php" ->
          rules(ImportStyle.PHP_NAME, EnumSet.of(Sight.PACKAGE), "$this self static", "parent");
      case "ruby" ->
          rules(
              ImportStyle.LOAD_PATH,
              EnumSet.of(Sight.PACKAGE, Sight.OUTER_PACKAGES, Sight.MEMBERS, Sight.OPEN_TYPES),
              "self",
              "super");
      case "swift" ->
          rules(
              ImportStyle.NONE,
              EnumSet.of(Sight.PACKAGE, Sight.MEMBERS, Sight.OPEN_TYPES),
              "self Self",
              "super");
      case "lua" -> rules(ImportStyle.LUA_MODULE, EnumSet.of(Sight.TABLES), "self", "");
      case "haskell" -> rules(ImportStyle.DECLARED_MODULE, none(), "", "");
      case "bash" -> rules(ImportStyle.SHELL_PATH, EnumSet.of(Sight.ONLY_ONE), "", "");
      default ->
          rules(
              ImportStyle.NONE,
              EnumSet.of(Sight.FOLDER, Sight.MEMBERS, Sight.ONLY_ONE),
              "this self $this @",
              "super");
    };
  }

  private static Set<Sight> none() {
    return EnumSet.noneOf(Sight.class);
  }

  private static LanguageRules rules(
      ImportStyle imports, Set<Sight> sight, String selfNames, String superNames) {
    return new LanguageRules(imports, sight, words(selfNames), words(superNames));
  }

  private static Set<String> words(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split(" ", -1));
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
}
