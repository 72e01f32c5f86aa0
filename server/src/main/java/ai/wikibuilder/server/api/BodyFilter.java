package ai.wikibuilder.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies that are longer than anything anybody has to send: one that says its length before
 * a byte is read, one that comes in parts when it has grown too long. Readers of JSON keep what
 * they read in memory, also for who is not known yet.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class BodyFilter extends OncePerRequestFilter {
  /**
   * Twice what deliveries of git hosts and requests of agents may have, which say so themselves.
   */
  static final int BYTE_COUNT_MAX = 2 << 20;

  static final String TOO_LONG =
      "expected a body of at most %,d bytes, got more".formatted(BYTE_COUNT_MAX);

  private final ProblemWriter problems;

  BodyFilter(JsonMapper json) {
    this.problems = new ProblemWriter(json);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > BYTE_COUNT_MAX) {
      problems.write(
          request, response, Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too_long", TOO_LONG));
      return;
    }
    boolean untold = request.getContentLengthLong() < 0;
    chain.doFilter(untold ? new Counted(request) : request, response);
  }

  /** A request whose body is counted while it is read. For one thread. */
  private static final class Counted extends HttpServletRequestWrapper {
    Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  /** The body is longer than any that is taken; said while it is read. */
  static final class BodyTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private BodyTooLong() {
      super(TOO_LONG);
    }
  }

  private static final class CountedStream extends ServletInputStream {
    private final ServletInputStream body;
    private long count;

    CountedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int read = body.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = body.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws BodyTooLong {
      count += read;
      if (count > BYTE_COUNT_MAX) {
        throw new BodyTooLong();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
