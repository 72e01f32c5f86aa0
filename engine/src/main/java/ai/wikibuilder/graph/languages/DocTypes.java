package ai.wikibuilder.graph.languages;

import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types that doc comments state where the language need not: of parameters, of results and of
 * values, in the forms of JSDoc, phpDocumentor, YARD, LuaLS and LDoc, Sphinx and Google. Only names
 * of types are read; a choice of several types says nothing. Immutable.
 *
 * @param parameters dotted type by name of the parameter, as the code writes that
 * @param returned dotted type of the result, {@code this} for what it was called on, else empty
 * @param own dotted type of the value that the comment stands at, else empty
 */
public record DocTypes(Map<String, String> parameters, String returned, String own) {
  /** Nothing said. */
  public static final DocTypes NONE = new DocTypes(Map.of(), "", "");

  /** Longer comments are read up to here. */
  private static final int COMMENT_LENGTH_MAX = 8_000;

  /** What may stand beside a type and leaves it as it is, or says that it may be missing. */
  private static final Set<String> NOTHINGS =
      Set.of("null", "undefined", "void", "false", "nil", "None", "optional", "");

  private static final Set<String> SELVES = Set.of("this", "$this", "self", "static");

  /** Types that say nothing of the value. */
  private static final Set<String> ANYTHING = Set.of("Object", "Any", "Mixed", "T");

  /** Where parameters, results and values stand: each form has the groups that it can fill. */
  private record Form(Pattern parameter, Pattern returned, Pattern own) {
    static Form of(String parameter, String returned, String own) {
      return new Form(
          Pattern.compile(parameter, Pattern.MULTILINE),
          Pattern.compile(returned),
          Pattern.compile(own));
    }
  }

  private static final Map<String, Form> FORMS =
      Map.of(
          "javascript",
          Form.of(
              "@param\\s+\\{(?<type>[^{}]*)\\}\\s+\\[?(?<name>[\\w$]+)(?![\\w$.])",
              "@returns?\\s+\\{(?<type>[^{}]*)\\}",
              "@type\\s+\\{(?<type>[^{}]*)\\}"),
          "php",
          Form.of(
              "@param\\s+(?<type>[^\\s$]+)\\s+(?<name>\\$\\w+)",
              "@return\\s+(?<type>\\S+)",
              "@var\\s+(?<type>\\S+)"),
          "ruby",
          Form.of(
              "@param\\s+(?:(?<name>\\w+)\\s+)?\\[(?<type>[^\\]]*)\\](?:\\s+(?<behind>\\w+))?",
              "@return\\s+\\[(?<type>[^\\]]*)\\]",
              "@type\\s+\\[(?<type>[^\\]]*)\\]"),
          "lua",
          Form.of(
              "@(?:param\\s+(?<name>\\w+)\\??|tparam)\\s+(?<type>[\\w.|]+)(?:[ \\t]+(?<behind>\\w+))?",
              "@t?return\\s+(?<type>[\\w.|]+)",
              "@type\\s+(?<type>[\\w.|]+)"),
          "python",
          Form.of(
              ":type\\s+(?<name>\\w+):\\s*(?<type>[^\\n]+)$"
                  + "|:param\\s+(?<first>[\\w.]+)\\s+(?<behind>\\w+):"
                  + "|^[ \\t]+(?<arg>\\w+)\\s+\\((?<argtype>[\\w., ]+)\\):",
              ":rtype:\\s*(?<type>[^\\n]+)",
              ":vartype:\\s*(?<type>[^\\n]+)"));

  /**
   * {@code @import A, {B as C} from "./d"}: a clause of an import in a comment. Bounded, as all
   * that is looked for in a whole file: the time a hostile one takes grows with its size, not
   * faster.
   */
  private static final Pattern IMPORT =
      Pattern.compile(
          "@import\\s{1,40}(?<clause>[\\w$\\s*,{}]{1,4000}?)\\s{1,40}from\\s{1,40}['\"](?<module>[^'\"\\n]{1,400})");

