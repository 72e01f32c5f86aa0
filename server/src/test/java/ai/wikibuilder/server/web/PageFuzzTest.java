package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.fuzz.Values;
import ai.wikibuilder.server.web.PageMatrixTest.For;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Opens every page and sends every form by whom it is for, with fields of all forms, some of them
 * strange. No answer is a fault of ours, shows where in the program it comes from, leads elsewhere
 * or gives back markup as it was sent.
 */
@ExtendWith(RunningServer.class)
class PageFuzzTest {
  private static final int CALL_COUNT_EACH = 8;
  private static final int CALL_COUNT_EACH_LONG = 100;

  /** Answers, maps and builds take their time. */
  private static final Pattern DEAR =
      Pattern.compile(".*/(?:ask|map|research|build|part|writer/?\\w*|events|export)(?:/.*)?");

  private static final int CALL_COUNT_DEAR = 4;
  private static final int FAULTS_SHOWN_MAX = 20;

  /** Where a field of a form or of an address is read. */
  private static final Pattern NAME =
      Pattern.compile("form\\.\\w+\\(\"([\\w.-]+)\"\\)|@RequestParam(?:\\([^)]*\\))? \\w+ (\\w+)");

  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\bat (?:ai|org|java)\\.|PSQL|SQLSTATE|org\\.springframework");

  /** On this host, or at the provider where somebody logs in. */
  private static final String STAYS = "(?:/(?![/\\\\]).*|https://github\\.example\\.org/login/.*)?";

  private static final List<String> SENSIBLE =
      List.of(
          "1",
          "on",
          "yes",
          "member",
          "html",
          "tr",
          "x@example.org",
          "four words that rhyme",
          "https://git.example.org/a/b.git",
          "src",
          "0 3 * * *",
          "2.00usd",
          "tide");

  @Test
  void noPageOrFormAnswersWithAFaultOfOurs(Server server, GitHost git) throws Exception {
    fuzz(new PageStage(server, git), CALL_COUNT_EACH, 20_261_127L);
  }

  @Test
  @Tag("long")
  void noPageOrFormAnswersWithAFaultOfOursManyTimes(Server server, GitHost git) throws Exception {
    fuzz(new PageStage(server, git), CALL_COUNT_EACH_LONG, 7_412L);
  }

  private static void fuzz(PageStage stage, int each, long seed) throws IOException {
    List<String> names = names();
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, For> route : PageMatrixTest.routes().entrySet()) {
      int calls = DEAR.matcher(route.getKey()).matches() ? Math.min(each, CALL_COUNT_DEAR) : each;
      for (int i = 0; i < calls && faults.size() < FAULTS_SHOWN_MAX; i++) {
        Random random = new Random(seed + route.getKey().hashCode() + i);
        PageStage.Extras extras =
            new PageStage.Extras(fields(random, names), fields(random, names) + "&odd=%zz");
        Reply reply = stage.ask(route.getKey(), asking(route.getValue(), random), "OWN", extras);
        for (String fault : faults(reply)) {
          faults.add("%s: %s, call %d with %s".formatted(fault, route.getKey(), i, extras));
        }
      }
    }
    assertThat(faults).as("seed %d", seed).isEmpty();
  }

  /** Names of the fields that pages read. */
  private static List<String> names() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Path pages = Path.of("src/main/java/ai/wikibuilder/server/web");
    try (Stream<Path> sources = Files.walk(pages)) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher name = NAME.matcher(Files.readString(source));
        while (name.find()) {
          names.add(name.group(1) == null ? name.group(2) : name.group(1));
        }
      }
    }
    assertThat(names).contains("email", "address", "question", "before", "page");
    return List.copyOf(names);
  }

  private static String asking(For whom, Random random) {
    return switch (whom) {
      case OPERATOR -> "OPERATOR";
      case ALL -> random.nextBoolean() ? "ANONYMOUS" : "READER";
      default -> "OWNER";
    };
  }

  private static String fields(Random random, List<String> names) {
    List<String> fields = new ArrayList<>();
    for (String name : names) {
      int kind = random.nextInt(10);
      List<String> from = kind < 3 ? Values.STRANGE : SENSIBLE;
      String value = from.get(random.nextInt(from.size()));
      if (kind < 6) {
        fields.add(name + "=" + URLEncoder.encode(shortened(value), StandardCharsets.UTF_8));
      }
    }
    fields.add(List.of("odd=%ff", "=", "odd", "&&").get(random.nextInt(4)));
    return String.join("&", fields);
  }

  /** Addresses have a limit, which has a test of its own. */
  private static String shortened(String value) {
    return value.length() > 100 ? "a".repeat(100) : value;
  }

  private static List<String> faults(Reply reply) {
    List<String> faults = new ArrayList<>();
    if (reply.status() >= 500) {
      faults.add("answered " + reply.status() + " " + reply.body());
    }
    if (INSIDE.matcher(reply.body()).find()) {
      faults.add("shows its inside: " + reply.body());
    }
    if (reply.body().contains("<script>alert(1)")) {
      faults.add("gives markup back: " + reply.body());
    }
    if (!PageClient.location(reply).matches(STAYS)) {
      faults.add("leads to " + PageClient.location(reply));
    }
    return faults;
  }
}
