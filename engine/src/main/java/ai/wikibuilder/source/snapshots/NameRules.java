package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.patterns.PathPattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of {@code name-rules.txt}: what a file's name alone says about it. Immutable. */
final class NameRules {
  /** Where packages have folders of their own, {@code vendor} is a word like any other. */
  private static final Set<String> PACKAGE_ROOTS = Set.of("java", "kotlin", "scala", "groovy");

  /** What a rule says; {@code keep} is the empty reason. */
  private record Verdict(Optional<SkipReason> reason) {}

  private record GlobRule(PathPattern pattern, Verdict verdict) {}

  private final Map<String, Verdict> names = new HashMap<>();
  private final Map<String, Verdict> folders = new HashMap<>();
  private final Map<String, Verdict> suffixes = new HashMap<>();
  private final Map<String, Verdict> roots = new HashMap<>();
  private final List<GlobRule> globs = new ArrayList<>();

  private NameRules(List<String> lines) {
    for (String line : lines) {
      String[] words = line.split(" +", -1);
      Verdict verdict = new Verdict(reason(words[0]));
      for (String item : Arrays.asList(words).subList(2, words.length)) {
        switch (words[1]) {
          case "name" -> names.putIfAbsent(item, verdict);
          case "folder" -> folders.putIfAbsent(item, verdict);
          case "suffix" -> suffixes.putIfAbsent(item, verdict);
          case "root" -> roots.putIfAbsent(item, verdict);
          case "glob" -> globs.add(new GlobRule(PathPattern.of(item), verdict));
          default -> throw new IllegalStateException("name-rules.txt has no kind of rule: " + line);
        }
      }
    }
  }

  private static Optional<SkipReason> reason(String label) {
    return label.equals("keep")
        ? Optional.empty()
        : Optional.of(SkipReason.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  /** Reads the rules that come with the product. */
  static NameRules load() {
    try (InputStream stream = NameRules.class.getResourceAsStream("name-rules.txt")) {
      if (stream == null) {
        throw new IllegalStateException("name-rules.txt is missing beside NameRules.class");
      }
      return new NameRules(
          new String(stream.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why a file is left out by its path, empty when nothing speaks against it. */
  Optional<SkipReason> judge(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int nameStart = lower.lastIndexOf('/') + 1;
    String name = lower.substring(nameStart);
    Optional<Verdict> byName = byName(name);
    if (byName.isPresent() && isDecisive(byName.get())) {
      return byName.get().reason();
    }
    Optional<Verdict> byFolder = byFolder(lower, nameStart);
    return byFolder.or(() -> byName).flatMap(Verdict::reason);
  }

  /** A kept file is kept, and a key is a key, wherever it lies. */
  private static boolean isDecisive(Verdict verdict) {
    return verdict.reason().isEmpty() || verdict.reason().get() == SkipReason.SECRET_FILE;
  }

  private Optional<Verdict> byName(String name) {
    Verdict verdict = names.get(name);
    if (verdict != null) {
      return Optional.of(verdict);
    }
    for (GlobRule rule : globs) {
      if (rule.pattern().matches(name, false)) {
        return Optional.of(rule.verdict());
      }
    }
    for (int at = 1; at < name.length(); at++) {
      char character = name.charAt(at);
      if (character == '.' || character == '_' || character == '-') {
        Verdict bySuffix = suffixes.get(name.substring(at));
        if (bySuffix != null) {
          return Optional.of(bySuffix);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Verdict> byFolder(String path, int nameStart) {
    int start = 0;
    boolean insidePackages = false;
    for (int end = path.indexOf('/'); end >= 0 && end < nameStart; end = path.indexOf('/', start)) {
      String folder = path.substring(start, end);
      Verdict verdict = insidePackages ? null : folders.get(folder);
      if (verdict == null) {
        verdict = roots.get(path.substring(0, end));
      }
      if (verdict != null) {
        return Optional.of(verdict);
      }
      insidePackages |= PACKAGE_ROOTS.contains(folder);
      start = end + 1;
    }
    return Optional.empty();
  }
}