  private static final Pattern NAMES_OF_CLAUSE =
      Pattern.compile("(?<whole>\\*\\s*as\\s+)?(?<name>[\\w$]+)(?:\\s+as\\s+(?<alias>[\\w$]+))?");

  /** {@code @typedef {import("./d").B} C}. */
  private static final Pattern DEFINED =
      Pattern.compile(
          "@typedef\\s{1,40}\\{\\s{0,40}(?:typeof\\s{1,40})?import\\(['\"](?<module>[^'\"\\n]{1,400})['\"]\\)"
              + "(?:\\.(?<name>[\\w$]+))?[^}\\n]{0,400}\\}\\s{1,40}(?<alias>[\\w$]+)");

  /** What a doc comment of a language says; nothing for languages that state types themselves. */
  public static DocTypes of(String language, String comment) {
    Form form = FORMS.get(language);
    if (form == null) {
      return NONE;
    }
    String text =
        comment.length() > COMMENT_LENGTH_MAX ? comment.substring(0, COMMENT_LENGTH_MAX) : comment;
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = form.parameter().matcher(text);
    while (matcher.find()) {
      String name = first(matcher, "name", "behind", "arg");
      String type = type(first(matcher, "type", "first", "argtype"));
      if (!name.isEmpty() && !type.isEmpty() && !SELVES.contains(type)) {
        parameters.putIfAbsent(name, type);
      }
    }
    return new DocTypes(parameters, found(form.returned(), text), found(form.own(), text));
  }

  /** Imports that comments of a script state for the types they name. */
  public static List<ImportFact> imports(SourceText text) {
    List<ImportFact> imports = new ArrayList<>();
    // a character for each byte, so that places in it are places in the text
    String whole = new String(text.utf8(), StandardCharsets.ISO_8859_1);
    if (!whole.contains("@import") && !whole.contains("@typedef")) {
      return imports;
    }
    Matcher clause = IMPORT.matcher(whole);
    while (clause.find()) {
      addClause(imports, clause, text);
    }
    Matcher defined = DEFINED.matcher(whole);
    while (defined.find()) {
      String name = defined.group("name");
      imports.add(
          new ImportFact(
              text.slice(defined.start("module"), defined.end("module")),
              name == null ? "default" : name,
              defined.group("alias"),
              text.lineOf(defined.start())));
    }
    return imports;
  }

  private static void addClause(List<ImportFact> imports, Matcher clause, SourceText text) {
    String module = text.slice(clause.start("module"), clause.end("module"));
    int line = text.lineOf(clause.start());
    String written = clause.group("clause").replaceAll("\\n\\s*\\*", "\n");
    int brace = written.indexOf('{');
    Matcher names = NAMES_OF_CLAUSE.matcher(written);
    while (names.find()) {
      String name = names.group("name");
      String alias = names.group("alias") == null ? name : names.group("alias");
      boolean outside = brace < 0 || names.start() < brace;
      String imported = names.group("whole") != null ? "*" : outside ? "default" : name;
      imports.add(new ImportFact(module, imported, alias, line));
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? type(matcher.group("type")) : "";
  }

  private static String first(Matcher matcher, String... groups) {
    for (String group : groups) {
      boolean known = matcher.namedGroups().containsKey(group);
      if (known && matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }

  /** The one type that is meant, empty when there are several or it says nothing. */
  private static String type(String written) {
    String only = "";
    for (String part : written.split("[|,]", -1)) {
      String bare = part.strip().replaceAll("^[?!]+|[=?]+$|^:\\w+:|[`~]", "");
      if (!NOTHINGS.contains(bare)) {
        if (!only.isEmpty()) {
          return "";
        }
        only = bare;
      }
    }
    if (SELVES.contains(only)) {
      return "this";
    }
    String type = ReturnTypes.mainType(only);
    String last = type.substring(type.lastIndexOf('.') + 1);
    boolean named = !last.isEmpty() && Character.isUpperCase(last.codePointAt(0));
    return named && !ANYTHING.contains(last) ? type : "";
  }
}
