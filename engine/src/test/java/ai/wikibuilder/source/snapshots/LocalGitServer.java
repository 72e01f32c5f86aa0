package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A git host on the loopback address: the real {@code git http-backend} over a folder of bare
 * repositories, and ways to misbehave. May be used by several threads.
 */
public final class LocalGitServer implements AutoCloseable {
  /** Answers an exchange, or leaves it to git. */
  @FunctionalInterface
  public interface Behaviour {
    /** Whether the exchange is answered. */
    boolean answer(HttpExchange exchange) throws IOException;
  }

  /** A request as it came in. */
  public record Seen(String method, String target, @Nullable String authorization) {}

  /** The lines before a pack are shorter. */
  private static final int START_BYTES = 200;

  private final Path repositories;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<Behaviour> behaviours = new CopyOnWriteArrayList<>();
  private final Map<String, String> gitSettings = new LinkedHashMap<>();

  private LocalGitServer(Path repositories, HttpServer server) {
    this.repositories = repositories;
    this.server = server;
    allowFilter(true);
    allowAnyCommit(true);
  }

  /** Serves every bare repository below a folder, on a free port. */
  public static LocalGitServer over(Path repositories) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      LocalGitServer made = new LocalGitServer(repositories, server);
      server.setExecutor(made.threads);
      server.createContext("/", made::handle);
      server.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether clients may leave out large files. */
  public LocalGitServer allowFilter(boolean allowed) {
    gitSettings.put("uploadpack.allowFilter", String.valueOf(allowed));
    return this;
  }

  /** Whether clients may ask for commits that no branch or tag names. */
  public LocalGitServer allowAnyCommit(boolean allowed) {
    gitSettings.put("uploadpack.allowAnySHA1InWant", String.valueOf(allowed));
    return this;
  }

  /** Adds a behaviour that comes before git; the first that answers wins. */
  public LocalGitServer behave(Behaviour behaviour) {
    behaviours.add(behaviour);
    return this;
  }

  /** Asks every client for a token. */
  public LocalGitServer requireToken(String token) {
    return behave(exchange -> {
      String header = exchange.getRequestHeaders().getFirst("Authorization");
      if (header != null && header.startsWith("Basic ")) {
        String pair = new String(Base64.getDecoder().decode(header.substring(6)), UTF_8);
        if (pair.endsWith(":" + token)) {
          return false;
        }
      }
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
      exchange.sendResponseHeaders(401, -1);
      return true;
    });
  }

  /** Redirects requests below a prefix to another address with the same rest. */
  public LocalGitServer redirect(int status, String prefix, String target) {
    return behave(exchange -> {
      String asked = exchange.getRequestURI().toString();
      if (!asked.startsWith(prefix)) {
        return false;
      }
      exchange.getResponseHeaders().add("Location", target + asked.substring(prefix.length()));
      exchange.sendResponseHeaders(status, -1);
      return true;
    });
  }

  /** Changes every answer that brings a pack; the others stay as git gives them. */
  public LocalGitServer transformPacks(Transformation change) {
    return behave(exchange -> {
      runGit(exchange, Optional.of(change));
      return true;
    });
  }

  /** Changes an answer of git. */
  @FunctionalInterface
  public interface Transformation {
    /** Writes the changed answer. */
    void write(InputStream original, OutputStream changed) throws IOException;
  }

  private static boolean bringsPack(InputStream answer) throws IOException {
    answer.mark(START_BYTES);
    String start = new String(answer.readNBytes(START_BYTES), ISO_8859_1);
    answer.reset();
    return start.contains("packfile\n");
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** {@code 127.0.0.1:port}, as it is written in a list of allowed hosts. */
  public String hostPort() {
    return "127.0.0.1:" + port();
  }

  /** Address of a repository below the folder. */
  public String address(String path) {
    return "http://" + hostPort() + "/" + path;
  }

  /** Every request so far, in order. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void handle(HttpExchange exchange) throws IOException {
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization")));
    try (exchange) {
      for (Behaviour behaviour : behaviours) {
        if (behaviour.answer(exchange)) {
          return;
        }
      }
      runGit(exchange, Optional.empty());
    }
  }

  private void runGit(HttpExchange exchange, Optional<Transformation> change) throws IOException {
    Process git = start(exchange);
    try (OutputStream toGit = git.getOutputStream()) {
      exchange.getRequestBody().transferTo(toGit);
    }
    try (InputStream fromGit = new BufferedInputStream(git.getInputStream(), 1 << 16)) {
      int status = 200;
      for (String line = line(fromGit); !line.isEmpty(); line = line(fromGit)) {
        String[] header = line.split(": ", 2);
        if (header[0].equals("Status")) {
          status = Integer.parseInt(header[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(header[0], header[1]);
        }
      }
      exchange.sendResponseHeaders(status, 0);
      try (OutputStream answer = exchange.getResponseBody()) {
        if (change.isPresent() && bringsPack(fromGit)) {
          change.get().write(fromGit, answer);
        } else {
          fromGit.transferTo(answer);
        }
      }
    } finally {
      git.destroy();
    }
  }

  private Process start(HttpExchange exchange) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", repositories.toAbsolutePath().toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    put(environment, "CONTENT_TYPE", exchange, "Content-Type");
    put(environment, "HTTP_CONTENT_ENCODING", exchange, "Content-Encoding");
    put(environment, "GIT_PROTOCOL", exchange, "Git-Protocol");
    environment.put("REMOTE_ADDR", "127.0.0.1");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    Map<String, String> settings = new LinkedHashMap<>(gitSettings);
    settings.put("safe.directory", "*");
    environment.put("GIT_CONFIG_COUNT", String.valueOf(settings.size()));
    int number = 0;
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      environment.put("GIT_CONFIG_KEY_" + number, setting.getKey());
      environment.put("GIT_CONFIG_VALUE_" + number++, setting.getValue());
    }
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void put(
      Map<String, String> environment, String name, HttpExchange exchange, String header) {
    String value = exchange.getRequestHeaders().getFirst(header);
    if (value != null) {
      environment.put(name, value);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int unit = in.read(); unit >= 0 && unit != '\n'; unit = in.read()) {
      if (unit != '\r') {
        line.write(unit);
      }
    }
    return line.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
