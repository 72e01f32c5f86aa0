package ai.wikibuilder.server.api.answers;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.json.HitJson;
import ai.wikibuilder.answers.json.SentenceJson;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.api.Problems;
import ai.wikibuilder.server.api.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Answers as they come. Each has a thread of its own, which is interrupted when the reader goes
 * away: the model's call ends with it.
 */
@Component
final class AnswerStreams {
  /** A thorough answer of a slow model takes some minutes. */
  private static final long MILLIS_MAX = 15 * 60 * 1_000L;

  /** Between two signs of life; who is gone is noticed by the next one. */
  private static final long SIGN_MILLIS = 1_000;

  private final Answering answering;
  private final Problems problems;

  AnswerStreams(Answering answering, Problems problems) {
    this.answering = answering;
    this.problems = problems;
  }

  /**
   * Begins one.
   *
   * @param reader ends it when he may not read it any more; let go at the end
   */
  SseEmitter begin(Answering.Wish wish, Standing.Held reader) {
    SseEmitter emitter = new SseEmitter(MILLIS_MAX);
    Thread thread = Thread.ofVirtual().name("ask").unstarted(() -> answer(wish, emitter, reader));
    emitter.onCompletion(thread::interrupt);
    emitter.onError(_ -> thread.interrupt());
    emitter.onTimeout(thread::interrupt);
    thread.start();
    Thread _ = Thread.ofVirtual().name("sign of life").start(() -> signs(thread, emitter, reader));
    return emitter;
  }

  /** Nothing is sent while a model thinks, and then nobody would see that the reader is gone. */
  private static void signs(Thread answering, SseEmitter emitter, Standing.Held reader) {
    try {
      while (!answering.join(Duration.ofMillis(SIGN_MILLIS))) {
        if (!reader.stands()) {
          answering.interrupt();
          emitter.complete();
          return;
        }
        emitter.send(SseEmitter.event().comment("still here"));
      }
    } catch (IOException | IllegalStateException e) {
      answering.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Answering.Wish wish, SseEmitter emitter, Standing.Held reader) {
    try (reader) {
      Answering.Outcome outcome =
          answering.ask(
              wish,
              new Teller(emitter),
              id -> send(emitter, "conversation", Map.of("conversation", id.toString())));
      send(emitter, "answer", outcome.json());
    } catch (UncheckedIOException e) {
      // The reader went away; what was held is given back already.
    } catch (ModelException e) {
      if (e.kind() != ModelException.Kind.CANCELLED) {
        sayProblem(emitter, e);
      }
    } catch (RuntimeException e) {
      sayProblem(emitter, e);
    } finally {
      emitter.complete();
    }
  }

  private void sayProblem(SseEmitter emitter, RuntimeException failure) {
    try {
      send(emitter, "problem", problems.of(failure));
    } catch (UncheckedIOException e) {
      // Nobody is there to be told.
    }
  }

  private static void send(SseEmitter emitter, String name, Object data) {
    try {
      emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException e) {
      throw new UncheckedIOException(new IOException(e)); // it is over already
    }
  }

  /** Tells the reader; who is gone ends the answer. */
  private record Teller(SseEmitter emitter) implements AskListener {
    @Override
    public void found(List<SearchHit> hits) {
      send(emitter, "found", HitJson.of(hits));
    }

    @Override
    public void looked(String what) {
      send(emitter, "looked", Map.of("what", what));
    }

    @Override
    public void said(Answered.Line line) {
      send(emitter, "sentence", SentenceJson.of(line, ""));
    }

    @Override
    public void struck(Answered.Line line) {
      send(emitter, "struck", SentenceJson.of(line, ""));
    }
  }
}
