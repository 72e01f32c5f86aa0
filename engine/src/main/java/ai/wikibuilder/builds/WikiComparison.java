package ai.wikibuilder.builds;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What changed from one generation to another: files, pages, and which part leans on which.
 * Immutable.
 *
 * @param changes names by what became of them, in a fixed order; each list sorted
 */
public record WikiComparison(Map<String, List<String>> changes) {
  public WikiComparison {
    changes = new LinkedHashMap<>(changes);
  }

  /** Compares two generations; both stay open. */
  public static WikiComparison of(Generation from, Generation to) {
    Map<String, List<String>> changes = new LinkedHashMap<>();
    compare("files", files(from), files(to), changes);
    Optional<Wiki> before = WikiCheck.pages(from.wikiFolder());
    Optional<Wiki> after = WikiCheck.pages(to.wikiFolder());
    compare("pages", pages(before), pages(after), changes);
    compare("dependencies", dependencies(before), dependencies(after), changes);
    return new WikiComparison(changes);
  }

  private static void compare(
      String what,
      Map<String, String> before,
      Map<String, String> after,
      Map<String, List<String>> changes) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    after.forEach((name, content) -> {
      String old = before.get(name);
      if (old == null) {
        added.add(name);
      } else if (!old.equals(content)) {
        changed.add(name);
      }
    });
    List<String> removed =
        before.keySet().stream().filter(name -> !after.containsKey(name)).toList();
    changes.put(what + " added", added);
    changes.put(what + " removed", removed);
    changes.put(what + " changed", changed);
  }

  private static Map<String, String> files(Generation generation) {
    Map<String, String> files = new TreeMap<>();
    for (StoredFile file : generation.files()) {
      files.put(file.path(), file.blobId());
    }
    return files;
  }

  private static Map<String, String> pages(Optional<Wiki> wiki) {
    Map<String, String> pages = new TreeMap<>();
    wiki.ifPresent(
        found -> found.pages().forEach(page -> pages.put(page.slug(), page.sections().toString())));
    return pages;
  }

  /** Arrows of the maps of modules, with the number of lines behind each. */
  private static Map<String, String> dependencies(Optional<Wiki> wiki) {
    Map<String, String> arrows = new TreeMap<>();
    wiki.ifPresent(found -> {
      for (Page page : found.pages()) {
        for (Page.Section section : page.sections()) {
          for (Block block : section.blocks()) {
            if (block instanceof Block.Figure(Diagram diagram)
                && diagram.kind() == Diagram.Kind.MODULE_MAP) {
              diagram
                  .edges()
                  .forEach(edge -> arrows.put(edge.from() + " -> " + edge.to(), edge.label()));
            }
          }
        }
      }
    });
    return arrows;
  }
}
