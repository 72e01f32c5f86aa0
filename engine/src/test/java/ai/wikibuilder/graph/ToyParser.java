package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes facts of tidy little files for tests: one statement a line, nesting by indentation. Not a
 * parser; it exists so that tests of later stages do not depend on the real one.
 */
final class ToyParser {
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:(?:export|default|public|private|static|final|abstract|sealed) )*"
              + "(class|interface|enum|record) (\\w+)(.*)$");
  private static final Pattern FUNCTION =
      Pattern.compile("^(?:export )?(?:async )?(?:def|function) (\\w+)\\((.*)$");
  private static final Pattern METHOD =
      Pattern.compile(
          "^((?:(?:public|private|protected|static|final|abstract|async) )*)"
              + "(?:[\\w<>\\[\\].?, ]+ )?(\\w+)\\(.*[{;]$");
  private static final Pattern FIELD =
      Pattern.compile(
          "^((?:(?:public|private|static|final) )*)[A-Z]\\w*(?:<.*>)? (\\w+)(?: =.*)?;$");
  private static final Pattern CALL = Pattern.compile("((?:[\\w$]+\\.)*)([\\w$]+)\\(");
  private static final Pattern TYPE_NAME = Pattern.compile("(?<![\\w.\"@])([A-Z]\\w*)(?![\\w(])");
  private static final Pattern ANNOTATION = Pattern.compile("^@((?:\\w+\\.)*)(\\w+)");
  private static final Set<String> KEYWORDS =
      Set.of("if", "for", "while", "switch", "return", "new", "def", "function", "catch", "super");

  private record Open(int ordinal, int indent) {}

  private final SourceText text;
  private final String language;
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<ImportFact> imports = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private String namespace = "";
  private boolean comment;
  private int docStart = -1;
  private int docEnd = -1;

  private ToyParser(String language, SourceText text) {
    this.language = language;
    this.text = text;
  }

  static FileFacts parse(String path, SourceText text) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return switch (ending) {
      case "java" -> new ToyParser("java", text).facts();
      case "py" -> new ToyParser("python", text).facts();
      case "ts", "js" -> new ToyParser("typescript", text).facts();
      default -> FileFacts.none("text", FileFacts.Outcome.TEXT);
    };
  }

  private FileFacts facts() {
    for (int line = 1; line <= text.lineCount(); line++) {
      String raw = text.lines(line, line);
      line(line, raw.strip(), raw.length() - raw.stripLeading().length());
    }
    while (!open.isEmpty()) {
      close(text.lineCount());
    }
    return new FileFacts(
        language, FileFacts.Outcome.PARSED, namespace, symbols, references, imports);
  }

  private void line(int line, String words, int indent) {
    if (comment || words.startsWith("/**")) {
      docStart = comment ? docStart : text.startOfLine(line) + indent;
      comment = !words.endsWith("*/");
      docEnd = text.startOfLine(line) + indent + words.length();
      return;
    }
    if (words.isEmpty() || words.startsWith("#") || words.startsWith("//")) {
      return;
    }
    if (words.startsWith("\"\"\"")) {
      docString(line, words, indent);
      return;
    }
    boolean closing = words.startsWith("}") || words.startsWith(")");
    while (!open.isEmpty() && indent <= open.peek().indent()) {
      boolean own = closing && indent == open.peek().indent();
      close(own ? line : line - 1);
      closing = closing && !own;
    }
    if (words.startsWith("package ")) {
      namespace = words.substring(8, words.length() - 1);
    } else if (!isImport(line, words)) {
      statement(line, words, indent);
    }
  }

  private void docString(int line, String words, int indent) {
    if (open.isEmpty()) {
      return;
    }
    Symbol owner = symbols.get(open.peek().ordinal());
    int start = text.startOfLine(line) + indent;
    SourceSpan doc = new SourceSpan(start, start + words.length(), line, line);
    symbols.set(
        open.peek().ordinal(),
        new Symbol(
            owner.kind(),
            owner.name(),
            owner.parent(),
            owner.owner(),
            owner.span(),
            owner.signature(),
            owner.nameLine(),
            Optional.of(doc),
            owner.visibility()));
  }

  private void close(int line) {
    int ordinal = open.pop().ordinal();
    Symbol symbol = symbols.get(ordinal);
    SourceSpan span =
        new SourceSpan(
            symbol.span().startByte(),
            text.startOfLine(line + 1),
            symbol.span().startLine(),
            Math.max(symbol.span().startLine(), line));
    symbols.set(
        ordinal,
        new Symbol(
            symbol.kind(),
            symbol.name(),
            symbol.parent(),
            symbol.owner(),
            span,
            symbol.signature(),
            symbol.nameLine(),
            symbol.doc(),
            symbol.visibility()));
  }

  private boolean isImport(int line, String words) {
    Matcher python = Pattern.compile("^from (\\S+) import (.*)$").matcher(words);
    Matcher script =
        Pattern.compile("^(?:import|export) (.+) from ['\"](.+)['\"];?$").matcher(words);
    if (language.equals("python") && python.matches()) {
      names(python.group(1), python.group(2), line);
    } else if (language.equals("typescript") && script.matches()) {
      scriptNames(script.group(2), script.group(1), line);
    } else if (words.startsWith("import ")) {
      String rest = words.substring(7).replace("static ", "").replace(";", "");
      int dot = rest.lastIndexOf('.');
      if (language.equals("java")) {
        String name = rest.substring(dot + 1);
        imports.add(new ImportFact(rest.substring(0, Math.max(0, dot)), name, name, line));
      } else {
        String[] parts = rest.split(" as ", -1);
        imports.add(new ImportFact(parts[0], "", parts[parts.length - 1], line));
      }
    } else {
      return false;
    }
    return true;
  }

  private void names(String module, String list, int line) {
    for (String one : list.split(",", -1)) {
      String[] parts = one.strip().split(" as ", -1);
      imports.add(new ImportFact(module, parts[0], parts[parts.length - 1], line));
    }
  }

  private void scriptNames(String module, String list, int line) {
    if (list.startsWith("{")) {
      names(module, list.substring(1, list.length() - 1), line);
    } else if (list.startsWith("*")) {
      String alias = list.contains(" as ") ? list.substring(list.indexOf(" as ") + 4) : "*";
      imports.add(new ImportFact(module, "*", alias, line));
    } else {
      imports.add(new ImportFact(module, "default", list, line));
    }
  }

  private void statement(int line, String words, int indent) {
    Matcher type = TYPE.matcher(words);
    Matcher function = FUNCTION.matcher(words);
    Matcher method = METHOD.matcher(words);
    Matcher field = FIELD.matcher(words);
    boolean inType = !open.isEmpty() && symbols.get(open.peek().ordinal()).kind().isType();
    int declared = -1;
    if (type.matches()) {
      declared = add(SymbolKind.valueOf(upper(type.group(1))), type.group(2), line, indent);
      inherit(type.group(3), line, declared);
    } else if (function.matches()) {
      declared =
          add(inType ? SymbolKind.METHOD : SymbolKind.FUNCTION, function.group(1), line, indent);
    } else if (inType && method.matches() && !KEYWORDS.contains(method.group(2))) {
      declared = add(SymbolKind.METHOD, method.group(2), line, indent);
    } else if (inType && field.matches()) {
      declared = add(SymbolKind.FIELD, field.group(2), line, indent);
    }
    references(line, words, declared);
  }

  private static String upper(String word) {
    return word.toUpperCase(java.util.Locale.ROOT);
  }

  private int add(SymbolKind kind, String name, int line, int indent) {
    int parent = open.isEmpty() ? -1 : open.peek().ordinal();
    int start = text.startOfLine(line) + indent;
    int end = text.startOfLine(line) + text.lines(line, line).stripTrailing().length();
    SourceSpan span = new SourceSpan(start, end, line, line);
    Optional<SourceSpan> doc =
        docStart < 0
            ? Optional.empty()
            : Optional.of(
                new SourceSpan(docStart, docEnd, text.lineOf(docStart), text.lineOf(docEnd)));
    docStart = -1;
    Visibility visibility =
        text.lines(line, line).contains("private") ? Visibility.PRIVATE : Visibility.PUBLIC;
    symbols.add(new Symbol(kind, name, parent, "", span, span, line, doc, visibility));
    open.push(new Open(symbols.size() - 1, indent));
    return symbols.size() - 1;
  }

  private void inherit(String rest, int line, int type) {
    String list = language.equals("python") ? rest : rest.replaceAll("^\\(.*?\\)", "");
    Matcher names = Pattern.compile("[A-Z]\\w*").matcher(list);
    while (names.find()) {
      references.add(new Reference(ReferenceKind.INHERIT, names.group(), "", line, type));
    }
  }

  private void references(int line, String words, int declared) {
    int around = open.isEmpty() ? -1 : open.peek().ordinal();
    Matcher annotation = ANNOTATION.matcher(words);
    if (annotation.find()) {
      references.add(
          new Reference(
              ReferenceKind.ANNOTATION,
              annotation.group(2),
              annotation.group(1).replaceAll("\\.$", ""),
              line,
              around));
      return;
    }
    boolean typeLine = declared >= 0 && symbols.get(declared).kind().isType();
    Matcher types = TYPE_NAME.matcher(words);
    while (!typeLine && types.find()) {
      references.add(new Reference(ReferenceKind.TYPE, types.group(1), "", line, around));
    }
    Matcher calls = CALL.matcher(words);
    while (calls.find()) {
      boolean own = declared >= 0 && symbols.get(declared).name().equals(calls.group(2));
      if (!own && !KEYWORDS.contains(calls.group(2)) && !typeLine) {
        String qualifier = calls.group(1).replaceAll("\\.$", "");
        references.add(new Reference(ReferenceKind.CALL, calls.group(2), qualifier, line, around));
      }
    }
  }
}
