package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wiki made by hand of an invented repository, rich enough to judge by it how pages look. */
final class DemoWiki {
  private static final Pattern PART =
      Pattern.compile(
          "`([^`]+)`|“([^”]+)”|\\*\\*([^*]+)\\*\\*|\\[\\[([a-z0-9-]+)\\|([^\\]]+)\\]\\]|<(\\S+) ([^>]+)>");

  private DemoWiki() {}

  static final HostLinks LINKS =
      new HostLinks() {
        @Override
        public String lines(String path, int first, int last) {
          return "https://git.example.org/fernpost/fernpost/blob/4be19c7/"
              + path.replace(" ", "%20")
              + "#L"
              + first
              + "-L"
              + last;
        }

        @Override
        public String repository() {
          return "https://git.example.org/fernpost/fernpost";
        }
      };

  /** The invented files; each is stored with {@code .txt} behind its name. */
  static final TextReader TEXT =
      path -> {
        String resource = "fernpost/" + path + ".txt";
        try (InputStream in = DemoWiki.class.getResourceAsStream(resource)) {
          return in == null
              ? Optional.empty()
              : Optional.of(SourceText.of(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };

  static SnapshotId snapshot() {
    return new SnapshotId(
        "fernpost",
        Optional.of("https://git.example.org/fernpost/fernpost.git"),
        Optional.of("4be19c7d3f0a9be1c2d3e4f5a6b7c8d9e0f1a2b3"),
        "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c",
        "",
        false);
  }

  static Wiki.Numbers numbers() {
    return new Wiki.Numbers(
        130,
        13_577,
        482_110,
        1_204,
        3_310,
        2,
        Map.of("Java", 9_504L, "TypeScript", 2_987L, "SQL", 412L),
        Map.of(SkipReason.BINARY, 6, SkipReason.LOCK_FILE, 1, SkipReason.GENERATED, 1));
  }

  static Wiki wiki() {
    return new Wiki(
        snapshot(),
        "Fernpost follows parcels for small web shops.",
        List.of(
            overview(),
            architecture(),
            tracking(),
            estimates(),
            intake(),
            api(),
            configuration(),
            glossary()),
        numbers());
  }

  static Wiki of(Page... pages) {
    return new Wiki(snapshot(), "Fernpost follows parcels.", List.of(pages), numbers());
  }

  static Page page(String slug, Block... blocks) {
    return new Page(
        slug,
        "Page " + slug,
        Optional.empty(),
        "About " + slug + ".",
        List.of(section("", blocks)));
  }

  static Page.Section section(String heading, Block... blocks) {
    return new Page.Section(heading, List.of(blocks));
  }

  static Evidence at(String path, int start, int end) {
    return new Evidence(path, start, end);
  }

  /**
   * Words with backticks for code, “ ” for quotes, stars for strong, [[slug|text]] and <address
   * text>.
   */
  static Sentence say(String text, Evidence... evidence) {
    List<Inline> words = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int at = 0;
    while (part.find()) {
      if (part.start() > at) {
        words.add(new Inline.Plain(text.substring(at, part.start())));
      }
      words.add(inline(part));
      at = part.end();
    }
    if (at < text.length()) {
      words.add(new Inline.Plain(text.substring(at)));
    }
    return new Sentence(words, List.of(evidence));
  }

  private static Inline inline(Matcher part) {
    if (part.group(1) != null) {
      return new Inline.Code(part.group(1));
    }
    if (part.group(2) != null) {
      return new Inline.Quote(part.group(2));
    }
    if (part.group(3) != null) {
      return new Inline.Strong(part.group(3));
    }
    if (part.group(4) != null) {
      return new Inline.PageLink(part.group(4), part.group(5));
    }
    return new Inline.ExternalLink(part.group(6), part.group(7));
  }

  static Block paragraph(Sentence... sentences) {
    return new Block.Paragraph(List.of(sentences));
  }

  static Block items(boolean numbered, Sentence... items) {
    return new Block.Items(numbered, List.of(items).stream().map(List::of).toList());
  }

  private static Page overview() {
    return new Page(
        "overview",
        "Fernpost",
        Optional.empty(),
        "What Fernpost is, its parts, and where to start reading.",
        List.of(
            section(
                "",
                paragraph(
                    say(
                        "“Fernpost follows parcels for small web shops. A shop registers a tracking"
                            + " number; Fernpost collects the scans of three carriers, keeps one"
                            + " timeline per parcel and tells the buyer when something happens.”",
                        at("README.md", 3, 5))),
                paragraph(
                    say(
                        "The README names its readers: “It is meant for shops that send up to a few"
                            + " thousand parcels a day and want one page and one API instead of three"
                            + " carrier portals.”",
                        at("README.md", 7, 8)),
                    say(
                        "It also says what to look for elsewhere: “Label printing and payment are out"
                            + " of scope.”",
                        at("README.md", 8, 8))),
                paragraph(
                    say(
                        "Technically this is a Spring Boot service in Java 21 with a React client in"
                            + " TypeScript beside it",
                        at("README.md", 12, 12),
                        at("README.md", 20, 20)),
                    say("and PostgreSQL 16 behind it.", at("migration/V1__parcels.sql", 1, 10)),
                    say(
                        "Work reaches it in three ways: through ten HTTP routes ([[api-surface|API"
                            + " surface]]), through jobs, and through one command."))),
            section(
                "Get it, build it, run it, test it",
                paragraph(
                    say("You need JDK 21, Node 20 or newer and Docker.", at("README.md", 12, 12))),
                new Block.Table(
                    List.of("To", "Type", "What it does"),
                    List.of(
                        List.of(
                            say("get it"),
                            say("`git clone https://git.example.org/fernpost/fernpost.git`"),
                            say("copies the repository; the address this wiki was built from")),
                        List.of(
                            say("have a database"),
                            say("`make db`"),
                            say("starts PostgreSQL 16", at("README.md", 14, 14))),
                        List.of(
                            say("run it"),
                            say("`make run`"),
                            say(
                                "starts the server on port 8080 and the client on 5173",
                                at("README.md", 15, 15),
                                at("resources/application.yaml", 2, 2))),
                        List.of(
                            say("test it"),
                            say("`make test`"),
                            say("server and client tests", at("README.md", 16, 16))))),
                new Block.CodeBlock(
                    "bash",
                    "make db      # starts PostgreSQL 16\nmake run\nmake test\n",
                    Optional.of(at("README.md", 14, 16)))),
            section(
                "The parts at a glance",
                new Block.Figure(moduleMap()),
                items(
                    false,
                    say(
                        "**tracking** (11 files): “The life of a parcel: which state it is in, how it"
                            + " got there, and what may come next.”",
                        at("tracking/package-info.java", 1, 8)),
                    say(
                        "**intake** (8 files): its central type calls itself “The one door for scans,"
                            + " however they came.” See [[intake|Intake]]."),
                    say(
                        "**web client** (24 files): “The web client is a thin reader of the API; it"
                            + " keeps nothing of its own.”",
                        at("README.md", 22, 22)))),
            section(
                "Where to start reading",
                items(
                    true,
                    say(
                        "`TransitionTable`: the states between which `ParcelTracker.apply` moves a"
                            + " parcel.",
                        at("tracking/TransitionTable.java", 16, 27)),
                    say(
                        "`ParcelTracker.apply`: the function most paths from an entry point run"
                            + " through.",
                        at("tracking/ParcelTracker.java", 58, 80)),
                    say(
                        "`getParcel`, where the client meets the API.",
                        at("client/fernpost.ts", 11, 19))))));
  }

  static Diagram moduleMap() {
    Evidence tracker = at("tracking/ParcelTracker.java", 58, 80);
    return new Diagram(
        Diagram.Kind.MODULE_MAP,
        "Parts of Fernpost and how many lines refer from one to another",
        List.of(
            node("web", "web client", "24 files", Optional.empty()),
            node("api", "api", "9 files", Optional.of("api-surface")),
            node("tracking", "tracking", "11 files", Optional.of("tracking")),
            node("shops", "shops", "6 files", Optional.empty()),
            node("intake", "intake", "8 files", Optional.of("intake")),
            node("carriers", "carriers", "14 files", Optional.empty()),
            node("estimates", "estimates", "5 files", Optional.of("estimates")),
            node("notify", "notify", "9 files", Optional.empty()),
            node("store", "store", "8 files", Optional.empty()),
            new Diagram.Node(
                "db",
                "PostgreSQL",
                "",
                Optional.empty(),
                Optional.of(at("migration/V1__parcels.sql", 1, 10)))),
        List.of(
            edge("web", "api", "7 of 10 routes", at("client/fernpost.ts", 2, 2)),
            edge("api", "tracking", "23", at("tracking/ParcelTracker.java", 39, 50)),
            edge("api", "shops", "14"),
            edge("intake", "carriers", "11"),
            edge("intake", "tracking", "9", tracker),
            edge("tracking", "carriers", "8", at("tracking/ParcelTracker.java", 3, 4)),
            edge("tracking", "estimates", "4", at("tracking/ParcelTracker.java", 68, 70)),
            edge("notify", "tracking", "12"),
            edge("tracking", "notify", "3", at("tracking/ParcelTracker.java", 73, 75)),
            edge("store", "tracking", "31"),
            edge("store", "notify", "15"),
            edge("store", "shops", "12"),
            edge("store", "db", "")),
        List.of(
            say("The web client calls seven of the ten routes of `api`."),
            say(
                "`store` implements the storage of `tracking` (31), `notify` (15) and `shops` (12).")));
  }

  static Diagram.Node node(String id, String label, String detail, Optional<String> page) {
    return new Diagram.Node(id, label, detail, page, Optional.empty());
  }

  static Diagram.Edge edge(String from, String to, String label, Evidence... evidence) {
    return new Diagram.Edge(from, to, label, List.of(evidence));
  }

  private static Page architecture() {
    return new Page(
        "architecture",
        "Architecture",
        Optional.empty(),
        "Eight modules in six layers, and one cycle.",
        List.of(
            section(
                "",
                paragraph(
                    say(
                        "The 71 files of the server form eight modules, one per package below"
                            + " `dev.fernpost`."))),
            section(
                "Layers",
                new Block.Figure(
                    new Diagram(
                        Diagram.Kind.LAYERS,
                        "Layers of the server",
                        List.of(
                            node("l5", "api, store", "no module refers to them", Optional.empty()),
                            node("l4", "intake", "", Optional.of("intake")),
                            node(
                                "l3",
                                "tracking, notify",
                                "a cycle of two",
                                Optional.of("tracking")),
                            node("l2", "estimates", "", Optional.of("estimates")),
                            node("l1", "carriers", "", Optional.empty()),
                            node("l0", "shops", "refers to nothing", Optional.empty())),
                        List.of(
                            edge("l5", "l4", "9"),
                            edge("l4", "l3", "9", at("tracking/ParcelTracker.java", 58, 59)),
                            edge("l3", "l2", "4"),
                            edge("l2", "l1", "3"),
                            edge("l1", "l0", "1"),
                            edge("l5", "l3", "75"),
                            edge("l3", "l1", "8"),
                            edge("l5", "l0", "26"),
                            edge("l4", "l1", "11")),
                        List.of(
                            say(
                                "Every module refers only to layers below its own, except the pair."))))),
            section(
                "One cycle",
                paragraph(
                    say(
                        "`tracking` and `notify` refer to each other; the lighter direction has three"
                            + " lines, two of them calls of `NotificationPlanner.plan`.",
                        at("tracking/ParcelTracker.java", 74, 74),
                        at("tracking/ParcelTracker.java", 91, 91)),
                    say(
                        "The planner is a field of the tracker.",
                        at("tracking/ParcelTracker.java", 28, 28))))));
  }

  private static Page tracking() {
    Evidence tracker = at("tracking/ParcelTracker.java", 22, 94);
    return new Page(
        "tracking",
        "Tracking",
        Optional.of("architecture"),
        "What a scan means for a parcel.",
        List.of(
            section(
                "",
                paragraph(
                    say(
                        "“The life of a parcel: which state it is in, how it got there, and what may"
                            + " come next. Nothing here speaks HTTP or knows a carrier's format.”",
                        at("tracking/package-info.java", 1, 4)),
                    say(
                        "The module is the package `dev.fernpost.tracking`, 11 files and 1,246 lines,"
                            + " and stands in layer 3 of the [[architecture|architecture]]."))),
            section(
                "What is in it",
                new Block.Symbols(
                    List.of(
                        new Block.SymbolCard(
                            "ParcelTracker",
                            "class",
                            "public class ParcelTracker",
                            tracker,
                            Optional.of(
                                say(
                                    "“Moves a parcel from scan to scan. The only writer of parcel"
                                        + " state.”",
                                    at("tracking/ParcelTracker.java", 16, 21))),
                            List.of(
                                say("Has three public methods; two routes and one job call them."),
                                say(
                                    "Depends on `ParcelStore`, `DeliveryEstimator` and"
                                        + " `NotificationPlanner`.",
                                    at("tracking/ParcelTracker.java", 26, 29)))),
                        new Block.SymbolCard(
                            "ParcelTracker.apply",
                            "method",
                            "public ParcelState apply(ScanEvent scan)",
                            at("tracking/ParcelTracker.java", 58, 80),
                            Optional.of(
                                say(
                                    "Takes in one scan and returns the state after it.",
                                    at("tracking/ParcelTracker.java", 52, 57))),
                            List.of(
                                say(
                                    "Locks the parcel's row until the transaction ends.",
                                    at("tracking/ParcelTracker.java", 60, 61)),
                                say(
                                    "If `moved` holds, it also calls `DeliveryEstimator.estimate` and"
                                        + " then `NotificationPlanner.plan`.",
                                    at("tracking/ParcelTracker.java", 68, 70),
                                    at("tracking/ParcelTracker.java", 73, 75)))),
                        new Block.SymbolCard(
                            "TransitionTable.next",
                            "static method",
                            "static Optional<ParcelState> next(ParcelState current, ParcelState"
                                + " wanted)",
                            at("tracking/TransitionTable.java", 38, 47),
                            Optional.empty(),
                            List.of())))),
            section(
                "The states",
                new Block.Figure(states()),
                new Block.Excerpt(
                    at("tracking/TransitionTable.java", 19, 28),
                    "java",
                    TEXT.text("tracking/TransitionTable.java").orElseThrow().lines(19, 28))),
            section(
                "Settings",
                paragraph(
                    say(
                        "One setting is read here: `fernpost.tracking.lost-after`, 14 days unless"
                            + " changed.",
                        at("resources/application.yaml", 15, 15))))));
  }

  private static Diagram states() {
    Evidence table = at("tracking/TransitionTable.java", 19, 27);
    String[][] allowed = {
      {"registered", "accepted"},
      {"registered", "transit"},
      {"registered", "lost"},
      {"accepted", "transit"},
      {"accepted", "lost"},
      {"transit", "out"},
      {"transit", "returned"},
      {"transit", "lost"},
      {"out", "delivered"},
      {"out", "failed"},
      {"out", "lost"},
      {"failed", "out"},
      {"failed", "returned"},
      {"lost", "transit"}
    };
    List<Diagram.Edge> edges = new ArrayList<>();
    for (String[] one : allowed) {
      edges.add(edge(one[0], one[1], "", table));
    }
    return new Diagram(
        Diagram.Kind.MODULE_MAP,
        "Which state may follow which",
        List.of(
            node("registered", "REGISTERED", "", Optional.empty()),
            node("accepted", "ACCEPTED", "", Optional.empty()),
            node("transit", "IN_TRANSIT", "", Optional.empty()),
            node("out", "OUT_FOR_DELIVERY", "", Optional.empty()),
            node("delivered", "DELIVERED", "final", Optional.empty()),
            node("failed", "FAILED_ATTEMPT", "", Optional.empty()),
            node("returned", "RETURNED", "final", Optional.empty()),
            node("lost", "LOST", "", Optional.empty())),
        edges,
        List.of(
            say("DELIVERED and RETURNED have no way out.", table),
            say(
                "Four states can lead to LOST, and LOST leads back to IN_TRANSIT.",
                at("tracking/TransitionTable.java", 25, 25))));
  }

  private static Page estimates() {
    return new Page(
        "estimates",
        "Estimates",
        Optional.of("architecture"),
        "When a parcel will arrive.",
        List.of(
            section(
                "",
                paragraph(
                    say(
                        "Estimates produces an `Estimate`; its only caller is"
                            + " `ParcelTracker.apply`.",
                        at("tracking/ParcelTracker.java", 69, 69))),
                new Block.Figure(
                    new Diagram(
                        Diagram.Kind.CLASSES,
                        "Types of the module",
                        List.of(
                            node("base", "Estimator", "interface", Optional.empty()),
                            node("a", "MedianEstimator", "", Optional.empty()),
                            node("b", "CarrierPromiseEstimator", "", Optional.empty()),
                            node("c", "CachedEstimator", "", Optional.empty())),
                        List.of(
                            edge("a", "base", "implements"),
                            edge("b", "base", "implements"),
                            edge("c", "base", "implements"),
                            edge("c", "a", "wraps")),
                        List.of(say("Three classes implement `Estimator`.")))))));
  }

  private static Page intake() {
    return new Page(
        "intake",
        "Intake",
        Optional.of("architecture"),
        "The one door for scans.",
        List.of(
            section(
                "",
                paragraph(
                    say(
                        "Dead letters are fed back by `replay.py`, which sends at most 500 of them.",
                        at("tools/replay.py", 8, 8),
                        at("tools/replay.py", 28, 36)))),
            section(
                "The command replay",
                new Block.Excerpt(
                    at("tools/replay.py", 11, 19),
                    "python",
                    TEXT.text("tools/replay.py").orElseThrow().lines(11, 19)))));
  }

  private static Page api() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (String route :
        List.of(
            "GET /api/parcels",
            "POST /api/parcels",
            "GET /api/parcels/{number}",
            "POST /api/parcels/{number}/subscriptions",
            "DELETE /api/subscriptions/{id}",
            "GET /api/shop",
            "PUT /api/shop/settings")) {
      rows.add(
          List.of(
              say("`" + route + "`"),
              say(
                  "`" + route.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "") + "`",
                  at("tracking/ParcelTracker.java", 39, 50)),
              say("`ParcelTracker.register`"),
              say("`getParcel`", at("client/fernpost.ts", 11, 19))));
    }
    return new Page(
        "api-surface",
        "API surface",
        Optional.empty(),
        "Ten routes, one command, three jobs.",
        List.of(
            section(
                "", paragraph(say("The server answers ten HTTP routes and offers one command."))),
            section(
                "Routes for shops",
                new Block.Table(
                    List.of("Route", "Handler", "What it reaches", "Called in the client by"),
                    rows),
                paragraph(
                    say(
                        "The form of replies is described at <https://www.rfc-editor.org/rfc/rfc9457"
                            + " RFC 9457>.")))));
  }

  private static Page configuration() {
    return new Page(
        "configuration",
        "Configuration",
        Optional.empty(),
        "Seventeen settings, eight of them required.",
        List.of(
            section(
                "",
                paragraph(
                    say(
                        "Seventeen settings steer Fernpost. **Eight have no default and must be"
                            + " given.**",
                        at("resources/application.yaml", 6, 8))),
                new Block.Table(
                    List.of("Setting", "Default", "Read by"),
                    List.of(
                        List.of(
                            say("`server.port`", at("resources/application.yaml", 2, 2)),
                            say("8080"),
                            say("the framework")),
                        List.of(
                            say(
                                "`fernpost.outbox.every`",
                                at("resources/application.yaml", 17, 17)),
                            say("20s"),
                            say("`OutboxJob`")))))));
  }

  private static Page glossary() {
    return new Page(
        "glossary",
        "Glossary",
        Optional.empty(),
        "Words of the subject.",
        List.of(
            section(
                "",
                items(
                    false,
                    say("**Dead letter.** “Scans we could not use, kept for a human.”"),
                    say(
                        "**Parcel.** One row of `parcels`; the number is unique per carrier.",
                        at("migration/V1__parcels.sql", 2, 10))))));
  }
}
