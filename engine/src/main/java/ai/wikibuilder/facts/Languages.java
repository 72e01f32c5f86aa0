package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.Language.Grammar;
import ai.wikibuilder.facts.Language.VisibilityRule;
import ai.wikibuilder.facts.cfamily.HeaderLanguage;
import ai.wikibuilder.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of languages. Immutable, may be shared by threads.
 *
 * <p>Read from {@code languages/table.txt}: a line is a language, its columns divided by {@code |}:
 * id, display name, file name endings and whole file names, and for a language with a grammar its
 * native library with version, C function, visibility rule and query folders. The queries are
 * {@code languages/<folder>/facts.scm}. So a new language is a line and a query file.
 */
public final class Languages {
  /** What a file is that the table does not know. */
  static final Language TEXT = new Language("text", "Text", Optional.empty());

  private static final String FOLDER = "languages/";
  private static final String TABLE = "table.txt";

  private final Map<String, Language> byId = new LinkedHashMap<>();
  private final Map<String, Language> byName = new HashMap<>();

  /** Bytes of a first line that are looked at. */
  private static final int FIRST_LINE_MAX = 200;

  /** {@code #!/bin/sh -e}, {@code #!/usr/bin/env bash}. */
  private static final Pattern SHELL =
      Pattern.compile("#!\\s*+(?:\\S*/)?(?:env\\s++(?:-S\\s++)?)?(?:ba|da|k|z)?sh(?:\\s.*+)?");

  private final Map<String, Language> byEnding = new HashMap<>();
  private final String table;

  private Languages(String table) {
    this.table = table;
    table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
  }

  /** The product's table. Reading takes about a millisecond; keep the result. */
  public static Languages load() {
    return new Languages(resource(TABLE));
  }

  /** The language of a file, told by its name alone; empty when the table knows none. */
  public Optional<Language> lookup(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    Language whole = byName.get(name);
    if (whole != null) {
      return Optional.of(whole);
    }
    // The longest ending wins: x.gradle.kts is Gradle before it is Kotlin.
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      Language language = byEnding.get(name.substring(dot));
      if (language != null) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /**
   * The language of a file, told by its name and, where several share an ending or there is none,
   * its text.
   */
  Optional<Language> lookup(String path, SourceText text) {
    Optional<Language> byName = lookup(path);
    boolean header = path.endsWith(".h") && byName.isPresent();
    boolean named = byName.isPresent() || path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
    if (!named && isOfShell(text)) {
      return byId("bash");
    }
    return header ? byId(HeaderLanguage.of(text.utf8())) : byName;
  }

  /** Whether the first line says that a shell runs it. */
  private static boolean isOfShell(SourceText text) {
    byte[] utf8 = text.utf8();
    boolean says = text.byteCount() > 2 && utf8[0] == '#' && utf8[1] == '!';
    int end = says && text.lineCount() > 1 ? text.startOfLine(2) : text.byteCount();
    return says && SHELL.matcher(text.slice(0, Math.min(end, FIRST_LINE_MAX)).strip()).matches();
  }

  /** The language with an id as it stands in {@link FileFacts#language()}. */
  public Optional<Language> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All languages, in the table's order. */
  public Collection<Language> all() {
    return List.copyOf(byId.values());
  }

  /** The query of a language: its query files joined. */
  String query(Grammar grammar) {
    return grammar.queries().stream()
        .map(folder -> resource(folder + "/facts.scm"))
        .collect(Collectors.joining("\n"));
  }

  /** Changes whenever facts of the same text may change: format, table, grammars, queries. */
  String analyserVersion() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(table.getBytes(UTF_8));
      for (Language language : byId.values()) {
        language.grammar().ifPresent(grammar -> digest.update(query(grammar).getBytes(UTF_8)));
      }
      String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
      return "facts-" + FactsCodec.VERSION + "." + FactsReader.VERSION + "-" + hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void add(String line) {
    List<String> columns = new ArrayList<>();
    for (String column : line.split("\\|", -1)) {
      columns.add(column.strip());
    }
    if (columns.size() != 3 && columns.size() != 7) {
      throw new IllegalStateException("expected 3 or 7 columns in the line: " + line);
    }
    Optional<Grammar> grammar =
        columns.size() == 3 ? Optional.empty() : Optional.of(grammar(columns));
    Language language = new Language(columns.get(0), columns.get(1), grammar);
    byId.put(language.id(), language);
    for (String name : columns.get(2).toLowerCase(Locale.ROOT).split(" +", -1)) {
      Map<String, Language> names = name.startsWith(".") ? byEnding : byName;
      Language other = names.putIfAbsent(name, language);
      if (other != null) {
        throw new IllegalStateException(
            "%s is in the line of %s too: %s".formatted(name, other.id(), line));
      }
    }
  }

  private static Grammar grammar(List<String> columns) {
    String library = columns.get(3).substring(0, columns.get(3).indexOf(' '));
    return new Grammar(
        library,
        columns.get(4),
        List.of(columns.get(6).split(" +", -1)),
        VisibilityRule.valueOf(columns.get(5).toUpperCase(Locale.ROOT)));
  }

  private static String resource(String name) {
    try (InputStream in = Languages.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + FOLDER + name + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
