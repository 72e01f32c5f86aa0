package ai.wikibuilder.models.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered piece of evidence as it stands in a prompt: a head such as {@code [12] code
 * path/File.java:17-121}, and the lines under it. Immutable.
 *
 * @param lines without the numbers some prompts put before them
 */
record EvidenceBlock(int number, String kind, String path, List<String> lines) {
  private static final Pattern HEAD =
      Pattern.compile("^\\[(\\d{1,4})\\]\\s+(\\S+)\\s+(\\S+?)(?::(\\d+)(?:-(\\d+))?)?\\s*$");

  /** Begins a part of the prompt that is no evidence any more. */
  private static final Pattern OTHER_PART = Pattern.compile("^[A-Z]{4,} [A-Z]{4,}\\b.*");

  private static final Pattern LINE_NUMBER = Pattern.compile("^\\s*\\d+[:|\\t ] ?");
  private static final Pattern DEFINED =
      Pattern.compile(
          "\\b(?:class|interface|record|enum|struct|trait|def|func|fn|function|fun|module|namespace)\\s+(?:\\([^)]*\\)\\s*)?([A-Za-z_][A-Za-z0-9_]{2,})");
  private static final Pattern NAMED = Pattern.compile("\\b([A-Za-z_][A-Za-z0-9_]{3,})\\b");

  EvidenceBlock {
    lines = List.copyOf(lines);
  }

  /** All blocks of a prompt, in order. */
  static List<EvidenceBlock> in(String prompt) {
    List<EvidenceBlock> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Matcher head = null;
    for (String line : prompt.lines().toList()) {
      Matcher next = HEAD.matcher(line);
      if (next.matches()) {
        add(blocks, head, lines);
        head = next;
        lines.clear();
      } else if (OTHER_PART.matcher(line).matches()) {
        add(blocks, head, lines);
        head = null;
      } else if (head != null) {
        lines.add(LINE_NUMBER.matcher(line).replaceFirst(""));
      }
    }
    add(blocks, head, lines);
    return blocks;
  }

  private static void add(
      List<EvidenceBlock> blocks,
      @org.jspecify.annotations.Nullable Matcher head,
      List<String> lines) {
    if (head != null) {
      blocks.add(
          new EvidenceBlock(Integer.parseInt(head.group(1)), head.group(2), head.group(3), lines));
    }
  }

  /** Names the lines define; where they define none, the first that stand in them. */
  List<String> names() {
    List<String> names = all(DEFINED);
    return names.isEmpty() ? all(NAMED) : names;
  }

  private List<String> all(Pattern pattern) {
    List<String> names = new ArrayList<>();
    for (String line : lines) {
      Matcher found = pattern.matcher(line);
      while (found.find()) {
        if (!names.contains(found.group(1))) {
          names.add(found.group(1));
        }
      }
    }
    return names;
  }

  /** The first sentence of prose in the lines, if there is one. */
  String firstWords() {
    for (String line : lines) {
      String words = line.replaceAll("^[\\s/*#\"'<>!-]+", "").strip();
      if (words.matches("[A-Z][a-z]+ [A-Za-z ,'-]{20,}.*")) {
        return words.replaceFirst("(?<=[.!?])\\s.*", "").replaceFirst("[.!?]+$", "");
      }
    }
    return "";
  }
}
