package ai.wikibuilder.pages.prose;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.WikiPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which pages a model writes, in which order, and how much evidence each is given.
 *
 * <p>Idea: the overview is drafted first, so that there is something to read and the shared part of
 * the prompts is known to the provider's cache. Then come rounds from the leaves of the tree
 * upwards: a page is written when those below it are. The pages of one round do not depend on each
 * other.
 */
final class WritingOrder {
  /** Part of the budget that is kept for repairs and the second call for the overview. */
  private static final double KEPT_SHARE = 0.15;

  /** Files from which on a module has all the evidence a page may have. */
  private static final double MANY_FILES = 40;

  /**
   * One page to write.
   *
   * @param composed the page as it is without a model
   * @param exhibits that its writer is told of, a line each
   * @param evidenceTokensMax tokens of its evidence
   */
  record Order(PlannedPage planned, Page composed, String exhibits, int evidenceTokensMax) {
    Order with(int tokensMax) {
      return new Order(planned, composed, exhibits, tokensMax);
    }
  }

  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, String> withoutRoom = new LinkedHashMap<>();
  private final List<List<Order>> rounds = new ArrayList<>();

  /**
   * What is written of, and with what.
   *
   * @param room of the model that writes
   * @param frameTokens tokens of a prompt beside its evidence, as they count against the budget
   */
  record Means(ProseSettings settings, PageRoom room, int frameTokens) {}

  WritingOrder(CodeGraph graph, WikiPlan plan, Wiki composed, Means means) {
    Map<String, Page> pages = new HashMap<>();
    composed.pages().forEach(page -> pages.put(page.slug(), page));
    List<Order> chosen = new ArrayList<>();
    for (PlannedPage planned : byRank(plan, pages)) {
      if (chosen.size() < means.settings().pageCountMax()) {
        Page page = Optional.ofNullable(pages.get(planned.slug())).orElseThrow();
        PageRoom room = means.room();
        int beside = besideTokens(planned, plan, room);
        String exhibits =
            room.fitted(Exhibits.of(page).list(), room.exhibitsTokensMax(planned.kind(), beside));
        int most = room.evidenceTokensMax(planned.kind(), beside + room.tokens(exhibits));
        if (most < PageRoom.EVIDENCE_TOKENS_MIN) {
          withoutRoom.put(planned.slug(), room.lacking(planned.kind(), beside));
        } else {
          chosen.add(new Order(planned, page, exhibits, most));
        }
      }
    }
    double weightSum = chosen.stream().mapToDouble(one -> weight(graph, one.planned())).sum();
    double budget =
        means.settings().inputTokensMax() * (1 - KEPT_SHARE)
            - (double) means.frameTokens() * chosen.size();
    for (Order one : chosen) {
      int share = (int) (budget * weight(graph, one.planned()) / weightSum);
      int tokens = Math.clamp(share, PageRoom.EVIDENCE_TOKENS_MIN, one.evidenceTokensMax());
      orders.put(one.planned().slug(), one.with(tokens));
    }
    arrange();
  }

  /** Tokens of what a prompt has of the page itself beside evidence and exhibits. */
  private static int besideTokens(PlannedPage planned, WikiPlan plan, PageRoom room) {
    int below = 0;
    for (PlannedPage other : plan.pages()) {
      boolean child = other.parent().equals(Optional.of(planned.slug()));
      below += child && isWritten(other.kind()) ? 1 : 0;
    }
    return room.tokens(String.join("\n", Desk.notes(planned, plan.steering())))
        + room.belowTokensMax(planned.kind(), below);
  }

  /** Overview and subjects first, then modules by their depth: outer ones matter more. */
  private static List<PlannedPage> byRank(WikiPlan plan, Map<String, Page> pages) {
    Map<String, Integer> depths = new HashMap<>();
    List<PlannedPage> found = new ArrayList<>();
    for (PlannedPage page : plan.pages()) {
      int depth = page.parent().map(parent -> depths.getOrDefault(parent, 0) + 1).orElse(0);
      depths.put(page.slug(), depth);
      if (pages.containsKey(page.slug()) && isWritten(page.kind())) {
        found.add(page);
      }
    }
    found.sort(
        Comparator.comparingInt(
            page -> isModule(page) ? 1 + depths.getOrDefault(page.slug(), 0) : 0));
    return found;
  }

  /** Lists of words and documents are as good as they get without prose. */
  static boolean isWritten(PlannedPage.Kind kind) {
    return kind != PlannedPage.Kind.GLOSSARY && kind != PlannedPage.Kind.DOCUMENTS;
  }

  private static boolean isModule(PlannedPage page) {
    return page.kind() == PlannedPage.Kind.MODULE || page.kind() == PlannedPage.Kind.AREA;
  }

  private static double weight(CodeGraph graph, PlannedPage page) {
    return switch (page.kind()) {
      case OVERVIEW -> 1.5;
      case ARCHITECTURE, TOPIC -> 1.2;
      case AREA -> 0.7;
      case MODULE -> 0.7 + 0.8 * Math.min(1, files(graph, page) / MANY_FILES);
      case DATA_MODEL, API, CONFIGURATION, BUILD, DEPLOYMENT, GLOSSARY, DOCUMENTS -> 0.7;
    };
  }

  private static int files(CodeGraph graph, PlannedPage page) {
    return page.module() < 0 ? 0 : graph.modules().get(page.module()).files().size();
  }

  private void arrange() {
    Set<String> written = new HashSet<>();
    List<Order> left = new ArrayList<>(orders.values());
    left.removeIf(order -> order.planned().kind() == PlannedPage.Kind.OVERVIEW);
    // what it says of the whole rests on all the parts
    List<Order> last = left.stream().filter(WritingOrder::isArchitecture).toList();
    left.removeAll(last);
    while (!left.isEmpty()) {
      List<Order> round = new ArrayList<>();
      for (Order order : left) {
        if (below(order.planned().slug()).stream().allMatch(written::contains)) {
          round.add(order);
        }
      }
      round.forEach(order -> written.add(order.planned().slug()));
      left.removeAll(round);
      rounds.add(List.copyOf(round));
    }
    rounds.add(last);
  }

  private static boolean isArchitecture(Order order) {
    return order.planned().kind() == PlannedPage.Kind.ARCHITECTURE;
  }

  /** Slugs of the written pages right below a page. */
  List<String> below(String slug) {
    return orders.values().stream()
        .map(Order::planned)
        .filter(page -> page.parent().equals(Optional.of(slug)))
        .map(PlannedPage::slug)
        .toList();
  }

  /** The first page; empty when there is none to write. */
  Optional<Order> overview() {
    return orders.values().stream()
        .filter(order -> order.planned().kind() == PlannedPage.Kind.OVERVIEW)
        .findFirst();
  }

  /** All others, those of one round side by side, a page after those below it. */
  List<List<Order>> rounds() {
    return List.copyOf(rounds);
  }

  /** Pages that would be written if the model's context held their prompts: why not, by slug. */
  Map<String, String> withoutRoom() {
    return withoutRoom;
  }

  /** All pages that are written. */
  List<Order> all() {
    return List.copyOf(orders.values());
  }
}
