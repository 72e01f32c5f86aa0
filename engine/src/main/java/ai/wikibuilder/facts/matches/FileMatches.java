package ai.wikibuilder.facts.matches;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that one file's matches said, in the order they came. */
public final class FileMatches {
  /** The text as the grammar saw it, of the same length. */
  public final byte[] parsed;

  public final List<Definition> definitions = new ArrayList<>();
  public final List<Mention> mentions = new ArrayList<>();
  public final List<Mention> marks = new ArrayList<>();
  public final List<ImportMatch> imports = new ArrayList<>();
  final List<ImportMatch> members = new ArrayList<>();
  final List<ImportList> importLists = new ArrayList<>();
  public final List<Wrapping> importGroups = new ArrayList<>();
  public final List<Range> comments = new ArrayList<>();
  public final List<Range> prefixes = new ArrayList<>();
  public final List<Wrapping> wrappings = new ArrayList<>();
  public final Map<Integer, Range> bodiesByEnd = new HashMap<>();
  public final Set<String> exported = new HashSet<>();
  public final Set<String> local = new HashSet<>();
  public Range namespace = Range.NONE;
  public String inNamespace = "";

  public FileMatches(byte[] parsed) {
    this.parsed = parsed;
  }

  /**
   * Makes imports of the members that stand in a list; called once, when all matches are told. Of
   * lists in each other the innermost counts.
   */
  public void tieMembers() {
    members.sort(Comparator.comparingInt(ImportMatch::at));
    importLists.sort(Comparator.comparingInt(list -> list.around().start()));
    Deque<ImportList> open = new ArrayDeque<>();
    int next = 0;
    for (ImportMatch member : members) {
      while (next < importLists.size() && importLists.get(next).around().start() <= member.at()) {
        open.push(importLists.get(next++));
      }
      while (!open.isEmpty() && open.getFirst().around().end() <= member.at()) {
        open.pop();
      }
      if (!open.isEmpty()) {
        imports.add(member.from(open.getFirst()));
      }
    }
  }

  /** By the range of what is wrapped, the range of what is around it. */
  public Map<Range, Range> outer() {
    Map<Range, Range> outer = HashMap.newHashMap(wrappings.size());
    wrappings.forEach(wrapping -> outer.put(wrapping.inner(), wrapping.outer()));
    return outer;
  }

  /** Where names stand that are no symbols of this file: imported ones and its namespace. */
  public Set<Integer> namedElsewhere() {
    Set<Integer> places = new HashSet<>(Set.of(namespace.start()));
    for (ImportMatch match : imports) {
      places.add(match.alias().exists() ? match.alias().start() : match.at());
    }
    return places;
  }
}
