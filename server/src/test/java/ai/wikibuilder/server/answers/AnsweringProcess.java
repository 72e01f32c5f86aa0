package ai.wikibuilder.server.answers;

import ai.wikibuilder.server.Beside;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.ServerRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/** A whole server in a process of its own, which a test can kill for real. */
record AnsweringProcess(Process process, URI address) implements AutoCloseable {
  private static final String WORD = "answers at ";

  /** Starts one beside a server; returns when it answers. */
  static AnsweringProcess start(Beside beside) throws IOException {
    Process process = beside.process(Child.class).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(WORD)) {
        return new AnsweringProcess(process, URI.create(line.substring(WORD.length())));
      }
    }
    throw new IllegalStateException("the process ended before it answered");
  }

  /** As {@code kill -9} does; on return there is no such process any more. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** What runs in the process. */
  static final class Child {
    private Child() {}

    public static void main(String[] words) throws IOException {
      Server server = Beside.of(words).start(EnumSet.of(ServerRole.API, ServerRole.WORKER));
      System.out.println(WORD + server.address());
      System.out.flush();
      while (System.in.read() >= 0) {
        // until whoever started it has gone
      }
      Runtime.getRuntime().halt(0);
    }
  }
}
