package ai.wikibuilder.models.scripted;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request over one connection, which ends with it. Spoken by hand, so that it can break. */
final class HttpExchange implements AutoCloseable {
  private final Socket socket;
  private final OutputStream out;
  private final String path;
  private final Map<String, String> headers;
  private final String body;
  private boolean chunked;

  private HttpExchange(
      Socket socket, OutputStream out, String path, Map<String, String> headers, String body) {
    this.socket = socket;
    this.out = out;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  /** Reads the request; empty when the other side only knocked. */
  static Optional<HttpExchange> read(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    String head = line(in);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), UTF_8);
    return Optional.of(
        new HttpExchange(
            socket,
            new BufferedOutputStream(socket.getOutputStream()),
            head.split(" ", -1)[1],
            headers,
            body));
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

  String path() {
    return path;
  }

  String body() {
    return body;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Answers whole. */
  void answer(int status, Map<String, String> more, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    head(status, more, "Content-Length: " + bytes.length);
    out.write(bytes);
    out.flush();
  }

  /** Begins an answer in pieces. */
  void begin(String contentType) throws IOException {
    chunked = true;
    head(200, Map.of("Content-Type", contentType), "Transfer-Encoding: chunked");
    out.flush();
  }

  private void head(int status, Map<String, String> more, String length) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 %d Scripted\r\n".formatted(status));
    more.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append(length).append("\r\nConnection: close\r\n\r\n");
    out.write(head.toString().getBytes(ISO_8859_1));
  }

  void piece(byte[] bytes) throws IOException {
    out.write(String.format(Locale.ROOT, "%x\r\n", bytes.length).getBytes(ISO_8859_1));
    out.write(bytes);
    out.write("\r\n".getBytes(ISO_8859_1));
    out.flush();
  }

  /** Ends an answer in pieces as it should end. */
  void end() throws IOException {
    if (chunked) {
      out.write("0\r\n\r\n".getBytes(ISO_8859_1));
      out.flush();
    }
  }

  /** Waits until the other side goes away. */
  void waitForTheEnd() throws IOException {
    InputStream in = socket.getInputStream();
    int unit = in.read();
    while (unit >= 0) {
      unit = in.read();
    }
  }

  /** Drops the connection, whatever state it is in. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
