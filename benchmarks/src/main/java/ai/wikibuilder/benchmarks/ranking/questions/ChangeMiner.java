package ai.wikibuilder.benchmarks.ranking.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes questions of commit messages: which source files did this change?
 *
 * <p>Left out are commits that changed more than five files or no source file, a source file that
 * was not there at the commit that is indexed, releases and versions, and messages that name one of
 * the files or say nothing. Stateless beyond the files it was given.
 */
public final class ChangeMiner {
  private static final int FILES_MAX = 5;

  /** Fewer words are no question. */
  private static final int WORDS_MIN = 3;

  /** The rest of a long message explains how, not what. */
  private static final int WORDS_MAX = 60;

  /** Fixed here, so that the questions stay the same when the product learns a language. */
  private static final Pattern SOURCE =
      Pattern.compile(
          ".*\\.(java|kt|kts|scala|groovy|py|pyi|js|mjs|cjs|jsx|ts|mts|cts|tsx|go|rs|c|h|cc|cpp|cxx"
              + "|hh|hpp|hxx|cs|rb|php|swift|sh|bash|lua|hs|m|mm|dart|ex|exs|erl|clj|pl|pm|jl|vue)");

  private static final Pattern RELEASE =
      Pattern.compile(
          "(?i)\\b(releas(e|es|ed|ing)|versions?|bump(s|ed|ing)?|changelog|snapshot)\\b"
              + "|\\bv?\\d+\\.\\d+(\\.\\d+)?\\b");

  /** {@code Signed-off-by: ...}, {@code Change-Id: ...}, {@code git-svn-id: ...}. */
  private static final Pattern TRAILER =
      Pattern.compile("(?m)^\\s*([A-Z][A-Za-z]*(-[A-Za-z]+)*|[a-z]+(-[a-z]+)+):\\s.*$");

  /** Addresses and numbers of issues. */
  private static final Pattern POINTER = Pattern.compile("https?://\\S+|\\(?#\\d+\\)?");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_$-]+");
  private static final Pattern IN_NAMES = Pattern.compile("[_$-]");

  private final Set<String> files;

  /** {@code files}: all paths at the commit that is indexed. */
  public ChangeMiner(Set<String> files) {
    this.files = files;
  }

  /** The questions of all commits that make one, in their order. */
  public List<Question> mine(Collection<Commit> commits) {
    List<Question> questions = new ArrayList<>();
    commits.forEach(commit -> question(commit).ifPresent(questions::add));
    return questions;
  }

  Optional<Question> question(Commit commit) {
    Set<String> sources =
        commit.files().stream()
            .filter(file -> SOURCE.matcher(file).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    boolean fits = commit.files().size() <= FILES_MAX && !sources.isEmpty();
    if (!fits || !files.containsAll(sources) || RELEASE.matcher(subject(commit)).find()) {
      return Optional.empty();
    }
    List<String> words = words(commit.message());
    String text = String.join(" ", words.subList(0, Math.min(words.size(), WORDS_MAX)));
    boolean named = sources.stream().anyMatch(file -> names(commit.message(), file));
    return words.size() < WORDS_MIN || named
        ? Optional.empty()
        : Optional.of(new Question.Change(text, sources));
  }

  private static String subject(Commit commit) {
    return commit.message().strip().lines().findFirst().orElse("");
  }

  private static List<String> words(String message) {
    String body = message.strip();
    int end = body.indexOf('\n');
    String first = end < 0 ? body : body.substring(0, end);
    // a subject like "Fix: ..." looks like a trailer and is none
    String rest = end < 0 ? "" : TRAILER.matcher(body.substring(end)).replaceAll(" ");
    String text = POINTER.matcher(first + "\n" + rest).replaceAll(" ").strip();
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+", -1));
  }

  /** Whether a message has the name of a file, with or without ending, in whatever spelling. */
  static boolean names(String message, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    String stem = plain(dot > 0 ? name.substring(0, dot) : name);
    for (String word : NO_WORD.split(message, -1)) {
      if (!stem.isEmpty() && plain(word).equals(stem)) {
        return true;
      }
    }
    return message.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  private static String plain(String name) {
    return IN_NAMES.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
