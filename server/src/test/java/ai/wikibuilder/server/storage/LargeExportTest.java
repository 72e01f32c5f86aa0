package ai.wikibuilder.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.generations.Placement;
import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Wiki;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.repositories.Repositories;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exports of a wiki of 500 pages, more than a plan has: its folder is filled up by hand. That
 * memory does not grow with them is shown beside the writers ({@code ManyPagesTest}).
 */
@ExtendWith(RunningServer.class)
class LargeExportTest {
  private static final int PAGE_COUNT = 500;
  private static final int PAGE_CHARS = 80_000;

  /** Longer than an answer in the background may take where nothing else is said. */
  private static final Duration SLOW = Duration.ofSeconds(36);

  private final HttpClient http = HttpClient.newHttpClient();
  private GenerationStore store;
  private Server server;
  private Wiki wiki;
  private Path folder;

  @BeforeEach
  void aLargeWiki(Server running, GitHost git) throws IOException {
    server = running;
    Cast cast = new Cast(server);
    wiki = cast.wiki(cast.organisation(), git);
    store = cast.part(GenerationStore.class);
    Placement place =
        StoredAt.shown(
                cast.part(Repositories.class).find(wiki.organisation().tenant(), wiki.repository()))
            .map(store.folders()::of)
            .orElseThrow();
    folder = place.wiki();
    fillUp();
    enter(place.folder().resolve("manifest"));
  }

  /** Files of a site are compared with what the manifest says of them. */
  private void enter(Path manifest) throws IOException {
    StringBuilder lines = new StringBuilder();
    Files.readString(manifest)
        .lines()
        .filter(line -> !line.startsWith("end ") && !line.endsWith(" wiki/wiki.json"))
        .forEach(line -> lines.append(line).append('\n'));
    lines.append(entry("wiki.json"));
    try (Stream<Path> more = Files.list(folder.resolve("pages"))) {
      for (Path page : more.filter(file -> name(file).startsWith("more-")).toList()) {
        lines.append(entry("pages/" + name(page)));
      }
    }
    String end = "end " + hex(lines.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
    Files.delete(manifest);
    Files.writeString(manifest, lines + end);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private String entry(String name) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(name));
    CRC32C crc = new CRC32C();
    crc.update(content);
    return "%s %x %d wiki/%s\n".formatted(hex(content), (int) crc.getValue(), content.length, name);
  }

  private static String hex(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void fillUp() throws IOException {
    JsonMapper mapper = new JsonMapper();
    Path file = folder.resolve("wiki.json");
    ObjectNode whole = (ObjectNode) mapper.readTree(Files.readString(file));
    Files.createDirectories(folder.resolve("pages"));
    ArrayNode pages = (ArrayNode) whole.path("pages");
    for (int i = pages.size(); i < PAGE_COUNT; i++) {
      ObjectNode page = ((ObjectNode) pages.path(0)).deepCopy();
      page.put("slug", "more-" + i);
      page.remove("parent");
      pages.add(page);
      Files.writeString(folder.resolve("pages/more-%d.html".formatted(i)), page(i));
    }
    Files.delete(file); // others may hold the same file
    Files.writeString(file, mapper.writeValueAsString(whole));
  }

  private static String page(int number) {
    return "<!doctype html>\n<html lang=\"en\"><head><title>More</title></head><body>\n"
        + "<main id=\"content\"><h1>More %d</h1>".formatted(number)
        + ("<p>tide " + number + " </p>").repeat(PAGE_CHARS / 16)
        + "</main></body></html>\n";
  }

  private HttpRequest request(String format) {
    return HttpRequest.newBuilder(server.address().resolve(path(format)))
        .header("Authorization", "Bearer " + wiki.organisation().owner().token())
        .build();
  }

  private String path(String format) {
    return "/api/repositories/%s/export?format=%s".formatted(wiki.repository(), format);
  }

  @Test
  void holdAllPagesAndEnd() throws Exception {
    int zipped = 0;
    try (ZipInputStream zip =
        new ZipInputStream(http.send(request("zip"), BodyHandlers.ofInputStream()).body())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zipped += entry.getName().matches(".*/pages/more-\\d+\\.html") ? 1 : 0;
      }
    }
    HttpResponse<String> html = http.send(request("html"), BodyHandlers.ofString());
    HttpResponse<String> json = http.send(request("json"), BodyHandlers.ofString());

    assertThat(zipped).isGreaterThan(PAGE_COUNT - 50);
    assertThat(html.body()).contains("<h1>More %d</h1>".formatted(PAGE_COUNT - 1));
    assertThat(html.body().strip()).endsWith("</html>");
    assertThat(json.body()).contains("\"more-%d\"".formatted(PAGE_COUNT - 1)).endsWith("}");
    requireNothingIsHeld();
  }

  @Test
  void leaveNothingBehindWhenTheReaderGoesAway() throws Exception {
    for (String format : new String[] {"html", "zip", "json"}) {
      HttpResponse<InputStream> reply = http.send(request(format), BodyHandlers.ofInputStream());
      assertThat(reply.body().readNBytes(1_000)).hasSize(1_000);
      reply.body().close();
    }

    requireNothingIsHeld();
  }

  /** It keeps its connection and takes nothing. */
  @Test
  void leaveNothingBehindWhenTheReaderStandsStill() throws Exception {
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      socket.setReceiveBufferSize(4_096);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(
                      path("html"),
                      server.address().getAuthority(),
                      wiki.organisation().owner().token())
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
      assertThat(store.isPinnedBelow(folder)).isTrue();

      requireNothingIsHeld();
    }
  }

  /** Whoever takes next to nothing of each would hold all connections there are. */
  @Test
  void areStreamsOfTheirReaderWhoMayHaveFifty() throws Exception {
    List<HttpResponse<InputStream>> open = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      open.add(http.send(request("html"), BodyHandlers.ofInputStream()));
    }

    HttpResponse<String> oneMore = http.send(request("html"), BodyHandlers.ofString());
    for (HttpResponse<InputStream> one : open) {
      one.body().close();
    }

    assertThat(open).allMatch(one -> one.statusCode() == 200);
    assertThat(oneMore.statusCode()).isEqualTo(429);
    assertThat(oneMore.body()).contains("quota_streams");
    requireNothingIsHeld();
    assertThat(http.send(request("json"), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  /** A reader on a slow line got the first half minute of a large wiki, and no word of the rest. */
  @Test
  @Tag("long")
  void goOnForAsLongAsTheReaderTakesSomething() throws Exception {
    long count = 0;
    long end = System.nanoTime() + SLOW.toNanos();
    String last = "";
    try (InputStream in = http.send(request("html"), BodyHandlers.ofInputStream()).body()) {
      byte[] part = in.readNBytes(1 << 16);
      while (part.length > 0) {
        count += part.length;
        last = new String(part, StandardCharsets.UTF_8);
        if (System.nanoTime() < end) {
          Thread.sleep(80); // a slow line
        }
        part = in.readNBytes(1 << 16);
      }
    }

    assertThat(count).isGreaterThan((long) PAGE_COUNT * PAGE_CHARS * 8 / 10);
    assertThat(last.strip()).endsWith("</html>");
  }

  private void requireNothingIsHeld() throws IOException {
    boolean _ = Waiting.until(() -> store.isPinnedBelow(folder), pinned -> !pinned);
    try (var open = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(open.map(LargeExportTest::target).filter(file -> file.startsWith(folder)))
          .isEmpty();
    }
  }

  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException e) {
      return descriptor; // closed meanwhile
    }
  }
}
