package ai.wikibuilder.pages.material;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of code that no grammar reads: the comment at its top and the names that its
 * lines declare in the words most languages have for that. For one thread.
 */
public final class UnparsedWords {
  /** Lines of a file in which it speaks of itself. */
  private static final int HEAD_LINE_COUNT_MAX = 80;

  /** Lines of a file in which names are looked for. */
  private static final int LINE_COUNT_MAX = 3_000;

  /** Longer lines declare nothing that people wrote. */
  private static final int LINE_LENGTH_MAX = 300;

  /** Names of one file. */
  private static final int NAME_COUNT_MAX = 12;

  /** {@code @moduledoc """} of an outermost module of Elixir. */
  private static final Pattern OPENING =
      Pattern.compile("\\s{0,2}@moduledoc\\s++(?:~[sS])?+\"\"\"\\s*+");

  private static final Pattern COMMENT =
      Pattern.compile("\\s*+(?:#(?!!)|//|--|;|%|\\(\\*|/\\*|\\*).*+");

  private static final Pattern OTHER_COMMENT = Pattern.compile("^(\\s*+)(?:;++|%++|\\(\\*)");

  private static final Pattern LEGAL =
      Pattern.compile("(?i).*(?:copyright|licen[cs]e|all rights reserved|spdx|-\\*-).*");

  /** A word for what holds others or is called, and its name. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "\\s{0,2}(?:(?:pub|public|export|abstract|final|sealed|open|pure)\\s++){0,3}"
              + "(?:defmodule|module|class|struct|object|trait|interface|enum|namespace|protocol"
              + "|contract|record|type|resource|variable|output|def|defmacro|defn|fn|func|function"
              + "|proc|procedure|sub|macro)\\s++"
              + "\"?+([A-Za-z][\\w.:]*+)(.*+)");

  /** What follows a name that is declared; after a word of prose the next one does. */
  private static final Pattern FOLLOWS =
      Pattern.compile(
          "\\s*+(?:[({=:<;,\"\\[].*+)?+|\\s++(?:do|where|is|extends|implements|with|when|end|as)\\b.*+");

  private final Repository repository;

  public UnparsedWords(Repository repository) {
    this.repository = repository;
  }

  /** What a file says of itself at its top. */
  public Optional<Repository.Quoted> own(String path) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    int last = Math.min(HEAD_LINE_COUNT_MAX, text.lineCount());
    for (int line = 1; line < Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      if (OPENING.matcher(line(text, line)).matches()) {
        return quoted(path, text, line + 1);
      }
    }
    int line = 1;
    while (line <= last && isBesides(line(text, line))) {
      line++;
    }
    return line <= last && COMMENT.matcher(line(text, line)).matches()
        ? quoted(path, text, line)
        : Optional.empty();
  }

  /** Blank lines, the name of the shell, and who owns what. */
  private static boolean isBesides(String words) {
    return words.isBlank() || words.startsWith("#!") || LEGAL.matcher(words).matches();
  }

  private Optional<Repository.Quoted> quoted(String path, SourceText text, int first) {
    StringBuilder raw = new StringBuilder();
    boolean comment = COMMENT.matcher(line(text, first)).matches();
    int last = Math.min(text.lineCount(), first + HEAD_LINE_COUNT_MAX);
    for (int line = first; line <= last; line++) {
      String words = line(text, line);
      boolean over = comment ? !COMMENT.matcher(words).matches() : words.contains("\"\"\"");
      if (over) {
        break;
      }
      raw.append(OTHER_COMMENT.matcher(words).replaceFirst("$1#")).append('\n');
    }
    return Quotations.ofComment(raw.toString(), 1)
        .filter(found -> !LEGAL.matcher(found.text()).matches())
        .filter(found -> found.text().split("\\s+", -1).length >= 3)
        .flatMap(found -> repository.quoted(path, first, found));
  }

  private static boolean isDeclared(Matcher matcher) {
    return FOLLOWS.matcher(matcher.group(2)).matches();
  }

  private static String line(SourceText text, int line) {
    boolean fits = text.startOfLine(line + 1) - text.startOfLine(line) <= LINE_LENGTH_MAX;
    return fits ? text.lines(line, line).stripTrailing() : "";
  }

  /** The names a file declares, with their lines, in the order they stand in. */
  public Map<String, Evidence> declared(String path) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    Map<String, Evidence> found = new LinkedHashMap<>();
    for (int line = 1; line <= Math.min(LINE_COUNT_MAX, text.lineCount()); line++) {
      Matcher matcher = DECLARATION.matcher(line(text, line));
      if (matcher.matches() && isDeclared(matcher) && found.size() < NAME_COUNT_MAX) {
        repository
            .lines(path, line, line)
            .ifPresent(place -> found.putIfAbsent(matcher.group(1), place));
      }
    }
    return found;
  }
}
