package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.server.api.Standing;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;

/**
 * An answer as it comes, in markup that the page puts in its place: {@code found}, {@code looked},
 * {@code line}, {@code struck}, and {@code answer} or {@code problem} at the end. Who has gone, or
 * may not read it any more, ends the answer: a sign of life finds out. For one answer, made and
 * closed by the thread that asks.
 */
final class AskStream implements AskListener, AutoCloseable {
  /** Between two signs of life; who is gone, or may not read any more, is noticed by one. */
  private static final Duration SIGN = Duration.ofSeconds(1);

  /** Places named while the answer is looked for. */
  private static final int NAMED_COUNT_MAX = 3;

  private final Pages pages;
  private final Reader reader;
  private final Words words;
  private final Citations citations;
  private final OutputStream out;
  private final Thread asking = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Answered.Line> said = new ArrayList<>();

  /** Who is told, in which language, and for how long. */
  record Reader(Words words, Standing.Held standing) {}

  AskStream(HttpServletResponse response, Pages pages, Reader reader, Repository repository)
      throws IOException {
    this.pages = pages;
    this.reader = reader;
    this.words = reader.words();
    this.citations = new Citations(repository);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    this.out = response.getOutputStream();
    Thread _ = Thread.ofVirtual().name("sign of life").start(this::signs);
  }

  private void signs() {
    try {
      while (!over.await(SIGN.toMillis(), TimeUnit.MILLISECONDS)) {
        write(": still here\n\n");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException e) {
      interrupt();
    }
  }

  private synchronized void interrupt() {
    if (over.getCount() > 0) {
      asking.interrupt(); // nobody is there to be told
    }
  }

  @Override
  public void found(List<SearchHit> hits) {
    List<String> paths = hits.stream().map(SearchHit::path).distinct().toList();
    List<String> named = paths.subList(0, Math.min(NAMED_COUNT_MAX, paths.size()));
    int more = paths.size() - named.size();
    String shown = String.join(", ", named);
    String text =
        paths.isEmpty()
            ? words.say("ask.nothing-yet")
            : more == 0
                ? words.say("ask.into", shown)
                : words.say("ask.into.more", shown, words.count(more));
    send("found", Map.of("text", text));
  }

  @Override
  public void looked(String what) {
    send("looked", Map.of("text", words.say("ask.further", words.noted("looked", what))));
  }

  @Override
  public void said(Answered.Line line) {
    said.add(line);
    send(
        "line",
        Map.of(
            "number", said.size(),
            "begins", ShownAnswer.begins(line),
            "html", pages.part("questions/said.jte", words, citations.said(line))));
  }

  @Override
  public void struck(Answered.Line line) {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (said.get(i).sentence().equals(line.sentence())) {
        String html = pages.part("questions/said.jte", words, citations.said(line));
        send("struck", Map.of("number", i + 1, "html", html));
        return;
      }
    }
  }

  /** The whole at the end, with its sources. */
  void answer(AskView.Shown shown, String conversation) {
    send(
        "answer",
        Map.of(
            "html",
            pages.part("questions/answer.jte", words, shown),
            "conversation",
            conversation));
  }

  /** Why there is none. */
  void problem(String text) {
    send("problem", Map.of("text", text));
  }

  private void send(String event, Map<String, ?> data) {
    write("event: %s\ndata: %s\n\n".formatted(event, JsonText.of(data)));
  }

  private synchronized void write(String text) {
    try {
      if (!reader.standing().stands()) {
        throw new IOException("the reader may not read this any more");
      }
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    over.countDown();
    boolean _ = Thread.interrupted(); // the thread is the server's again
  }
}
