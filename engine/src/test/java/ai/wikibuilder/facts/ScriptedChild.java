package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.process.Worker;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.concurrent.locks.LockSupport;

/** A child that does what the text says: {@code loop}, {@code exit}, {@code throw}; else a fact. */
final class ScriptedChild {
  private ScriptedChild() {}

  public static void main(String[] arguments) {
    Worker worker =
        new Worker(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    System.out.println("a stray line");
    worker.work(Integer.parseInt(arguments[1]), () -> (_, text) -> answer(text));
  }

  private static byte[] answer(byte[] content) {
    String text = new String(content, UTF_8);
    while (text.startsWith("loop")) {
      LockSupport.parkNanos(1_000_000);
    }
    if (text.startsWith("exit")) {
      Runtime.getRuntime().halt(9);
    }
    if (text.startsWith("throw")) {
      throw new IllegalStateException("as the text says");
    }
    return FactsCodec.encode(
        new FileFacts(
            "java",
            FileFacts.Outcome.PARSED,
            text,
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of()));
  }
}
