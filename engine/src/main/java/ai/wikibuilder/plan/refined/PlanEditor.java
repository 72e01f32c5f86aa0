package ai.wikibuilder.plan.refined;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.steering.Steering;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes over the edits that lose nothing, one by one; what cannot be done is counted and left out.
 * For one plan.
 */
final class PlanEditor {
  /** Pages a model may add. */
  private static final int ADDITION_COUNT_MAX = 5;

  private static final int TITLE_LENGTH_MAX = 60;

  /** What no title has: signs that show nothing or turn the line around, and markup. */
  private static final Pattern NO_WORD =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}<>\\[\\]{}`|*\\\\]");

  /** Share of the pages about modules that may be merged: more would be a new plan. */
  private static final double MERGED_SHARE_MAX = 1 / 3.0;

  private final CodeGraph graph;
  private final WikiPlan plan;
  private final Map<String, PlannedPage> pages = new LinkedHashMap<>();
  private final List<Steering.Topic> topics;
  private int refused;

  /** Whether pages came, went or moved, so that they are no longer in the order of a tree. */
  private boolean rearranged;

  PlanEditor(CodeGraph graph, WikiPlan plan) {
    this.graph = graph;
    this.plan = plan;
    this.topics = new ArrayList<>(plan.steering().topics());
    plan.pages().forEach(page -> pages.put(page.slug(), page));
  }

  /** Edits that could not be done. */
  int refusedCount() {
    return refused;
  }

  /** The plan with the edits; every module it told of is told of still. */
  WikiPlan edited(PlanEdits edits) {
    edits.renames().forEach(rename -> refused += rename(rename) ? 0 : 1);
    edits.splits().forEach(split -> count(split(split)));
    int mergesLeft =
        (int) (plan.pages().stream().filter(PlanEditor::isModule).count() * MERGED_SHARE_MAX);
    for (PlanEdits.Merge merge : edits.merges()) {
      boolean done = mergesLeft > 0 && merge(merge);
      mergesLeft -= done ? 1 : 0;
      count(done);
    }
    edits.moves().forEach(move -> count(move(move)));
    List<PlanEdits.Addition> additions = edits.additions();
    refused += Math.max(0, additions.size() - ADDITION_COUNT_MAX);
    additions.stream().limit(ADDITION_COUNT_MAX).forEach(added -> count(add(added)));
    List<PlannedPage> ordered = new ArrayList<>();
    if (rearranged || !edits.order().isEmpty()) {
      addBelow(Optional.empty(), edits.order(), ordered);
    } else {
      ordered.addAll(pages.values());
    }
    return new WikiPlan(ordered, plan.documents(), steering());
  }

  private void count(boolean done) {
    refused += done ? 0 : 1;
    rearranged |= done;
  }

  private Steering steering() {
    Steering given = plan.steering();
    return new Steering(
        given.path(),
        given.language(),
        given.notes(),
        topics,
        given.include(),
        given.exclude(),
        given.problems());
  }

  private static boolean isModule(PlannedPage page) {
    return (page.kind() == PlannedPage.Kind.MODULE || page.kind() == PlannedPage.Kind.AREA)
        && page.module() >= 0;
  }

  private boolean rename(PlanEdits.Rename rename) {
    PlannedPage page = pages.get(rename.slug());
    if (page == null || !isModule(page) || !isTitle(rename.title())) {
      return false;
    }
    pages.put(page.slug(), with(page, rename.title(), page.parent(), page.folded()));
    return true;
  }

  /** One line of words nobody else has, and nothing that is no word: markup, hidden signs. */
  private boolean isTitle(String title) {
    return title.length() <= TITLE_LENGTH_MAX
        && title.codePoints().anyMatch(Character::isLetterOrDigit)
        && !NO_WORD.matcher(title).find()
        && pages.values().stream().noneMatch(page -> page.title().equalsIgnoreCase(title));
  }

  private boolean move(PlanEdits.Move move) {
    PlannedPage page = pages.get(move.slug());
    PlannedPage below = pages.get(move.below());
    if (page == null || below == null || page.parent().isEmpty() || isInside(below, page.slug())) {
      return false;
    }
    pages.put(page.slug(), with(page, page.title(), Optional.of(below.slug()), page.folded()));
    return true;
  }

  /** Whether a page is another one or stands below it. */
  private boolean isInside(PlannedPage page, String slug) {
    Optional<PlannedPage> at = Optional.of(page);
    while (at.isPresent()) {
      if (at.get().slug().equals(slug)) {
        return true;
      }
      at = at.get().parent().map(pages::get);
    }
    return false;
  }

  private boolean merge(PlanEdits.Merge merge) {
    PlannedPage page = pages.get(merge.slug());
    PlannedPage into = pages.get(merge.into());
    if (page == null
        || into == null
        || !isModule(page)
        || !isModule(into)
        || isInside(into, page.slug())) {
      return false;
    }
    List<Integer> folded = new ArrayList<>(into.folded());
    if (!graph.modules().get(page.module()).files().isEmpty()) {
      folded.add(page.module());
    }
    folded.addAll(page.folded());
    pages.remove(page.slug());
    pages.put(into.slug(), with(into, into.title(), into.parent(), folded));
    for (PlannedPage child : List.copyOf(pages.values())) {
      if (child.parent().equals(Optional.of(page.slug()))) {
        pages.put(
            child.slug(), with(child, child.title(), Optional.of(into.slug()), child.folded()));
      }
    }
    return true;
  }

  private boolean split(PlanEdits.Split split) {
    for (PlannedPage page : List.copyOf(pages.values())) {
      if (page.folded().contains(split.part()) && pages.size() < Planner.PAGE_COUNT_MAX) {
        String key = graph.modules().get(split.part()).key();
        String slug = slug(key);
        if (pages.containsKey(slug) || !isTitle(split.title())) {
          return false;
        }
        List<Integer> rest = new ArrayList<>(page.folded());
        rest.removeIf(part -> part == split.part());
        boolean emptied = page.module() < 0 && rest.isEmpty();
        if (emptied) {
          pages.remove(page.slug());
        } else {
          pages.put(page.slug(), with(page, page.title(), page.parent(), rest));
        }
        String parent = page.module() < 0 ? Planner.OVERVIEW : page.slug();
        pages.put(
            slug,
            new PlannedPage(
                slug,
                split.title(),
                Optional.of(parent),
                PlannedPage.Kind.MODULE,
                split.part(),
                List.of()));
        return true;
      }
    }
    return false;
  }

  private boolean add(PlanEdits.Addition addition) {
    List<String> real =
        addition.paths().stream().filter(path -> !path.isEmpty() && matchesAFile(path)).toList();
    String slug = added(addition.title());
    boolean possible =
        isTitle(addition.title())
            && !real.isEmpty()
            && !pages.containsKey(slug)
            && pages.size() < Planner.PAGE_COUNT_MAX;
    if (!possible) {
      return false;
    }
    Optional<PlannedPage> named = Optional.ofNullable(pages.get(addition.below()));
    String below = named.map(PlannedPage::slug).orElse(Planner.OVERVIEW);
    String belowTitle = named.map(PlannedPage::title).orElse("");
    pages.put(
        slug,
        new PlannedPage(
            slug,
            addition.title(),
            Optional.of(below),
            PlannedPage.Kind.TOPIC,
            topics.size(),
            List.of()));
    topics.add(new Steering.Topic(addition.title(), belowTitle, real, List.of(), 0));
    return true;
  }

  private boolean matchesAFile(String pattern) {
    for (int file = 0; file < graph.fileCount(); file++) {
      if (Steering.matches(List.of(pattern), graph.path(file))) {
        return true;
      }
    }
    return false;
  }

  private static String slug(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFD).replace('ı', 'i');
    return plain
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  /** The address of an added page; one whose title has no letters of addresses gets a number. */
  private String added(String title) {
    String words = slug(title);
    int number = 1;
    while (words.isEmpty() || (number > 1 && pages.containsKey(words))) {
      words = "subject-" + number++;
    }
    return words;
  }

  /** A page and those below it, the ones that are named first in the order asked for. */
  private void addBelow(Optional<String> parent, List<String> order, List<PlannedPage> ordered) {
    Map<String, Integer> places = new HashMap<>();
    order.forEach(slug -> places.putIfAbsent(slug, places.size()));
    List<PlannedPage> here = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (PlannedPage page : pages.values()) {
      if (page.parent().equals(parent) && kept.add(page.slug())) {
        here.add(page);
      }
    }
    List<PlannedPage> named =
        here.stream()
            .filter(page -> places.containsKey(page.slug()))
            .sorted(Comparator.comparingInt(page -> places.getOrDefault(page.slug(), 0)))
            .toList();
    int next = 0;
    for (PlannedPage page : here) {
      PlannedPage placed = places.containsKey(page.slug()) ? named.get(next++) : page;
      ordered.add(placed);
      addBelow(Optional.of(placed.slug()), order, ordered);
    }
  }

  private static PlannedPage with(
      PlannedPage page, String title, Optional<String> parent, List<Integer> folded) {
    return new PlannedPage(page.slug(), title, parent, page.kind(), page.module(), folded);
  }
}
