package ai.wikibuilder.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.telemetry.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(RunningServer.class)
class RateLimitsTest {
  private static final RateLimit THREE_AN_HOUR = new RateLimit("test", 3, Duration.ofHours(1));

  private final String key = UUID.randomUUID().toString();
  private DataSource database;
  private RateLimits limits;

  @BeforeEach
  void database(Server server) {
    database = new Cast(server).part(DataSource.class);
    limits = new RateLimits(database, Metrics.unread());
  }

  @Test
  void asManyAreLetInAsTheLimitSaysAndThenNone() {
    assertThat(limits.count(THREE_AN_HOUR, key).remaining()).isEqualTo(2);
    assertThat(limits.count(THREE_AN_HOUR, key).remaining()).isEqualTo(1);
    assertThat(limits.count(THREE_AN_HOUR, key).letIn()).isTrue();

    RateLimits.Outcome refused = limits.count(THREE_AN_HOUR, key);

    assertThat(refused.letIn()).isFalse();
    assertThat(refused.until()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(21));
    assertThat(limits.count(THREE_AN_HOUR, "another " + key).letIn()).isTrue();
    assertThat(limits.count(new RateLimit("other", 3, Duration.ofHours(1)), key).letIn()).isTrue();
  }

  @Test
  void severalServersCountTogether() throws Exception {
    RateLimit ten = new RateLimit("together", 10, Duration.ofHours(1));
    List<RateLimits> servers =
        List.of(
            limits,
            new RateLimits(database, Metrics.unread()),
            new RateLimits(database, Metrics.unread()));
    List<Callable<Boolean>> asked = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      RateLimits server = servers.get(i % servers.size());
      asked.add(() -> server.count(ten, key).letIn());
    }

    int letIn = 0;
    try (ExecutorService many = Executors.newFixedThreadPool(6)) {
      for (Future<Boolean> one : many.invokeAll(asked)) {
        letIn += one.get() ? 1 : 0;
      }
    }

    assertThat(letIn).isEqualTo(10);
  }

  @Test
  void whoIsRefusedIsToldWhenToComeBack() throws Exception {
    RateLimitFilter filter = filter();
    MockHttpServletResponse last = new MockHttpServletResponse();
    for (int i = 0; i < 4; i++) {
      last = new MockHttpServletResponse();
      filter.doFilter(new MockHttpServletRequest(), last, new MockFilterChain());
    }

    assertThat(last.getStatus()).isEqualTo(429);
    assertThat(last.getHeader("RateLimit-Limit")).isEqualTo("3");
    assertThat(last.getHeader("RateLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(String.valueOf(last.getHeader("Retry-After"))))
        .isBetween(900, 1_300);
    assertThat(last.getContentAsString()).isEqualTo("too many");
  }

  private RateLimitFilter filter() {
    return new RateLimitFilter(
        limits, THREE_AN_HOUR, _ -> Optional.of(key), RateLimitsTest::answer);
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    assertThat(request).isNotNull();
    response.getWriter().write("too many");
  }
}
